wx.request({ url: 'https://api.example.net/goods' })
