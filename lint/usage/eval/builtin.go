package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// builtin evaluates the call of a function or method of the language; false
// where it does not apply.
type builtin func(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool)

// functionRow is a row of the table of functions.
type functionRow struct {
	eval builtin
	// imported: it can come from a package, so a name that is declared and stands
	// for no function of the program is still it.
	imported bool
}

func functionTable() map[string]functionRow {
	table := map[string]functionRow{
		"require":            {eval: evalRequire},
		"import":             {eval: evalRequire},
		model.PluginLoader:   {eval: evalRequire},
		model.Computed:       {eval: evalComputed, imported: true},
		"encodeURIComponent": {eval: evalFirst, imported: true},
		"encodeURI":          {eval: evalFirst, imported: true},
		"decodeURIComponent": {eval: evalFirst, imported: true},
		"decodeURI":          {eval: evalFirst, imported: true},
		"String":             {eval: evalFirst, imported: true},
		"escape":             {eval: evalFirst, imported: true},
		"unescape":           {eval: evalFirst, imported: true},
	}
	for name := range model.Reactive {
		table[name] = functionRow{eval: evalFirst, imported: true}
	}
	return table
}

// anyMethod is the key of what every method of an object does.
const anyMethod = "*"

// staticTable holds the methods of objects that everybody can name.
func staticTable() map[string]map[string]builtin {
	return map[string]map[string]builtin{
		"Object": {
			"assign": evalMerged, "freeze": evalFirst, "seal": evalFirst, "create": evalFirst,
			"values": evalListOf, "entries": evalListOf,
		},
		"Promise": {anyMethod: evalFirst}, // resolve, all, race
		"require": {"async": evalRequireAsync},
	}
}

// methodTable holds the methods of strings, arrays, maps and functions.
func methodTable() map[string]builtin {
	return map[string]builtin{
		"trim": evalSame, "trimEnd": evalSame, "toString": evalSame, "valueOf": evalSame, "toLowerCase": evalSame, "normalize": evalSame,
		"bind":   evalSame,
		"concat": evalConcat, "replace": evalReplace, "replaceAll": evalReplace, "join": evalJoin,
		"map": evalMap, "flatMap": evalMap,
		"filter": evalArray, "reverse": evalArray, "sort": evalArray, "splice": evalArray,
		"slice": evalSlice, "substring": evalCut, "substr": evalCut, "split": evalCut,
		"get":  evalGet,
		"find": evalElement, "shift": evalElement, "pop": evalElement, "at": evalElement,
	}
}

// classTable holds the classes whose methods send nothing, with what else is
// known of an instance.
func classTable() map[string]builtin {
	return map[string]builtin{
		"Map": nil, "Set": nil, "WeakMap": nil, "WeakSet": nil, "Date": nil, "RegExp": nil, "Error": nil, "URLSearchParams": nil,
		"Promise": evalPromise, "URL": evalFirst,
	}
}

// function evaluates the call of a bare name that is a function of the language
// or of a framework.
func (c *calls) function(x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	name := x.L.Text
	if name == model.AppGetter {
		return c.apps(), true
	}
	row, ok := c.functions[name]
	if !ok || len(x.List) == 0 {
		return nil, false
	}
	if b := x.L.Scope.Lookup(name); b != nil && (!row.imported || len(c.functionsOf(b, m)) > 0) {
		return nil, false
	}
	return row.eval(c, x, m, f)
}

// method evaluates the call of a method of the language: of Object, strings,
// arrays, functions and promises.
func (c *calls) method(x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	of, name := x.L.L, x.L.Text
	if of.Kind == ast.Ident && len(x.List) > 0 {
		methods := c.statics[of.Text]
		static := methods[name]
		if static == nil {
			static = methods[anyMethod]
		}
		if static != nil {
			if vs, ok := static(c, x, m, f); ok {
				return vs, true
			}
		}
	}
	if method := c.methods[name]; method != nil {
		return method(c, x, m, f)
	}
	return nil, false
}

// class evaluates the construction of an instance of a class of the language.
func (c *calls) class(x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	if x.Kind != ast.New || x.L.Kind != ast.Ident {
		return nil, false
	}
	made, ok := c.classes[x.L.Text]
	if !ok || x.L.Scope.Lookup(x.L.Text) != nil {
		return nil, false
	}
	if made != nil && len(x.List) > 0 {
		if vs, ok := made(c, x, m, f); ok {
			return vs, true
		}
	}
	return Values{{Kind: Native, Text: x.L.Text, expr: x, mod: m}}, true
}

func evalFirst(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	return c.e.eval(x.List[0], m, f), true
}

func evalRequire(c *calls, x *ast.Expr, m *resolve.Module, _ *frame) (Values, bool) {
	if arg := x.List[0]; arg.Kind == ast.String {
		return c.e.exports.required(m, arg.Text), true
	}
	return nil, true
}

func evalRequireAsync(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	if x.List[0].Kind != ast.String {
		return nil, false
	}
	return evalRequire(c, x, m, f)
}

func evalComputed(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	return c.computed(x.List[0], m, f), true
}

func evalPromise(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	vs := c.resolved(x.List[0], m, f)
	return vs, len(vs) > 0
}

func evalMerged(_ *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	return Values{{Kind: Object, expr: x, mod: m, frame: f}}, true
}

// evalListOf makes the array of Object.values or Object.entries: its one element
// stands for all.
func evalListOf(_ *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	at := x.List[0]
	element := anyElement(at, at)
	if x.L.Text == "entries" {
		element = &ast.Expr{Kind: ast.Array, List: []*ast.Expr{{}, element}, Start: at.Start, End: at.End}
	}
	list := &ast.Expr{Kind: ast.Array, List: []*ast.Expr{element}, Start: at.Start, End: at.End}
	return Values{{Kind: Array, expr: list, mod: m, frame: f}}, true
}

func evalSame(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	vs := c.e.eval(x.L.L, m, f)
	return vs, len(vs) > 0
}

func evalConcat(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	return c.concatenated(x, m, f)
}

func evalJoin(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	return c.joined(x, m, f)
}

func evalReplace(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	vs := c.e.eval(x.L.L, m, f).Texts()
	if len(vs) == 0 {
		return nil, false
	}
	return c.replaced(vs, x, m, f), true
}

// evalMap evaluates list.map(f): what f returns for any element stands for the
// elements.
func evalMap(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	if len(x.List) == 0 || len(c.arrays(x.L.L, m, f)) == 0 {
		return nil, false
	}
	element := anyElement(x.L.L, x.L)
	call := &ast.Expr{Kind: ast.Call, L: x.List[0], List: []*ast.Expr{element}, Start: x.Start, End: x.End, Scope: x.Scope}
	var out Values
	for _, callee := range c.e.eval(x.List[0], m, f) {
		if callee.Kind == Function {
			out = out.Union(c.result(call, callee, m, f))
		}
	}
	return out, len(out) > 0
}

func evalArray(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	vs := c.arrays(x.L.L, m, f)
	return vs, len(vs) > 0
}

func evalSlice(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	if vs, ok := evalArray(c, x, m, f); ok {
		return vs, true
	}
	return evalCut(c, x, m, f)
}

// evalCut evaluates methods that cut a part off: what is left mostly has the
// host.
func evalCut(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	vs := c.e.eval(x.L.L, m, f).Texts()
	return vs.opened(), len(vs) > 0
}

func evalGet(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	vs := c.ofMap(x.L.L, m, f)
	return vs, len(vs) > 0
}

func evalElement(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	vs := c.arrays(x.L.L, m, f)
	return c.e.props.property(vs, "*"), len(vs) > 0
}
