package sink

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// allName reports whether every client that is made of an SDK, whose source is a module and
// knows the options, is given a server: each module that loads it calls it by the name of what
// it loaded, with a literal that has the server.
func (u *unasked) allName(sdk *resolve.Module, by []platform.Replaced) bool {
	if slices.ContainsFunc(by, func(r platform.Replaced) bool { return !strings.Contains(sdk.Tree.Source, r.Options[0]) }) {
		return false
	}
	c := &clients{sdk: sdk, by: by}
	for m := range u.in.modules() {
		if m != sdk && !c.allIn(m, u.in.names) {
			return false
		}
	}
	return c.named > 0
}

// clients are those that an SDK makes.
type clients struct {
	sdk   *resolve.Module
	by    []platform.Replaced
	named int // that are given a server
}

// allIn reports whether a module only makes clients with a server, as far as it loads the SDK.
func (c *clients) allIn(m *resolve.Module, names *resolve.Names) bool {
	loads := func(spec string) bool {
		name, ok := names.Resolve(m.Name, spec)
		return ok && name == c.sdk.Name
	}
	loaded, held := 0, 0
	for _, i := range m.Tree.Imports {
		if loads(i.From) {
			loaded++
		}
	}
	if loaded == 0 {
		return true
	}
	sdk := map[*ast.Binding]bool{}
	for _, b := range m.Tree.Bindings {
		for _, d := range b.Defs {
			switch {
			case d.From != "" && loads(d.From):
				held++
				sdk[b] = d.Name == "default" || d.Name == "*"
				if !sdk[b] && c.makes(d.Name) {
					return false
				}
			case isLoad(d.Value, loads):
				held++
				sdk[b] = len(d.Path) == 0
				if len(b.Defs) > 1 || !sdk[b] && c.makes(d.Path[0]) {
					return false
				}
			}
		}
	}
	return held >= loaded && c.allOf(m, sdk)
}

// isLoad reports whether an expression is require of what a test says.
func isLoad(x *ast.Expr, loads func(string) bool) bool {
	return x != nil && x.Kind == ast.Call && ast.NameOf(x.L) == "require" && len(x.List) == 1 && x.List[0].Kind == ast.String && loads(x.List[0].Text)
}

// allOf reports whether all that a module does with an SDK is to read its members, and to make
// clients with a server of those that do.
func (c *clients) allOf(m *resolve.Module, sdk map[*ast.Binding]bool) bool {
	all := true
	ast.Walk(m.Tree, func(x *ast.Expr, around []*ast.Expr) {
		if !all || x.Kind != ast.Ident || !sdk[x.Binding()] {
			return
		}
		all = false
		if n := len(around); n > 0 && around[n-1].Kind == ast.Member && around[n-1].L == x {
			member := around[n-1]
			if all = !c.makes(member.Text); !all && n > 1 && c.hasServer(around[n-2], member) {
				c.named++
				all = true
			}
		}
	})
	return all
}

// makes reports whether a member of the SDK makes clients.
func (c *clients) makes(member string) bool {
	return slices.ContainsFunc(c.by, func(r platform.Replaced) bool {
		of := model.TeamCall{Call: r.Call}
		return of.Last() == member
	})
}

// hasServer reports whether an expression calls a member of the SDK with a literal that has a
// server which counts.
func (c *clients) hasServer(call, member *ast.Expr) bool {
	if call.Kind != ast.Call && call.Kind != ast.New || call.L != member || len(call.List) == 0 || call.List[0].Kind != ast.Object {
		return false
	}
	options := call.List[0]
	if slices.ContainsFunc(options.Props(), func(p ast.Prop) bool { return p.Spread || p.Computed != nil }) {
		return false
	}
	return slices.ContainsFunc(c.by, func(r platform.Replaced) bool {
		if r.Off != "" {
			if off := memberOf(options, r.Off); off == nil || off.Kind != ast.Ident || off.Text != "false" {
				return false
			}
		}
		return slices.ContainsFunc(r.Options[:], func(option string) bool { return option != "" && isServer(memberOf(options, option), 0) })
	})
}

// maxServer bounds through how many names isServer looks.
const maxServer = 4

// isServer reports whether a value surely is a text that is not empty: one that is written
// there, or where the only value of a name is.
func isServer(x *ast.Expr, depth int) bool {
	switch {
	case x == nil || depth > maxServer:
		return false
	case x.Kind == ast.String:
		return x.Text != ""
	case x.Kind == ast.Template, x.Kind == ast.Concat:
		return slices.ContainsFunc(x.List, func(piece *ast.Expr) bool { return isServer(piece, depth+1) })
	case x.Kind != ast.Ident:
		return false
	}
	b := x.Binding()
	return b != nil && len(b.Defs) == 1 && len(b.Defs[0].Path) == 0 && b.Defs[0].From == "" && isServer(b.Defs[0].Value, depth+1)
}
