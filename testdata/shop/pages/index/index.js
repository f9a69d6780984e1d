const { get } = require('../../utils/request')

Page({
  data: { goods: [] },

  onLoad() {
    get('/goods').then(goods => this.setData({ goods }))
  },

  // a photo of the goods, taken by the customer
  upload(filePath) {
    wx.uploadFile({
      url: 'https://upload.example.com.cn/photos',
      filePath,
      name: 'photo'
    })
  }
})
