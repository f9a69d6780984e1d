package dropped_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/docs/playground/dropped"
)

func file(name, content string) dropped.File {
	return dropped.File{Name: name, Size: int64(len(content)), Read: func() ([]byte, error) { return []byte(content), nil }}
}

func treeOf(t *testing.T, files ...dropped.File) *dropped.Tree {
	t.Helper()
	tree := dropped.New()
	for _, f := range files {
		if err := tree.Add(".", f); err != nil {
			t.Fatal(err)
		}
	}
	return tree
}

func TestTree(t *testing.T) {
	tree := treeOf(t, file("shop/app.json", "{}"), file("shop/页面/a b.js", "x"), file("list.csv", ""), file("shop/页面/b.js", "y"))
	if err := fstest.TestFS(tree, "shop/app.json", "shop/页面/a b.js", "shop/页面/b.js", "list.csv"); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff([]string{"list.csv", "shop"}, tree.Top()); diff != "" {
		t.Error(diff)
	}
	if tree.Files() != 4 || tree.Refused != 0 {
		t.Errorf("%d files, %d refused", tree.Files(), tree.Refused)
	}
}

// A name that leads out of the tree, or to what is there already, is not taken.
func TestRefused(t *testing.T) {
	tree := treeOf(t, file("a/b", "first"))
	for _, name := range []string{"../x", "/etc/passwd", "a/../../x", "a//c", "", ".", "a/b/c", "a", "a/b", "a/./c", "n\x00l", strings.Repeat("d/", 600) + "e"} {
		before := tree.Refused
		if err := tree.Add(".", file(name, "x")); err != nil || tree.Refused != before+1 {
			t.Errorf("%q: refused %d, error %v", name, tree.Refused-before, err)
		}
	}
	if data, err := fs.ReadFile(tree, "a/b"); err != nil || string(data) != "first" {
		t.Errorf("a/b: %q, %v", data, err)
	}
	if tree.Files() != 1 {
		t.Errorf("%d files", tree.Files())
	}
}

func TestBounds(t *testing.T) {
	reads := 0
	large := func(name string, size int64) dropped.File {
		return dropped.File{Name: name, Size: size, Read: func() ([]byte, error) { reads++; return nil, nil }}
	}
	tree := treeOf(t, large("huge", 129<<20), large("1", 100<<20), large("2", 100<<20), large("3", 100<<20), large("4", 100<<20), large("5", 100<<20), large("6", 100<<20))
	tree.OnRead = func() {}
	for _, test := range []struct{ name, want string }{
		{"huge", "128 MiB"}, {"1", ""}, {"2", ""}, {"3", ""}, {"4", ""}, {"5", ""}, {"6", "512 MiB"},
	} {
		_, err := tree.Open(test.name)
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", test.name, err, test.want)
		}
	}
	if reads != 5 {
		t.Errorf("%d files were read", reads)
	}
	tree.Rewind()
	if _, err := tree.Open("6"); err != nil {
		t.Error(err)
	}
	if _, err := treeOf(t, dropped.File{Name: "liar", Size: 1, Read: func() ([]byte, error) { return []byte("22"), nil }}).Open("liar"); err == nil {
		t.Error("a file that is larger than it says is read")
	}
	many := dropped.New()
	for i := range dropped.MaxFiles {
		if err := many.Add(".", large(fmt.Sprint(i), 0)); err != nil {
			t.Fatal(err)
		}
	}
	if err := many.Add(".", large("one more", 0)); !errors.Is(err, dropped.ErrTooMany) {
		t.Errorf("one more: %v", err)
	}
}

// archive makes a ZIP of headers and contents.
func archive(t *testing.T, entries ...any) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(entries); i += 2 {
		h, ok := entries[i].(*zip.FileHeader)
		if !ok {
			h = &zip.FileHeader{Name: entries[i].(string), Method: zip.Deflate}
		}
		out, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := out.Write([]byte(entries[i+1].(string))); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func unzip(t *testing.T, data []byte) []dropped.File {
	t.Helper()
	files, err := dropped.Unzip(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestUnzip(t *testing.T) {
	link := &zip.FileHeader{Name: "shop/link"}
	link.SetMode(fs.ModeSymlink | 0o777)
	secret := &zip.FileHeader{Name: "shop/secret.js", Flags: 1}
	files := unzip(t, archive(t,
		"shop/", "", "shop/app.json", "{}", link, "/etc/passwd", "__MACOSX/shop/._app.json", "x", secret, "x", `shop\win.js`, "w",
		&zip.FileHeader{Name: "shop/\xd2\xb3\xc3\xe6.js", NonUTF8: true}, "gbk", "./shop/dot.js", "d"))
	got := map[string]string{}
	for _, f := range files {
		data, err := f.Read()
		if got[f.Name] = string(data); err != nil {
			got[f.Name] = err.Error()
		}
	}
	want := map[string]string{
		"shop/app.json": "{}", "shop/secret.js": "encrypted in the archive", "shop/win.js": "w", "shop/页面.js": "gbk", "shop/dot.js": "d",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if folder, stripped := dropped.Strip(files); folder != "shop" || len(stripped) != len(files) || stripped[0].Name != "app.json" {
		t.Errorf("stripped %q: %v", folder, stripped)
	}
	if _, err := dropped.Unzip(strings.NewReader("Rar!"), 4); !errors.Is(err, dropped.ErrNoArchive) {
		t.Errorf("no archive: %v", err)
	}
}

func TestStrip(t *testing.T) {
	for _, names := range [][]string{{"a/b", "c/d"}, {"a/b", "c"}, {"c"}, {}, {"../b", "../c"}, {"/b", "/c"}} {
		var files []dropped.File
		for _, name := range names {
			files = append(files, file(name, ""))
		}
		if folder, stripped := dropped.Strip(files); folder != "" || len(files) > 0 && stripped[0].Name != names[0] || len(stripped) != len(files) {
			t.Errorf("%q: %q, %d files", names, folder, len(stripped))
		}
	}
}

// A name that is refused later does not keep the others in their folder.
func TestStripBesideOutside(t *testing.T) {
	folder, stripped := dropped.Strip([]dropped.File{file("../x", ""), file("shop/app.json", ""), file("/etc/x", "")})
	tree := treeOf(t, stripped...)
	if folder != "shop" || tree.Refused != 2 || !slices.Equal(tree.Top(), []string{"app.json"}) {
		t.Errorf("%q, %d refused: %q", folder, tree.Refused, tree.Top())
	}
}

// TestZipBomb: an entry that unpacks to more than it says is given up on at its end, and
// one that says it is enormous is not unpacked.
func TestZipBomb(t *testing.T) {
	data := archive(t, "app.js", strings.Repeat("0", 1<<20))
	lie := func(size byte) []byte {
		d := bytes.Clone(data)
		at := bytes.LastIndex(d, []byte("PK\x01\x02")) // the size stands in the directory, at 24
		copy(d[at+24:], []byte{0, 0, 0, size})
		if size == 0 {
			d[at+24] = 10
		}
		return d
	}
	small := treeOf(t, unzip(t, lie(0))...)
	if _, err := fs.ReadFile(small, "app.js"); err == nil {
		t.Error("1 MiB is read of an entry of 10 bytes")
	}
	large := treeOf(t, unzip(t, lie(0x70))...)
	if _, err := fs.ReadFile(large, "app.js"); err == nil || !strings.Contains(err.Error(), "128 MiB") {
		t.Errorf("1.75 GiB: %v", err)
	}
}
