// Every request of the shop goes through here.
const BASE_URL = 'https://api.example.com/v1'

function get(path) {
  return new Promise((resolve, reject) => {
    wx.request({
      url: BASE_URL + path,
      success: res => resolve(res.data),
      fail: reject
    })
  })
}

module.exports = { get }
