package sink

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// namesOf are the dotted names by which people know a callee: as the code writes it,
// as the module exports it, and as it is reached from a package.
func (k *knownCalls) namesOf(callee *ast.Expr, callees eval.Values, m *resolve.Module) []string {
	w := &writer{left: maxWritten, values: k.values, mod: m}
	names := w.names(callee)
	for _, v := range callees {
		if v.Kind == eval.Package || v.Kind == eval.API {
			names = append(names, v.Path.String())
		}
	}
	return names
}

// maxWritten bounds of how many expressions the names of one callee are made.
const maxWritten = 64

// writer writes the names of expressions in a module.
type writer struct {
	left   int
	values *eval.Program
	mod    *resolve.Module
}

// names are the names of an expression as it and the names in it are written. Calls
// do not count: getApp().http is getApp.http.
func (w *writer) names(x *ast.Expr) []string {
	if w.left--; w.left < 0 {
		return []string{""}
	}
	switch x.Kind {
	case ast.This:
		return []string{"this"}
	case ast.Call, ast.New:
		if x.L.Kind == ast.Ident && x.L.Text == "require" && len(x.List) == 1 && x.List[0].Kind == ast.String {
			return []string{moduleName(x.List[0].Text)}
		}
		return w.names(x.L)
	case ast.Member:
		return below(append(w.names(x.L), w.made(x.L)...), x.Text)
	case ast.Index:
		if x.R.Kind == ast.String {
			return below(w.names(x.L), x.R.Text)
		}
	case ast.Ident:
		return append(w.declared(x.Binding()), x.Text)
	}
	return nil
}

// declared are the names of what a name is declared as: an import, a constant, a part of
// one.
func (w *writer) declared(b *ast.Binding) (names []string) {
	if b == nil {
		return nil
	}
	for _, d := range b.Defs {
		var of []string
		switch {
		case w.left <= 0:
			return names
		case d.From != "":
			of = []string{moduleName(d.From)}
			if d.Name != "" && d.Name != "*" && d.Name != "default" {
				of = append(below(of, d.Name), d.Name)
			}
		case d.Value != nil:
			of = w.names(d.Value)
		}
		names = append(names, below(of, d.Path...)...)
	}
	return names
}

// made are the names of what the module makes and keeps in a member:
// this.socket = new WebSocket(), for this.socket.
func (w *writer) made(member *ast.Expr) (names []string) {
	if member.Kind != ast.Member {
		return nil
	}
	for _, a := range w.values.Assigned(member.Text) {
		if w.left <= 0 {
			return names
		}
		w.left--
		if a.Mod == w.mod && a.Value != nil && a.Value.Kind == ast.New && w.isSame(a.Target, member.L) {
			names = append(names, w.names(a.Value)...)
		}
	}
	return names
}

// isSame reports whether two expressions can be written in the same way.
func (w *writer) isSame(a, b *ast.Expr) bool {
	names := w.names(a)
	return slices.ContainsFunc(w.names(b), func(name string) bool { return slices.Contains(names, name) })
}

// below puts the names of members behind names.
func below(names []string, members ...string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = strings.Join(append([]string{name}, members...), ".")
	}
	return out
}

// fileEnding is what the names of files that hold a client end with behind its own:
// mqtt-4.2.min.js, sentry-miniapp.wx.min.js.
var fileEnding = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(-\d[\w.]*?)?(\.(wx|my|weapp|umd|cjs|esm))?([.-]min)?(\.(m?js|ts|vue))?$`)
})

// moduleName is the name of a module without the ending of its file.
func moduleName(from string) string { return fileEnding().ReplaceAllString(from, "") }
