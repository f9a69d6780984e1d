package resolve

import (
	"fmt"
	"strings"
	"testing"
)

// TestTags asks which script a tag in one page stands for.
func TestTags(t *testing.T) {
	app := `app.json: {"usingComponents": {"a-card": "/app/card", "b-card": "/app/card"}}`
	s := open(nil, app, "app/card.js", "page/card.js",
		`page/one.json: {"usingComponents": {"a-card": "./card", "b-card": "./missing"}}`, "page/one.wxml", "page/two.wxml",
		`page/three.wpy: <script>export default class { config = { usingComponents: { "a-card": "./card" } } }</script>`,
		`app.mpx: <script name="json">module.exports = { usingComponents: { 'd-card': './app/card' } }</script>`,
		`page/four.mpx: <script name="json">const at = './card'; module.exports = { usingComponents: { 'a-card': './card' } }</script>`)
	for _, test := range []struct{ page, tag, want string }{
		{"page/one.wxml", "a-card", "app/page/card.js"},
		{"page/one.wxml", "b-card", ""},
		{"page/two.wxml", "a-card", "app/app/card.js"},
		{"page/two.wxml", "b-card", "app/app/card.js"},
		{"page/two.wxml", "c-card", ""},
		{"page/three.wpy", "a-card", "app/page/card.js"},
		{"page/four.mpx", "a-card", "app/page/card.js"},
		{"page/four.mpx", "d-card", "app/app/card.js"},
	} {
		got := ""
		for _, m := range NewTags(s, s.names.Files["app/"+test.page]).Scripts(test.tag) {
			got = m.Name
		}
		if got != test.want {
			t.Errorf("%s in %s is %q, want %q", test.tag, test.page, got, test.want)
		}
	}
}

// BenchmarkTags asks for the components of many pages, all of which the configuration
// of the mini program has tags for.
func BenchmarkTags(b *testing.B) {
	const n = 200
	var tags, files strings.Builder
	for i := range n {
		fmt.Fprintf(&tags, "%q: \"/card%d\",", fmt.Sprintf("card-%d", i), i)
		fmt.Fprintf(&files, "card%d.js page%d.wxml ", i, i)
	}
	all := append(strings.Fields(files.String()), "app.json: {\"usingComponents\": {"+strings.TrimSuffix(tags.String(), ",")+"}}")
	for b.Loop() {
		s := open(nil, all...)
		for i := range n {
			if len(NewTags(s, s.names.Files[fmt.Sprintf("app/page%d.wxml", i)]).Scripts("card-1")) != 1 {
				b.Fatal("a tag has no component")
			}
		}
	}
}
