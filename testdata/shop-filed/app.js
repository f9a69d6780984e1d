// Features are loaded by name, so any script may be one: all are linted.
const features = ['stock']

App({
  onLaunch() {
    features.forEach(name => require('./features/' + name).start())
  }
})
