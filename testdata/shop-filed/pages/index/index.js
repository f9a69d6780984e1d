Page({
  data: { goods: [] },

  onLoad() {
    wx.request({
      url: 'https://api.example.com/goods',
      success: res => this.setData({ goods: res.data })
    })
  }
})
