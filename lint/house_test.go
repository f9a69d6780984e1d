package lint_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/beianlint/beianlint"

// floors are the packages from the front door down to the leaves. A package
// imports only what lies on a floor below its own; those on the last one may
// lean on each other. A package within another one's folder lies just below it.
var floors = [][]string{
	{"."},
	{"docs"},
	{"lint/cli"},
	{"lint/report"},
	{"lint"},
	{"lint/rule", "lint/suppress"},
	{"lint/filedlist"},
	{"lint/config"},
	{"lint/app"},
	{"lint/allowlist", "lint/usage", "lint/filing"},
	{"lint/miniprogram"},
	{"lint/finding", "lint/platform", "lint/endpoint", "lint/source", "lint/jsonc", "lint/message", "lint/change", "lint/suggest", "lint/parallel"},
}

// shared are packages within another one's folder that others may import as
// well: comments stand in the languages that usage reads.
var shared = map[string][]string{
	"lint/suppress/comment": {"lint/usage/lexer", "lint/usage/markup", "lint/usage/style", "lint/usage/dotenv"},
}

// floorOf returns the floor of a package and the package that it is a part of.
func floorOf(pkg string) (floor int, whole string) {
	for whole = pkg; whole != "."; whole = path.Dir(whole) {
		for i, names := range floors {
			if slices.Contains(names, whole) {
				return i, whole
			}
		}
	}
	return 0, whole
}

// mayImport says what is wrong with an import; "" if nothing is.
func mayImport(from, to string) string {
	upper, importer := floorOf(from)
	lower, whole := floorOf(to)
	switch last := len(floors) - 1; {
	case slices.Contains(shared[from], to):
		return ""
	case importer == whole && to == whole:
		return "a part does not know the whole"
	case importer == whole:
		return ""
	case to != whole:
		return whole + " is its only door"
	case upper >= lower && lower != last:
		return "it does not lie below"
	}
	return ""
}

// TestArrows: packages import each other in one direction.
func TestArrows(t *testing.T) {
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports", module+"/...")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, &stderr)
	}
	short := func(name string) (string, bool) {
		rel, ok := strings.CutPrefix(name, module)
		return path.Clean(strings.TrimPrefix(rel, "/")), ok
	}
	packages := 0
	for dec := json.NewDecoder(bytes.NewReader(out)); ; packages++ {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		from, _ := short(p.ImportPath)
		for _, name := range p.Imports {
			if to, ours := short(name); ours {
				if wrong := mayImport(from, to); wrong != "" {
					t.Errorf("%s imports %s: %s", from, to, wrong)
				}
			}
		}
	}
	if packages < 25 {
		t.Errorf("only %d packages", packages)
	}
}

// TestReachesOut: one package runs programs, and none talks to the network.
func TestReachesOut(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{range .Imports}}{{$.ImportPath}} {{.}}{{"\n"}}{{end}}`, module+"/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	allowed := map[string]bool{
		module + "/lint/cli/machine os/exec": true, // git
		module + "/lint/cli/machine syscall": true, // reading files
		module + "/lint/cli syscall":         true, // exit codes of signals
		module + " syscall":                  true, // SIGTERM
	}
	for line := range strings.Lines(string(out)) {
		pkg, name, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch name {
		case "os/exec", "syscall", "unsafe", "plugin", "net", "net/http", "net/rpc", "net/smtp", "crypto/tls":
			if !allowed[pkg+" "+name] {
				t.Errorf("%s imports %s", pkg, name)
			}
		}
	}
}

func TestMayImport(t *testing.T) {
	for _, c := range []struct {
		from, to string
		ok       bool
	}{
		{"lint", "lint/rule", true},
		{"lint/rule", "lint", false},
		{"lint/rule", "lint/suppress", false},
		{"lint/rule", "lint/finding", true},
		{"lint/finding", "lint/platform", true},
		{"lint/finding", "lint/app", false},
		{"lint/report", "lint", true},
		{"lint/cli", "lint/filing/workbook", false},
		{"lint/usage", "lint/usage/model", true},
		{"lint/usage/flow", "lint/usage/model", true},
		{"lint/usage/flow", "lint/usage", false},
		{"lint/usage/flow", "lint/miniprogram", true},
		{"lint/report", "lint/usage/flow", false},
		{"lint/suppress/comment", "lint/usage/lexer", true},
		{"lint/suppress/comment", "lint/usage/flow", false},
		{"lint/suppress", "lint/suppress/comment", true},
	} {
		if wrong := mayImport(c.from, c.to); (wrong == "") != c.ok {
			t.Errorf("%s imports %s: %q", c.from, c.to, wrong)
		}
	}
}

// What a reader can take in at once.
const (
	mostMethodFiles = 4   // files with methods of one type
	mostFields      = 16  // of a struct, unless its comment says why: "Its fields are …"
	mostLines       = 60  // of a function
	mostFileLines   = 400 // of a file
)

// TestSizes: what a reader has to take in at once is small.
func TestSizes(t *testing.T) {
	found := map[string]string{}
	methods := map[string]map[string]bool{} // files by type
	fset := token.NewFileSet()
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		file := strings.TrimPrefix(filepath.ToSlash(name), "../")
		if n := fset.File(f.Pos()).LineCount(); n > mostFileLines {
			found[file] = fmt.Sprintf("%d lines", n)
		}
		measure(fset, f, file, methods, found)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, files := range methods {
		if len(files) > mostMethodFiles {
			found[name] = fmt.Sprintf("methods in %d files", len(files))
		}
	}
	if len(methods) < 100 {
		t.Errorf("only %d types with methods", len(methods))
	}
	for _, name := range slices.Sorted(maps.Keys(found)) {
		t.Errorf("%s: %s", name, found[name])
	}
}

// measure notes the functions and structs of a file that are too large, and the
// types that it has methods of.
func measure(fset *token.FileSet, f *ast.File, file string, methods map[string]map[string]bool, found map[string]string) {
	folder := path.Dir(file) + "."
	for _, decl := range f.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			name := folder + d.Name.Name
			if d.Recv != nil {
				receiver := folder + typeName(d.Recv.List[0].Type)
				if name = receiver + "." + d.Name.Name; methods[receiver] == nil {
					methods[receiver] = map[string]bool{}
				}
				methods[receiver][file] = true
			}
			if n := fset.Position(d.End()).Line - fset.Position(d.Pos()).Line + 1; n > mostLines {
				found[name] = fmt.Sprintf("%d lines", n)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				if ts, ok := spec.(*ast.TypeSpec); ok && fields(ts) > mostFields && !strings.Contains(commentOf(d, ts), "ts fields are") {
					found[folder+ts.Name.Name] = fmt.Sprintf("%d fields", fields(ts))
				}
			}
		}
	}
}

func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return typeName(e.X)
	case *ast.IndexExpr:
		return typeName(e.X)
	case *ast.Ident:
		return e.Name
	}
	return "?"
}

func fields(ts *ast.TypeSpec) (n int) {
	if s, ok := ts.Type.(*ast.StructType); ok {
		for _, f := range s.Fields.List {
			n += max(1, len(f.Names))
		}
	}
	return n
}

func commentOf(d *ast.GenDecl, ts *ast.TypeSpec) string {
	return strings.Join(strings.Fields(d.Doc.Text()+ts.Doc.Text()), " ")
}

// TestWhereToLook: where the comment of a package says what its files are for, it names
// them all. A star stands for the files of a family.
func TestWhereToLook(t *testing.T) {
	for _, pkg := range []string{"eval", "resolve", "sink"} {
		text, err := os.ReadFile("usage/" + pkg + "/doc.go")
		if err != nil {
			t.Fatal(err)
		}
		_, places, found := strings.Cut(string(text), "Where to look:")
		files, err := filepath.Glob("usage/" + pkg + "/*.go")
		if err != nil || !found {
			t.Fatal(pkg, err, found)
		}
		words := strings.FieldsFunc(places, func(r rune) bool { return strings.ContainsRune(" ,;:.()\n", r) })
		for _, file := range files {
			name := strings.TrimSuffix(filepath.Base(file), ".go")
			family, _, _ := strings.Cut(name, "_")
			if !strings.HasSuffix(name, "_test") && name != "doc" && !slices.Contains(words, name) && !slices.Contains(words, family+"_*") {
				t.Errorf("doc.go does not say where %s belongs", file)
			}
		}
	}
}
