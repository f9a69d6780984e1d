package sink

import (
	"strings"
	"testing"
)

// TestBeginsWithWords: what begins as an address, a style or a request as text does not tell people anything.
func TestBeginsWithWords(t *testing.T) {
	for text, want := range map[string]bool{
		" with value ": true, "could not load": true, "\"the base": true, "请求失败：": true, "(see also ": true,
		"": false, " ": false, "https://": false, "GET /": false, "POST ": false, "POST body ": false, "get https://": false, "Bearer ": false,
		"background:url(": false, "center url(": false, "center cover url(": false, "url=": false, "a b": false, strings.Repeat(" ", maxWords) + "could not load": false, "/pages/a ": false, "word": false,
	} {
		if beginsWithWords(text) != want {
			t.Errorf("%q: want %v", text, want)
		}
	}
}

func TestTold(t *testing.T) {
	testAddresses(t, []accounted{
		{"const base = 'https://a.example.com'; getApp().post('could not load ' + base)", 1},
		{"const base = 'https://a.example.com'; getApp().post(`could not load ${base} of ${x}`)", 1},
		{"const base = 'https://a.example.com'; console.log('could not load ' + base)", 0},
		{"const o = { base: 'https://a.example.com' }; const text = 'could not load ' + o.base; getApp().post(text)", 1},
		{"import sdk from 'sdk'; const base = 'https://a.example.com'; sdk('could not load ' + base)", 1},
	})
}
