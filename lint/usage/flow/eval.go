package flow

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// eval returns what an expression can evaluate to: nothing when it is not
// known at all.
func (p *Program) eval(x *ast.Expr, m *module, f *frame) values {
	if x == nil {
		return nil
	}
	key := exprKey{x, f}
	if a, ok := p.known.exprs[key]; ok {
		return p.recall(a)
	}
	if p.exhausted() {
		return nil
	}
	outer := p.begin()
	p.known.exprs[key] = cycle
	a := p.end(p.evalKind(x, m, f), outer)
	p.known.exprs[key] = a
	return a.values
}

func (p *Program) evalKind(x *ast.Expr, m *module, f *frame) values {
	switch x.Kind {
	case ast.String:
		return values{literal(x, m)}
	case ast.Template, ast.Concat:
		return p.evalJoined(x, m, f)
	case ast.Number:
		return values{{kind: constant, text: x.Text}}
	case ast.Ident:
		return p.evalIdent(x, m, f)
	case ast.This:
		return p.this(x.Scope, m)
	case ast.Member:
		return p.evalMember(x, m, f)
	case ast.Index:
		return p.evalIndex(x, m, f)
	case ast.Call, ast.New:
		return p.evalCall(x, m, f)
	case ast.Object:
		return values{{kind: object, expr: x, mod: m, frame: f}}
	case ast.Array:
		return values{{kind: array, expr: x, mod: m, frame: f}}
	case ast.Logical:
		return p.eval(x.L, m, f).union(p.eval(x.R, m, f))
	case ast.Cond:
		return p.eval(x.R, m, f).union(p.eval(x.C, m, f))
	case ast.Assign:
		return p.eval(x.R, m, f)
	case ast.Sequence:
		return p.eval(x.List[len(x.List)-1], m, f)
	case ast.Function:
		return values{{kind: function, fn: x.Func, mod: m, frame: f}}
	case ast.Class:
		return values{{kind: class, class: x.Class, mod: m}}
	case ast.Spread:
		return p.eval(x.L, m, f)
	}
	return nil
}

// evalJoined evaluates a template or a chain of +.
func (p *Program) evalJoined(x *ast.Expr, m *module, f *frame) values {
	vs := values{{kind: str}}
	for i, piece := range x.List {
		next := p.eval(piece, m, f).text()
		if i == 0 || len(vs) == 1 && vs[0].text == "" && len(vs[0].parts) == 0 && !vs[0].open {
			if len(next) == 0 {
				return nil
			}
		}
		vs = vs.append(next)
		if vs.allSettled() {
			break
		}
	}
	return vs
}

// text leaves what has a text of its own.
func (vs values) text() values {
	for i := range vs {
		if !vs[i].isText() {
			return slices.DeleteFunc(slices.Clone(vs), func(v *value) bool { return !v.isText() })
		}
	}
	return vs.shared()
}

func (v *value) isText() bool {
	return v.kind == str || v.kind == constant && v.text != "undefined" && v.text != "null"
}

func (vs values) allSettled() bool {
	for _, v := range vs {
		if !v.open && !settled(v.text) {
			return false
		}
	}
	return true
}

func (p *Program) evalIdent(x *ast.Expr, m *module, f *frame) values {
	if b := x.Scope.Lookup(x.Text); b != nil {
		return p.evalBinding(b, m, f).through(step{x.Text, m, x.Start, x.End, nil})
	}
	switch x.Text {
	case "undefined", "null", "true", "false":
		return values{{kind: constant, text: x.Text}}
	case "exports":
		return values{{kind: exports, mod: m}}
	}
	if p.prefixes[x.Text] {
		return values{{kind: api, path: p.paths.root(x.Text)}}
	}
	if p.scopeOf != nil {
		return p.scopeOf(x.Text)
	}
	return p.defined[x.Text].through(step{x.Text, m, x.Start, x.End, nil})
}

// evalBinding returns everything that a name is ever given.
func (p *Program) evalBinding(b *ast.Binding, m *module, f *frame) values {
	if fn := b.Scope.Func; fn == nil || f.of(fn) == nil {
		f = nil
	} else {
		f = f.of(fn)
	}
	key := bindingKey{b, f}
	if a, ok := p.known.bindings[key]; ok {
		return p.recall(a)
	}
	outer := p.begin()
	p.known.bindings[key] = cycle
	a := p.end(p.bindingOf(key, m), outer)
	p.known.bindings[key] = a
	return a.values
}

// bindingOf is evalBinding for a name that was not asked for before.
func (p *Program) bindingOf(key bindingKey, m *module) values {
	b, f := key.binding, key.frame
	var vs values
	given := false
	for _, d := range b.Defs {
		switch {
		case d.Func != nil:
			args, always := p.parameter(d, m, f)
			given = given || always
			vs = vs.union(args)
		case d.From != "":
			vs = vs.union(p.importedName(m, d.From, d.Name))
		case d.Default && given:
		case rewrites(d.Value, b):
		default:
			below := p.follow(p.eval(d.Value, m, f), d.Path)
			given = given || len(d.Path) > 0 && len(below) > 0
			vs = vs.union(below)
		}
		p.known.bindings[key] = answer{vs.shared(), true} // x += y sees what x had before
	}
	return vs
}

// rewrites reports whether an assignment only changes text that is no part of a
// host: s = s.replace(/&amp;/g, '&'). Decoders have hundreds of them.
func rewrites(x *ast.Expr, b *ast.Binding) bool {
	if x == nil || x.Kind != ast.Call || x.L.Kind != ast.Member || x.L.Text != "replace" || len(x.List) == 0 {
		return false
	}
	of, pattern := x.L.L, x.List[0].Text
	return of.Kind == ast.Ident && of.Scope.Lookup(of.Text) == b && !strings.Contains(pattern, "http") && !strings.Contains(pattern, "ws") && !strings.ContainsAny(strings.Trim(pattern, "/gi"), "/.")
}

// parameter returns what calls give to a parameter, and whether every call
// gives something.
func (p *Program) parameter(d ast.Def, m *module, f *frame) (values, bool) {
	if f != nil {
		arg := argument(f.args, d.Param, d.Rest)
		vs := p.follow(p.eval(arg, f.mod, f.caller), d.Path)
		return vs, arg != nil && (len(d.Path) == 0 || len(vs) > 0)
	}
	p.known.early = p.known.early || !p.allSites
	if p.noParameters {
		return nil, false
	}
	var all values
	sites := p.sites[d.Func]
	always := len(sites) > 0
	for _, s := range sites {
		arg := argument(s.args, d.Param, d.Rest)
		vs := p.follow(p.eval(arg, s.mod, nil), d.Path)
		always = always && arg != nil && (len(d.Path) == 0 || len(vs) > 0)
		all = all.union(vs)
	}
	return all, always
}

// follow reads a path of properties.
func (p *Program) follow(vs values, path []string) values {
	for _, name := range path {
		vs = p.property(vs, name)
	}
	return vs
}

// evalIndex evaluates a[b]. A key that a caller chooses is taken as it is
// known; one that a constant or a variable of the program holds is a switch,
// and every property counts: its other values are an edit away.
func (p *Program) evalIndex(x *ast.Expr, m *module, f *frame) values {
	base := p.eval(x.L, m, f)
	if !chosen(x.R) && !base.named() {
		return p.switched(base, x.R)
	}
	keys := p.eval(x.R, m, f).text()
	if len(keys) >= maxPaths { // there can be more
		return p.property(base, "*")
	}
	var vs values
	for _, k := range keys {
		if k.open {
			return p.property(base, "*")
		}
		vs = vs.union(p.property(base, k.text))
	}
	if len(vs) == 0 {
		return p.property(base, "*")
	}
	return vs
}

// named reports whether a value is an API or a package, which has no list of
// its properties.
func (vs values) named() bool {
	for _, v := range vs {
		if v.kind == api || v.kind == external {
			return true
		}
	}
	return false
}

// switched reads every property of a table; where the target of the build
// chooses, not those of other targets: {h5: …, weapp: …}[process.env.TARO_ENV].
func (p *Program) switched(base values, key *ast.Expr) values {
	if key.Kind != ast.Member || !isEnvironment(key.L) {
		return p.property(base, "*")
	}
	var out values
	for _, v := range base {
		if v.kind != object || v.expr.Kind != ast.Object {
			out = out.union(p.read(v, "*"))
			continue
		}
		for _, prop := range v.expr.Props {
			if prop.Key != "" && !model.OtherTargets[prop.Key] {
				out = out.union(p.read(v, prop.Key))
			}
		}
	}
	return out
}

// chosen reports whether a key is a literal or a parameter.
func chosen(x *ast.Expr) bool {
	switch x.Kind {
	case ast.String, ast.Number, ast.Concat, ast.Template:
		return true
	case ast.Ident:
		b := x.Scope.Lookup(x.Text)
		return b != nil && len(b.Defs) > 0 && b.Defs[0].Func != nil
	}
	return false
}

func (p *Program) evalMember(x *ast.Expr, m *module, f *frame) values {
	if isEnvironment(x) {
		return values{{kind: environ, text: x.L.Text}}
	}
	if x.L.Kind == ast.Ident && x.L.Text == "module" && x.Text == "exports" && x.L.Scope.Lookup("module") == nil {
		return values{{kind: exports, mod: m}}
	}
	base := p.eval(x.L, m, f)
	vs := p.property(base, x.Text)
	if len(vs) == 0 && model.ExtMembers[x.Text] {
		vs = p.ext
	}
	if len(vs) == 0 && x.L.Kind == ast.Member && x.L.Text == model.Dataset {
		if p.known.early = p.known.early || p.dataset == nil; p.dataset != nil {
			vs = p.dataset(m, x.Text)
		}
	}
	return vs.through(step{x.Text, m, x.End - int32(len(x.Text)), x.End, nil})
}

// isEnvironment reports whether an expression is process.env or
// import.meta.env.
func isEnvironment(x *ast.Expr) bool {
	if x.Kind != ast.Member || x.Text != "env" {
		return false
	}
	of := x.L
	process := of.Kind == ast.Ident && of.Text == "process"
	meta := of.Kind == ast.Member && of.Text == "meta" && of.L.Kind == ast.Ident && of.L.Text == "import"
	return process || meta
}
