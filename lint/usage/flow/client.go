package flow

import (
	"strings"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// client notes the base URL that a request library is configured with: in an
// object, or by a function that gets the configuration and changes it.
func (c *collector) client(x *ast.Expr, callee *value, m *module) {
	to := contact{category: platform.Request, api: callee.path.String(), place: m.span(x.L.Start, x.L.End)}
	for _, arg := range x.List {
		for _, v := range c.eval(arg, m, nil) {
			if v.kind == function {
				c.configures(v, to)
				continue
			}
			for _, name := range model.BaseOptions {
				c.reaches(c.read(v, name).text(), to)
			}
		}
	}
}

// configures notes the base URLs that a function gives to its parameter, or
// returns in an object.
func (c *collector) configures(fn *value, to contact) {
	for _, name := range model.BaseOptions {
		for _, a := range c.assigns[name] {
			if isParameter(a.target, fn.fn) {
				c.reaches(c.eval(a.value, a.mod, nil), to)
			}
		}
		c.reaches(c.property(c.returned(fn, fn.frame), name).text(), to)
	}
}

// isParameter reports whether an expression is the first parameter of a
// function.
func isParameter(x *ast.Expr, fn *ast.Func) bool {
	return x.Kind == ast.Ident && len(fn.Params) > 0 && fn.Params[0].Binding != nil && x.Scope.Lookup(x.Text) == fn.Params[0].Binding
}

// interceptor notes the URLs that uni.addInterceptor's invoke puts in front of
// every call of an API (https://uniapp.dcloud.net.cn/api/interceptor.html).
func (c *collector) interceptor(x *ast.Expr, path *Path, m *module) {
	prefix := path.Root()
	if len(x.List) == 1 {
		c.chain(x, prefix, m)
	}
	if len(x.List) < 2 || x.List[0].Kind != ast.String {
		return
	}
	row, ok := c.row(x.List[0].Text)
	if !ok || strings.Contains(row.Property, ".") {
		return
	}
	to := contact{category: row.Category, api: prefix + "." + row.Name, place: m.span(x.L.Start, x.L.End)}
	for _, v := range c.property(c.eval(x.List[1], m, nil), model.InterceptorHook) {
		if v.kind != function {
			continue
		}
		for _, a := range c.assigns[row.Property] {
			if isParameter(a.target, v.fn) {
				c.reaches(c.eval(a.value, a.mod, nil), to)
			}
		}
	}
}

// chain notes the URLs that an interceptor of Taro puts in front of every
// request: chain.requestParams.url = … (https://docs.taro.zone/docs/apis/network/request/addInterceptor).
func (c *collector) chain(x *ast.Expr, prefix string, m *module) {
	to := contact{category: platform.Request, api: prefix + ".request", place: m.span(x.L.Start, x.L.End)}
	for _, v := range c.eval(x.List[0], m, nil) {
		if v.kind != function {
			continue
		}
		for _, a := range c.assigns["url"] {
			if root := rootOf(a.target); isParameter(root, v.fn) || takenFrom(root, v.fn) {
				c.reaches(c.eval(a.value, a.mod, nil), to)
			}
		}
	}
}

// rootOf is what a chain of properties starts with.
func rootOf(x *ast.Expr) *ast.Expr {
	for x.Kind == ast.Member {
		x = x.L
	}
	return x
}

// takenFrom reports whether a name is taken from the first parameter of a
// function: const { requestParams } = chain.
func takenFrom(x *ast.Expr, fn *ast.Func) bool {
	if x.Kind != ast.Ident {
		return false
	}
	b := x.Scope.Lookup(x.Text)
	return b != nil && len(b.Defs) > 0 && b.Defs[0].Value != nil && isParameter(rootOf(b.Defs[0].Value), fn)
}

// assignedBases notes base URLs that are assigned to a client:
// axios.defaults.baseURL = …
func (c *collector) assignedBases() {
	for _, name := range model.BaseOptions {
		for _, a := range c.assigns[name] {
			for _, v := range c.eval(a.target, a.mod, nil) {
				if v.kind == external && model.IsClient(v.path.Root()) {
					place := a.mod.span(a.start, a.start+int32(len(name)))
					c.reaches(c.eval(a.value, a.mod, nil), contact{category: platform.Request, api: v.path.String(), place: place})
				}
			}
		}
	}
}
