package resolve

import (
	"bytes"
	"iter"
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/parser"
)

// Module is one script: a file, or the script of a single-file component.
type Module struct {
	File *source.File
	Name string // the file's name
	Base int32  // where the tree's source starts in the file
	Tree *ast.Tree
	// imports are the modules that the names in its imports lead to.
	imports map[string]*Module
	inert   bool   // it is a library that contacts nobody, and its tree is empty
	outside string // the file that a component names as its script, which says nothing itself
	// components are the files of the components that name the module as their script.
	components []string
	byName     map[string][]*ast.Expr // calls
	// pruned is what another target's build would run.
	pruned stretches
	// lines is the number of line ends in the source, and one; 0 if not counted.
	lines int
}

// CallsOf returns the calls of a bare name.
func (m *Module) CallsOf(name string) []*ast.Expr {
	if m.byName == nil {
		m.byName = map[string][]*ast.Expr{}
		for _, x := range m.Tree.Calls {
			if x.L.Kind == ast.Ident {
				m.byName[x.L.Text] = append(m.byName[x.L.Text], x)
			}
		}
	}
	return m.byName[name]
}

// Hooks goes through the functions that a framework may call, by the names under which it
// does: onLoad() {} and onLoad(() => {}).
func (m *Module) Hooks() iter.Seq2[string, *ast.Func] {
	return func(yield func(string, *ast.Func) bool) {
		for _, f := range m.Tree.Funcs {
			if !yield(f.Name, f) {
				return
			}
		}
		for _, x := range m.Tree.Calls {
			if len(x.List) > 0 && x.List[0].Kind == ast.Function && !yield(ast.NameOf(x.L), x.List[0].Func()) {
				return
			}
		}
	}
}

// IsPruned reports whether a place in the module's source is in a branch of
// another target.
func (m *Module) IsPruned(at int) bool { return m.pruned.hold(int32(at) - m.Base) }

// Span returns the place of bytes of the module's source in its file.
func (m *Module) Span(start, end int32) source.Span {
	return source.Span{File: m.File, Start: int(m.Base + start), End: int(m.Base + end)}
}

// IsVue reports whether the module is the script of a component of Vue.
func (m *Module) IsVue() bool { return isVue(m.Name) || slices.ContainsFunc(m.components, isVue) }

func isVue(name string) bool {
	ext := path.Ext(name)
	return ext == ".vue" || ext == ".nvue" || ext == ".uvue"
}

// Components are the files of the components that name the module as their script
// (https://vuejs.org/api/sfc-spec.html#src-imports).
func (m *Module) Components() []string { return m.components }

func (m *Module) IsJSON() bool { return m.File.Ext() == "json" }

func (m *Module) Json() *ast.Expr {
	if len(m.Tree.Body) == 0 {
		return nil
	}
	return m.Tree.Body[0].Expr
}

// minifiedLine is the average length of line above which code is minified.
const minifiedLine = 400

// Minified reports whether nobody wrote the source as it is. It is asked of every
// literal, so the lines are counted once.
func (m *Module) Minified() bool {
	if m.lines == 0 {
		m.lines = 1 + strings.Count(m.Tree.Source, "\n")
	}
	return len(m.Tree.Source) > minifiedLine*m.lines
}

// Parse reads a script. JSON is read as an expression. The rest is left once
// stopped, which may be nil, reports true.
func Parse(src []byte, lang string, stopped func() bool) *ast.Tree {
	opt := parser.Options{JSX: true, Stopped: stopped}
	switch lang {
	case "json":
		return parser.ParseExpression(bytes.TrimPrefix(src, []byte("\ufeff")), stopped)
	case "ts", "mts", "cts", "uts":
		opt.TypeScript, opt.JSX = true, false
	case "tsx":
		opt.TypeScript = true
	}
	t := parser.Parse(src, opt)
	bareCallees(t)
	raiseSuper(t)
	raiseExports(t)
	unalias(t)
	assignDescribed(t)
	plainCalls(t)
	listArguments(t)
	return t
}

// DefaultExport returns the expression that is exported by default, or nil.
func (m *Module) DefaultExport() *ast.Expr {
	for i := range m.Tree.Exports {
		if e := &m.Tree.Exports[i]; e.As == "default" && e.Value != nil {
			return e.Value
		}
	}
	return nil
}
