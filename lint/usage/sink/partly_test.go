package sink

import "testing"

// TestPartly: where only the end of a host is written, who is given the address is told of.
func TestPartly(t *testing.T) {
	testAddresses(t, []accounted{
		{"getApp().sdk.send('https://' + x + '.a.example.com/v1')", 1},
		{"getApp().sdk.send(`https://${x}-a.example.com`)", 1},
		{"getApp().sdk.send('https://'.concat(x, '.', y, '.a.example.com:8443'))", 1},
		{"const s = 'wss://'; getApp().sdk.send(s + x + '.a.example.com' + y)", 1},
		{"const o = { u: 'https://' + x + '.a.example.com' }; getApp().sdk.send(o)", 1},
		{"const o = { u: 'https://' + x + '.a.example.com' }; getApp().sdk.send(o.v)", 0},
		{"const f = x => 'https://' + x + '.a.example.com'; getApp().sdk.send(f('b'))", 1}, // as what it is
		{"const f = x => 'https://' + x + '.a.example.com'; getApp().sdk.send(f(y))", 1},
		{"const f = x => 'https://' + x + '.a.example.com'", 0},
		{"console.log('https://' + x + '.a.example.com')", 0},
		{"if (y === 'https://' + x + '.a.example.com') getApp().sdk.send(y)", 0},
		{"wx.request({ url: 'https://' + x + '.a.example.com' })", 0}, // told as one whose host is not known
		{"wx.request({ url: 'https://' + x + '.a.example.com' }); getApp().sdk.send('https://' + x + '.b.example.com')", 1},
		{"getApp().sdk.send('https://' + x + '/a.example.com')", 0},
		{"getApp().sdk.send('https://' + x + '?u=a.example.com')", 0},
		{"getApp().sdk.send('https://' + x + '.com')", 0},
		{"getApp().sdk.send('https://' + x + '.com.cn/v1')", 0},
		{"getApp().sdk.send('https://' + x + '.2.0')", 0},
		{"getApp().sdk.send(y + x + '.a.example.com')", 0},
		{"getApp().sdk.send('https://' + x)", 0},
	})
}
