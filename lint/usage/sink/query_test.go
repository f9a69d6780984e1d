package sink

import (
	"fmt"
	"strings"
	"testing"
)

// TestManyParameters: beside five hundred addresses in what the query of a page is made of,
// each is read.
func TestManyParameters(t *testing.T) {
	var many strings.Builder
	for i := range 500 {
		fmt.Fprintf(&many, "a%d: 'https://a%d.example.com', ", i, i)
	}
	const write = "const write = o => { let s = ''; for (const k in o) s += '&' + k + '=' + encodeURIComponent(o[k]); return s }; "
	for _, query := range []string{
		"qs.stringify(o)",
		"new URLSearchParams(o)",
		"qs.stringify({ ...o, v: 1 })",
		"Object.entries(o).map(([k, v]) => `${k}=${encodeURIComponent(v)}`).join('&')",
		"Object.keys(o).map(k => k + '=' + encodeURIComponent(o[k])).join('&')",
		"write(o)",
	} {
		found := collect("-- app.json --\n{\"pages\": [\"a\", \"b\"]}\n-- a.js --\nimport qs from 'qs'; " + write +
			"const o = { " + many.String() + "u: 'https://b.example.com' }; Page({ f() { wx.navigateTo({ url: '/b?' + " + query + " }) } })\n" +
			"-- b.js --\nPage({ onLoad({ u }) { wx.request({ url: decodeURIComponent(u) }) } })")
		hosts := map[string]bool{}
		for _, u := range found.Uses {
			hosts[u.Endpoint.Host] = true
		}
		if !hosts["b.example.com"] {
			t.Errorf("%s: the last address is lost beside %d", query, len(hosts))
		}
	}
}
