package platform

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// exceptions are the places outside this package that may name a platform, by
// file and word, with the reason.
var exceptions = map[string]string{
	"miniprogram/framework.go WeChat": "kbone and WePY build for WeChat only; what a framework builds for is the framework's",
	"miniprogram/framework.go wepy":   "the name of the framework, as of its package",
	"miniprogram/miniprogram.go wepy": "the name of the framework, as of its package",
	"usage/model/client.go qs":        "the name of a package",
	"endpoint/approved.go baidu":      "a top-level domain",
	"filing/columns.go 快应用":           "a kind of filing",
}

// What a platform is called and has for itself stands in its value: a new one
// must not need a line elsewhere.
func TestPlatformsAreNamedOnlyHere(t *testing.T) {
	words, names, constants := ownWords(), otherNames(), idConstants(t)
	used := map[string]bool{}
	eachSource(t, func(name string, file *ast.File) {
		hit := func(word string) {
			key := name + " " + word
			used[key] = true
			if exceptions[key] == "" {
				t.Errorf("%s names %q: ask the values of package platform", name, word)
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && x.Name == "platform" && slices.Contains(constants, n.Sel.Name) {
					hit(n.Sel.Name)
				}
			case *ast.BasicLit:
				s, err := strconv.Unquote(n.Value)
				if err == nil && n.Kind == token.STRING && slices.Contains(words, s) {
					hit(s)
				} else if i := slices.IndexFunc(names, func(name string) bool { return strings.Contains(s, name) }); i >= 0 && !strings.HasPrefix(name, "message/") {
					hit(names[i])
				}
			}
			return true
		})
	})
	for key := range exceptions {
		if !used[key] {
			t.Errorf("%s: the exception is not needed", key)
		}
	}
}

// ownWords are the words that belong to one platform.
func ownWords() []string {
	return collect(known, func(p *Platform) []string {
		words := []string{
			string(p.ID), p.Global, p.Files.Markup, p.Files.Style, p.Files.Script, p.Files.ScriptTag,
			p.Names.Condition, p.Names.Custom, p.Names.Manifest, p.Names.Components,
			p.Names.Taro, p.Names.Remax, p.Names.Mpx, p.Names.Mpvue, p.Names.Rax, p.Name.EN, p.Name.ZH,
			p.Project.Private, p.Project.Tool.Folder, p.Project.Tool.File, p.Project.Tool.Cache, p.Lists.Refused,
		}
		for _, k := range p.Lists.Keys {
			words = append(words, k.Key)
		}
		return slices.Concat(words, p.Names.Variants, p.Names.Folders, p.Names.Modules, p.Project.Files, p.Project.Marks)
	})
}

// otherNames are what people call the platforms that projects are not assumed to be for:
// texts for all platforms do not name them one by one. QQ and JD are too short to be told.
func otherNames() []string {
	names := collect(all, func(p *Platform) []string {
		if p.Assumed {
			return nil
		}
		return []string{p.Name.EN, p.Name.ZH}
	})
	return slices.DeleteFunc(names, func(name string) bool { return len(name) < 3 })
}

// idConstants are the names of this package's constants of type ID.
func idConstants(t *testing.T) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") {
			continue
		}
		ast.Inspect(parseSource(t, e.Name()), func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok {
				if id, ok := spec.Type.(*ast.Ident); ok && id.Name == "ID" && len(spec.Values) > 0 {
					names = append(names, spec.Names[0].Name)
				}
			}
			return true
		})
	}
	if !slices.Contains(names, "WeChat") {
		t.Fatalf("constants: %v", names)
	}
	return names
}

// eachSource visits the sources of the program that are no tests, outside this
// package, by their names below lint/.
func eachSource(t *testing.T, visit func(name string, file *ast.File)) {
	t.Helper()
	count := 0
	err := filepath.WalkDir("..", func(name string, e fs.DirEntry, err error) error {
		rel := filepath.ToSlash(strings.TrimPrefix(name, ".."+string(filepath.Separator)))
		switch {
		case err != nil:
			return err
		case e.IsDir() && (rel == "platform" || rel == "usage/usagetest"): // the latter makes mini programs for tests
			return filepath.SkipDir
		case strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go"):
			count++
			visit(rel, parseSource(t, name))
		}
		return nil
	})
	if err != nil || count < 50 {
		t.Fatalf("%d sources: %v", count, err)
	}
}

func parseSource(t *testing.T, name string) *ast.File {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return file
}
