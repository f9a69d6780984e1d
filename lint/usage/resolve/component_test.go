package resolve

import (
	"bytes"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/usage/ifdef"
)

// TestActiveInPlace: what conditional compilation leaves out is blank, whether the copy is
// made in a place that is new, too small, of another file or the source itself.
func TestActiveInPlace(t *testing.T) {
	const src = "a // #ifdef H5\nb\r\n// #endif\nc\n// #ifdef H5\nd\n// #endif\ne"
	s := &Sources{words: []ifdef.Target{{"MP-WEIXIN"}}}
	want := string(s.active([]byte(src), nil))
	if want == src || len(want) != len(src) || strings.Contains(want, "\nb") || strings.Contains(want, "\nd") {
		t.Fatalf("active is %q", want)
	}
	own := []byte(src)
	for _, old := range [][]byte{nil, make([]byte, 3), bytes.Repeat([]byte("x"), 100), own} {
		if got := string(s.active(own, old)); got != want {
			t.Errorf("in the place of %q: %q", old, got)
		}
	}
}

// TestMayUseComponents: only JSON in which no key can name components is passed over.
func TestMayUseComponents(t *testing.T) {
	for src, want := range map[string]bool{
		`{"usingComponents": {}}`: true, `{"componentPlaceholder": {}}`: true, `{"\u0075singComponents": {}}`: true, `{"list": [1]}`: false, ``: false,
	} {
		if got := mayUseComponents([]byte(src)); got != want {
			t.Errorf("%s: %v", src, got)
		}
	}
}

// TestPlacesAreNotShared: the tree of a component does not change when another one is read.
func TestPlacesAreNotShared(t *testing.T) {
	s := open(nil, "a.vue: <template>a</template><script>first()</script>", "b.vue: <script>another()</script>")
	var trees []string
	for range 2 {
		for _, f := range s.names.Project.Files {
			if f.Kind == miniprogram.Component {
				trees = append(trees, s.readModule(f).Tree.Source)
			}
		}
	}
	if len(trees) != 4 || trees[0] != trees[2] || trees[1] != trees[3] || trees[0] == trees[1] {
		t.Errorf("sources are %q", trees)
	}
}
