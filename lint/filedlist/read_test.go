package filedlist

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/source"
)

// TestLongListsGrow: before a long list is read, and for no other, it is told that memory is
// about to be taken.
func TestLongListsGrow(t *testing.T) {
	fsys := fstest.MapFS{
		"short.txt": {Data: []byte("example.com pending\n")},
		"long.txt":  {Data: []byte(strings.Repeat("# nothing\n", longList/10+1))},
	}
	for name, want := range map[string]int64{"short.txt": 0, "long.txt": longList/10*10 + 10} {
		var got int64
		sources := []config.List{{Ref: source.Ref{Name: name}}}
		if _, err := Read(fsys, sources, &config.Lists{}, false, func(bytes int64) { got = bytes }); err != nil || got != want {
			t.Errorf("%s: told of %d bytes, want %d; %v", name, got, want, err)
		}
	}
}
