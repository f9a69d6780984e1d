const { get } = require('../../utils/request')

Page({
  data: { order: {} },

  onLoad({ id }) {
    get('/orders/' + id).then(order => this.setData({ order }))
  },

  // 下载电子发票
  invoice() {
    wx.downloadFile({
      url: 'https://files.example.net/invoice.pdf',
      success: res => wx.openDocument({ filePath: res.tempFilePath })
    })
  }
})
