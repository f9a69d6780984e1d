package usage

import (
	"testing"

	"github.com/beianlint/beianlint/lint/miniprogram"
)

// TestRelevant: what can name no host, or is too large to be more than a fixture, is not
// kept.
func TestRelevant(t *testing.T) {
	for name, c := range map[string]struct {
		kind miniprogram.Kind
		data string
		want bool
	}{
		"style": {miniprogram.Style, "a { color: red }", false}, "address": {miniprogram.Style, "a { background: url(//a.example.com/b) }", true},
		"import": {miniprogram.Style, "@import 'b'", true}, "script": {miniprogram.Script, "", true},
		"data": {miniprogram.Data, string(make([]byte, maxData)), true}, "large": {miniprogram.Data, string(make([]byte, maxData+1)), false},
	} {
		if got := Relevant(c.kind, name, []byte(c.data)); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
