package message

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	gocmp "github.com/google/go-cmp/cmp"
)

// TestTextsOfAllPackages looks at every Text that is written down anywhere: the
// catalogue's and those of rules, platforms, vendors, boxes and flags. It must
// be there in both languages, with Chinese in the Chinese one, and with the
// same placeholders.
func TestTextsOfAllPackages(t *testing.T) {
	found := map[string]int{}
	sources(t, "..", func(file string, f *ast.File) {
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.CompositeLit); ok {
				if text, ok := textOf(lit); ok {
					found[filepath.Dir(file)]++
					checkWritten(t, file, text)
				}
			}
			return true
		})
	})
	for dir, atLeast := range map[string]int{"../rule": 54, "../message": 300, "../platform": 30, "../cli": 50} {
		if found[dir] < atLeast {
			t.Errorf("%d texts in %s, at least %d were there once: they are written in a form that is not looked at", found[dir], dir, atLeast)
		}
	}
}

// sources parses the packages below a folder, without their tests.
func sources(t *testing.T, root string, see func(file string, f *ast.File)) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err == nil {
			see(filepath.ToSlash(path), f)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// textOf reads a literal of two strings: Text{"…", "…"} or {EN: "…", ZH: "…"}.
// What is put together when the program runs is none.
func textOf(lit *ast.CompositeLit) (Text, bool) {
	parts := map[string]string{}
	for i, e := range lit.Elts {
		name, value := []string{"EN", "ZH", "?"}[min(i, 2)], e
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			key, ok := kv.Key.(*ast.Ident)
			if !ok || key.Name != "EN" && key.Name != "ZH" {
				return Text{}, false
			}
			name, value = key.Name, kv.Value
		} else if !isText(lit.Type) {
			return Text{}, false
		}
		s, ok := literal(value)
		if !ok {
			return Text{}, false
		}
		parts[name] = s
	}
	return Text{parts["EN"], parts["ZH"]}, len(parts) > 0
}

// isText reports whether the type of a literal is Text or message.Text.
func isText(e ast.Expr) bool {
	if s, ok := e.(*ast.SelectorExpr); ok {
		e = s.Sel
	}
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "Text"
}

// literal returns the value of strings that are written down, and put together.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		a, ok := literal(e.X)
		b, too := literal(e.Y)
		return a + b, ok && too
	}
	return "", false
}

// offWords are those for which another one is in use, or that a native reader
// stumbles over: the list is 备案清单, the platform's are 合法域名, the reader is 您.
var offWords = regexp.MustCompile(`\b(can not|anew|put right|handed in|one a line|stands? twice)\b|清单|名单|你|怎么办|没有备案覆盖`)

// checkWritten lets names and signs be the same in both languages.
func checkWritten(t *testing.T, file string, text Text) {
	t.Helper()
	if strings.TrimSpace(text.EN) == "" || strings.TrimSpace(text.ZH) == "" {
		t.Errorf("%s: %q lacks a language", file, text)
	}
	if text.EN == text.ZH && !strings.Contains(text.EN, " ") { // a name
		return
	}
	if found := offWords.FindString(strings.ReplaceAll(text.EN+"\n"+text.ZH, "备案清单", "")); found != "" {
		t.Errorf("%s: %q in %q: see offWords", file, found, text)
	}
	if !strings.ContainsFunc(text.ZH, isHan) && strings.ContainsFunc(text.EN, unicode.IsLetter) {
		t.Errorf("%s: Chinese %q has no Chinese in it", file, text.ZH)
	}
	if !strings.Contains(text.EN+text.ZH, "%[") {
		return
	}
	if diff := gocmp.Diff(indexes(t, text.EN), indexes(t, text.ZH)); diff != "" {
		t.Errorf("%s: %q: placeholders (-English +Chinese):\n%s", file, text.EN, diff)
	}
}

// TestErrorsAreInTheCatalogue: an error of the command line or of a report is a
// sentence of the catalogue, or has a name by which it is turned into one.
func TestErrorsAreInTheCatalogue(t *testing.T) {
	for _, dir := range []string{"../cli", "../report"} {
		sources(t, dir, func(file string, f *ast.File) {
			for _, d := range f.Decls {
				if f, ok := d.(*ast.FuncDecl); ok {
					ast.Inspect(f, func(n ast.Node) bool { checkError(t, file, n); return true })
				}
			}
		})
	}
}

func checkError(t *testing.T, file string, n ast.Node) {
	t.Helper()
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return
	}
	s, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return
	}
	pkg, _ := s.X.(*ast.Ident)
	if pkg == nil || pkg.Name+"."+s.Sel.Name != "errors.New" && pkg.Name+"."+s.Sel.Name != "fmt.Errorf" {
		return
	}
	text, _ := literal(call.Args[0])
	if strings.Contains(text, "%w") { // what it wraps is looked at
		return
	}
	t.Errorf("%s: the error %q is in English alone", file, text)
}

func TestCause(t *testing.T) {
	for err, want := range map[error]string{
		fs.ErrPermission: "没有权限",
		&fs.PathError{Op: "open", Path: "a", Err: fs.ErrNotExist}: "文件不存在",
	} {
		if got := Cause(err); got.ZH != want || strings.Contains(got.EN, "open") {
			t.Errorf("Cause(%v) = %q", err, got)
		}
	}
	if got := Cause(&fs.PathError{Op: "open", Path: "a", Err: fs.ErrClosed}); got.EN != "file already closed" || got.ZH != got.EN {
		t.Errorf("a cause that is not known: %q", got)
	}
}
