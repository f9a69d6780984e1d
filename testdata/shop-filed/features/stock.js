module.exports = {
  start() {
    wx.request({ url: 'https://api.example.com/stock' })
  }
}
