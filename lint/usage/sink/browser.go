package sink

import (
	"slices"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// ofLanguage reports whether a callee is of the language, or of a browser: it
// begins with a name that nothing in the mini program defines.
func ofLanguage(callee *ast.Expr) bool {
	for callee.Kind == ast.Member || callee.Kind == ast.Call {
		callee = callee.L
	}
	if callee.Kind != ast.Ident || callee.Text == model.AppGetter || callee.Text == model.PluginLoader {
		return false
	}
	return callee.Binding() == nil && len(platform.ByPrefix(callee.Text)) == 0
}

// ofBrowser reports whether an expression is something that only a browser has and
// through which nothing is sent from a mini program: the page's address, a window
// that is opened, an element of the document.
func (o *outlets) ofBrowser(x *ast.Expr) bool { return o.isOfBrowser(x, 0) }

// maxNames bounds through how many names it is looked whether something is of a
// browser.
const maxNames = 4

func (o *outlets) isOfBrowser(x *ast.Expr, depth int) bool {
	if x == nil || depth > maxNames {
		return false
	}
	switch x.Kind {
	case ast.Ident:
		if b := x.Binding(); b != nil {
			return len(b.Defs) == 1 && len(b.Defs[0].Path) == 0 && o.isOfBrowser(b.Defs[0].Value, depth+1)
		}
		return model.BrowserObjects[x.Text] && !o.polyfilled(x.Text)
	case ast.Member:
		if o.isOfBrowser(x.L, depth) {
			return true
		}
		return isWindow(x.L) && (model.BrowserObjects[x.Text] || model.WindowOpeners[x.Text]) && !o.polyfilled(x.Text)
	case ast.Call:
		return o.isOfBrowser(x.L, depth)
	}
	return false
}

// polyfilled reports whether the mini program gives the global object a property:
// an address given to window.location is a redirect.
func (o *outlets) polyfilled(name string) bool {
	return slices.ContainsFunc(o.in.values.Assigned(name), func(a eval.Assign) bool {
		return !(name == model.Location && isWindow(a.Target)) && a.Target.Kind == ast.Ident && a.Target.Binding() == nil
	})
}

// isWindow reports whether an expression is the global object of a browser.
func isWindow(x *ast.Expr) bool {
	return x.Kind == ast.Ident && model.Windows[x.Text] && x.Binding() == nil
}
