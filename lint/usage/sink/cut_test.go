package sink

import (
	"fmt"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/usage/account"
)

// TestCut joins more words than are kept: that is in the account where they are a part of
// a host that is contacted, and nowhere else.
func TestCut(t *testing.T) {
	list := func(name string) string {
		var words []string
		for i := range 20 {
			words = append(words, fmt.Sprintf("'%s%d'", name, i))
		}
		return fmt.Sprintf("const %s = [%s];\n", name, strings.Join(words, ", "))
	}
	const joined = "const word = a[i] + b[j];\n"
	tests := []struct{ src, at string }{
		{"wx.request({ url: 'https://' + word + '.example.com' })", "app.js:4"},
		{"wx.request({ url: `https://${word}` + '.example.com/x' })", "app.js:4"},
		{"const host = ['https://', word, '.example.com'].join('')\nwx.request({ url: host })", "app.js:5"},
		{"const host = 'https://' + word.toLowerCase() + '.example.com'\nwx.request({ url: host })", "app.js:5"},
		{"require('other').setConfig({ baseURL: 'https://' + word + '.example.com' })", "app.js:4"},
		{"const api = require('./lost'); api.request('https://' + word + '.example.com')", "app.js:4"},
		{"wx[name()]({ url: 'https://' + word + '.example.com' })", "app.js:4"},
		// no host is missing where it is no part of one
		{"wx.request({ url: word })", "app.js:4"},
		{"wx.previewImage({ urls: [word] })", ""},
		{"", ""},
		{"wx.setStorageSync(word, 'https://' + word + '.example.com')", ""},
		{"wx.request({ url: 'https://a.example.com/' + word })", ""},
		{"wx.request({ url: 'https://a.example.com' + '?q=' + word })", ""},
		{"const hosts = { c: 'https://a.example.com' }\nwx.request({ url: hosts[word] })", ""},
	}
	for _, tt := range tests {
		at := ""
		for _, row := range collect("-- app.json --\n{}\n-- app.js --\n" + list("a") + list("b") + joined + tt.src).NotFollowed {
			if row.Reason == account.Bound {
				at += fmt.Sprintf("app.js:%d", row.Span.Position().Line)
			}
		}
		if at != tt.at {
			t.Errorf("%s: the bound is at %q, want %q", tt.src, at, tt.at)
		}
	}
	if got, want := contacts("-- app.json --\n{}\n-- app.js --\n"+list("a")+list("b")+joined+tests[len(tests)-1].src), "request a.example.com"; got != want {
		t.Errorf("a table that is read by such a word: got %q, want %q", got, want)
	}
}
