// Command types checks the types of packages and their tests for each GOOS that it is given,
// from source: to compile the standard library for one more system takes a minute.
//
//	go run ./.ci/types GOOS/GOARCH[,GOOS/GOARCH…] PACKAGE…
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: types GOOS/GOARCH[,GOOS/GOARCH…] PACKAGE…")
		os.Exit(2)
	}
	for system := range strings.SplitSeq(os.Args[1], ",") {
		if err := check(system, os.Args[2:]); err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", system, err)
			os.Exit(1)
		}
	}
}

// listed is what go list says of a package. Those of tests have an import path of their own,
// and ImportMap says where a name means one of these.
type listed struct {
	Dir, ImportPath string
	GoFiles         []string
	ImportMap       map[string]string
	Module          *struct{ Main bool }
}

// check checks packages after all that they import: in the order of go list.
func check(system string, patterns []string) error {
	goos, goarch, _ := strings.Cut(system, "/")
	list := exec.Command("go", append([]string{"list", "-deps", "-test", "-json=Dir,ImportPath,GoFiles,ImportMap,Module"}, patterns...)...)
	list.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch, "CGO_ENABLED=0")
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		return err
	}
	checked := map[string]*types.Package{"unsafe": types.Unsafe}
	var wrong []error
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := decoder.Decode(&p); err == io.EOF {
			return errors.Join(wrong...)
		} else if err != nil {
			return err
		}
		if checked[p.ImportPath] != nil {
			continue
		}
		var errs []error
		checked[p.ImportPath], errs = p.check(checked, goarch)
		wrong = append(wrong, errs...)
	}
}

// check checks one package. Of those of others, what stands in functions is passed over.
func (p *listed) check(checked map[string]*types.Package, goarch string) (*types.Package, []error) {
	var errs []error
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range p.GoFiles {
		if !filepath.IsAbs(name) {
			name = filepath.Join(p.Dir, name)
		}
		file, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, []error{err}
		}
		files = append(files, file)
	}
	ours := p.Module != nil && p.Module.Main
	config := types.Config{
		Sizes: types.SizesFor("gc", goarch), IgnoreFuncBodies: !ours, FakeImportC: true,
		Importer: imports(func(path string) (*types.Package, error) {
			if mapped := p.ImportMap[path]; mapped != "" {
				path = mapped
			}
			if checked[path] == nil {
				return nil, errors.New("it is not listed before")
			}
			return checked[path], nil
		}),
		Error: func(err error) { errs = append(errs, err) },
	}
	path, _, _ := strings.Cut(p.ImportPath, " ") // what follows names the test that it is built for
	result, _ := config.Check(path, fset, files, nil)
	return result, errs
}

type imports func(path string) (*types.Package, error)

func (f imports) Import(path string) (*types.Package, error) { return f(path) }
