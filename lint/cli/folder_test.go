package cli

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// TestNoLink: a link in the outer folder is refused, by its outermost name; the
// folder itself may be one.
func TestNoLink(t *testing.T) {
	link := &fstest.MapFile{Data: []byte("elsewhere"), Mode: fs.ModeSymlink}
	d := &folder{fstest.MapFS{"ws": link, "elsewhere/a/file": {}, "ws2/link": link, "ws2/a/b": link, "ws2/a/plain": {}}, "ws2"}
	for _, c := range []struct{ given, outer, want string }{
		{"/ws", "ws", ""},
		{"a/plain", "ws2", ""},
		{"a/new", "ws2", ""},
		{"link", "ws2", `"link" is a symbolic link`},
		{"link/deeper/still", "ws2", `"link" is a symbolic link`},
		{"a/b/c", "ws2", `"a/b" is a symbolic link`},
		{"/ws2/link", "ws2", `"link" is a symbolic link`},
		{"link", "elsewhere", ""}, // not in the folder
	} {
		err := d.noLink("--report", c.given, c.outer)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s in %s: %v, want %q", c.given, c.outer, err, c.want)
		}
	}
}
