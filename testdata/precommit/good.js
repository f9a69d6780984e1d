wx.request({ url: 'https://api.example.com/goods' })
