package lint_test

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/beianlint/beianlint/lint"
)

// changes alter the sources of a mini program and nothing of what it contacts. They
// return how many files they have altered.
var changes = []keptChange{
	{"500 calls before", func(files fstest.MapFS) int { return eachScript(files, callBefore) }, 5, 30},
	{"500 addresses beside", func(files fstest.MapFS) int { return eachScript(files, addressesBeside) }, 3, 25},
	{"locals renamed", func(files fstest.MapFS) int { return eachScript(files, renameLocals) }, 1, 150},
	{"in a function", func(files fstest.MapFS) int { return eachScript(files, wrap) }, 1, 150},
	{"files behind links", linkFiles, 1, 300},
	{"folders behind links", linkFolders, 1, 150},
}

type keptChange struct {
	name  string
	apply func(fstest.MapFS) int
	every int // of how many cases one is changed, for what takes long
	least int // files
}

// TestNoHostLost changes the mini programs of testdata/err and the shop in ways that
// let them contact what they did.
func TestNoHostLost(t *testing.T) {
	lintsAgain(t)
	cases, enforced := keptCases(t), map[string][]string{}
	for name, c := range cases {
		enforced[name] = c.enforced(t)
	}
	names := slices.Sorted(maps.Keys(cases))
	for _, c := range changes {
		t.Run(c.name, func(t *testing.T) {
			changed := 0
			for i, name := range names {
				if i%c.every != 0 {
					continue
				}
				n, lost := c.loses(t, cases[name], enforced[name])
				changed += n
				for _, host := range lost {
					if !byName[name+" "+host] {
						t.Errorf("%s: %s is lost", name, host)
					}
				}
			}
			if changed < c.least {
				t.Errorf("only %d files changed", changed)
			}
		})
	}
}

// loses changes a mini program that has hosts. It returns how many files that altered,
// and which of the hosts are found no more, although a file still has them: a minifier
// removes constants that nothing reads, and the rest of a table that a constant chooses of.
func (c *keptChange) loses(t *testing.T, before testCase, hosts []string) (changed int, lost []string) {
	after := testCase{files: maps.Clone(before.files), settings: before.settings}
	if len(hosts) == 0 {
		return 0, nil
	}
	if changed = c.apply(after.files); changed == 0 {
		return 0, nil
	}
	found := after.enforced(t)
	for _, host := range hosts {
		if !slices.Contains(found, host) && stands(host, after.files) {
			lost = append(lost, host)
		}
	}
	return changed, lost
}

// byName are hosts of which nothing but the name of a constant tells that they are
// contacted.
var byName = map[string]bool{"rule-insecure-scheme.txtar www.example.com": true}

// keptCases are the mini programs with hosts that no filing covers.
func keptCases(t *testing.T) map[string]testCase {
	cases := map[string]testCase{"shop": folderCase(t, filepath.Join(testdata, "shop"))}
	for _, name := range archives(t, "err") {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		cases[filepath.Base(name)] = newCase(t, a)
	}
	return cases
}

// enforced returns the hosts for which a domain has to be filed; none where a list or
// config is wrong.
func (c testCase) enforced(t *testing.T) (hosts []string) {
	r, err := lint.Run(t.Context(), c.options(t))
	if err != nil {
		return nil
	}
	for _, a := range r.Projects {
		for _, h := range a.Hosts {
			if h.Enforced {
				hosts = append(hosts, h.Host)
			}
		}
	}
	return hosts
}

// folderCase is the test case of a folder of testdata.
func folderCase(t *testing.T, folder string) testCase {
	c := testCase{files: fstest.MapFS{root + "/.git/HEAD": {}}, settings: map[string]string{}}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(folder, name))
		c.files[path.Join(root, name)] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}
