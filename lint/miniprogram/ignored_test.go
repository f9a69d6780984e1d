package miniprogram

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

func TestIgnoredApp(t *testing.T) {
	for _, test := range []struct{ files, want string }{
		{"r/dist/app.json", "r/dist"},
		{"r/dist/game.json", "r/dist"},
		{"r/dist/a/b/app.json", "r/dist/a/b"},
		{"r/dist/1/2/3/4/app.json", "r/dist/1/2/3/4"},
		{"r/dist/1/2/3/4/5/app.json", ""},
		{"r/dist/app.js r/dist/pages/a.json", ""},
		{"r/dist/node_modules/x/app.json", ""},
		{"r/dist/.cache/app.json", ""},
		{"r/dist/app.json/a.js", ""},
		{"r/docs/app.txt", ""},
	} {
		fsys := fstest.MapFS{"r/.gitignore": {Data: []byte("dist\n")}, "r/.git/HEAD": {}}
		for name := range strings.FieldsSeq(test.files) {
			fsys[name] = &fstest.MapFile{Data: []byte("{}")}
		}
		repo, err := Load(t.Context(), fsys, Options{Dir: "r"})
		if err != nil {
			t.Fatal(err)
		}
		if got := repo.IgnoredApp(fsys); got != test.want {
			t.Errorf("%s: got %q, want %q", test.files, got, test.want)
		}
	}
}

// Of what git ignores not everything is looked at.
func TestIgnoredAppIsBounded(t *testing.T) {
	for entries, want := range map[int]string{maxIgnored - 3: "r/dist/z", maxIgnored: ""} {
		fsys := fstest.MapFS{"r/dist/z/app.json": {}}
		for i := range entries {
			fsys[fmt.Sprintf("r/dist/a/%d", i)] = &fstest.MapFile{}
		}
		repo := &Repository{Skipped: []Skip{{Name: "r/dist", Reason: skipIgnored}}}
		if got := repo.IgnoredApp(fsys); got != want {
			t.Errorf("%d entries: got %q, want %q", entries, got, want)
		}
	}
}
