package eval

import (
	"slices"

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

// languageTables are what is known of the language.
type languageTables struct {
	functions map[string]functionRow
	statics   map[string]map[string]builtin
	methods   map[string]builtin
	classes   map[string]builtin
}

func (c *calls) language() *languageTables {
	if c.tables == nil {
		c.tables = &languageTables{functionTable(), staticTable(), methodTable(), classTable()}
	}
	return c.tables
}

func functionTable() map[string]functionRow {
	return map[string]functionRow{
		"require":            {eval: evalRequire},
		"import":             {eval: evalRequire},
		model.PluginLoader:   {eval: evalRequire},
		"encodeURIComponent": {eval: changesArgument(encoding(unreserved)), imported: true},
		"encodeURI":          {eval: changesArgument(encoding(unreserved + reserved)), imported: true},
		"decodeURIComponent": {eval: changesArgument(decoding("")), imported: true},
		"decodeURI":          {eval: changesArgument(decoding(reserved)), imported: true},
		"escape":             {eval: changesArgument(encoding(unescaped)), imported: true},
		"unescape":           {eval: changesArgument(unescape), imported: true},
		"atob":               {eval: changesArgument(fromBase64), imported: true},
		"btoa":               {eval: changesArgument(toBase64), imported: true},
		"String":             {eval: evalFirst, imported: true},
		"stringify":          {eval: evalQuery, imported: true},
		model.BehaviorMaker:  {eval: evalFirst},
	}
}

// anyMethod is the key of what every method of an object does.
const anyMethod = "*"

// staticTable holds the methods of objects that everybody can name.
func staticTable() map[string]map[string]builtin {
	return map[string]map[string]builtin{
		"Object": {
			"assign": evalMerged, "freeze": evalFirst, "seal": evalFirst, "create": evalCreated,
			"defineProperties": evalFirst, "defineProperty": evalFirst, "setPrototypeOf": evalFirst, "getPrototypeOf": evalAbove,
			"getOwnPropertyDescriptor": evalDescriptor,
			"values":                   evalListOf, "entries": evalListOf, "keys": evalKeys, "fromEntries": evalFromEntries,
		},
		"Array":   {"from": evalListFrom, "of": evalItems},
		"String":  {"raw": evalRaw},
		"Promise": {anyMethod: evalFirst}, // resolve, all, race
		"Reflect": {"get": evalReflected, "getPrototypeOf": evalAbove},
		"JSON":    {"parse": evalParsed},
		"require": {"async": evalRequireAsync},
	}
}

// methodTable holds the methods of strings, arrays, maps and functions.
func methodTable() map[string]builtin {
	table := map[string]builtin{
		"trim": changesReceiver(trim), "trimStart": changesReceiver(trimStart), "trimLeft": changesReceiver(trimStart),
		"trimEnd": changesReceiver(trimEnd), "trimRight": changesReceiver(trimEnd),
		"toLowerCase": changesReceiver(lower), "toUpperCase": changesReceiver(upper),
		"toString": evalSame, "valueOf": evalSame, "normalize": evalSame, "bind": evalBound,
		"call": evalHandedOn, "apply": evalHandedOn,
		"concat": evalConcat, "replace": evalReplace, "replaceAll": evalReplace, "split": evalSplit, "join": evalJoin,
		"exec": evalExec, "match": evalMatch, "matchAll": evalMatch,
		"map": evalMap, "flatMap": evalMap, "reduce": evalReduce, "reduceRight": evalReduce, "flat": evalFlat, "fill": evalFilled,
		"filter": evalFilter, "reverse": evalReordered, "sort": evalReordered, "splice": evalReordered,
		"toReversed": evalReordered, "toSorted": evalReordered, "toSpliced": evalReordered,
		"keys": evalIterated, "values": evalIterated, "entries": evalIterated,
		"padEnd": changesReceiver(unsure), "padStart": changesReceiver(unsure), "repeat": changesReceiver(unsure),
		"slice": evalSlice, "substring": evalCut(substring), "substr": evalCut(substr),
		"indexOf": evalIndexOf, "lastIndexOf": evalIndexOf,
		"get": evalGet, "next": evalNext,
		"then": evalThen, "catch": evalSame, "finally": evalSame,
		"find": evalElement, "findLast": evalElement, "shift": evalElement, "pop": evalElement, "at": evalElement,
	}
	for _, name := range model.Selectors {
		table[name] = evalSelected
	}
	return table
}

// classTable holds the classes whose methods send nothing, with what else is
// known of an instance.
func classTable() map[string]builtin {
	return map[string]builtin{
		"Map": nil, "Set": nil, "WeakMap": nil, "WeakSet": nil, "Date": nil, "RegExp": nil, "Error": nil,
		"Promise": evalPromise, "URL": evalURL, "URLSearchParams": evalQuery, "Array": evalListed, proxyClass: evalProxied,
	}
}

// function evaluates the call of a bare name that is a function of the language
// or of a framework.
func (c *calls) function(x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	name := x.L.Text
	switch name {
	case model.AppGetter:
		return c.apps(), true
	case model.PropsDefiner, model.DefaultsGiver:
		return c.definedProps(x, m, f), true
	}
	row, ok := c.language().functions[name]
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
		methods := c.language().statics[of.Text]
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
	method := c.language().methods[name]
	if method == nil {
		return nil, false
	}
	if vs, ok := method(c, x, m, f); ok {
		return vs, c.e.facts.isOfLanguage(name) || !c.isOwn(x.L, m, f)
	}
	return nil, false
}

// isOwn reports whether a method that has the name of one of the language is one that the
// program gives to every object which it is called on.
func (c *calls) isOwn(callee *ast.Expr, m *resolve.Module, f *frame) bool {
	isFunction := func(v *Value) bool { return v.Kind == Function }
	lacks := func(v *Value) bool {
		is := v.Kind == Object || v.Kind == Instance || v.Kind == Exports
		return !is || !slices.ContainsFunc(c.e.props.read(v, callee.Text), isFunction)
	}
	objects := c.e.eval(callee.L, m, f)
	return len(objects) > 0 && !slices.ContainsFunc(objects, lacks)
}

// class evaluates the construction of an instance of a class of the language.
func (c *calls) class(x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	if x.Kind != ast.New || x.L.Kind != ast.Ident {
		return nil, false
	}
	if isFilled(c.e.facts, x) {
		return Values{{Kind: Object, expr: x, mod: m, frame: f}}, true
	}
	made, ok := c.language().classes[x.L.Text]
	if !ok || x.L.Binding() != nil {
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

// evalRaw evaluates String.raw(texts, …), as compilers call it: the texts with what stands
// between them.
func evalRaw(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	out := newSet(c.e)
	for _, v := range c.arrays(x.List[0], m, f) {
		var vs Values
		for i, text := range v.expr.List {
			next := c.e.eval(text, v.mod, v.frame).Texts()
			if vs = vs.append(next); i == 0 {
				vs = next
			}
			if i+1 < len(x.List) && i+1 < len(v.expr.List) {
				vs = vs.append(c.e.eval(x.List[i+1], m, f).Texts())
			}
		}
		out.union(vs)
	}
	return out.values(), true
}

// evalReflected evaluates Reflect.get(o, name).
func evalReflected(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	if len(x.List) < 2 {
		return nil, false
	}
	return c.e.evalIndex(&ast.Expr{Kind: ast.Index, L: x.List[0], R: x.List[1], Start: x.Start, End: x.End}, m, f), true
}

// evalAbove evaluates Object.getPrototypeOf(o).
func evalAbove(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	return c.e.classes.protoOf(x.List[0], c.e.eval(x.List[0], m, f)), true
}

// evalDescriptor evaluates Object.getOwnPropertyDescriptor(o, name): an object whose value
// is the property.
func evalDescriptor(_ *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	if len(x.List) < 2 {
		return nil, false
	}
	value := &ast.Expr{Kind: ast.Index, L: x.List[0], R: x.List[1], Start: x.Start, End: x.End, Scope: x.Scope}
	return Values{{Kind: Object, expr: objectWith(ast.Prop{Key: "value", Value: value, Start: x.Start, End: x.Start}), mod: m, frame: f}}, true
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

func evalPromise(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	vs := c.resolved(x.List[0], m, f)
	return vs, len(vs) > 0
}

func evalMerged(_ *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	return Values{{Kind: Object, expr: x, mod: m, frame: f}}, true
}

func evalSame(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	vs := c.e.eval(x.L.L, m, f)
	return vs, len(vs) > 0
}

func evalGet(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	vs := c.ofMap(x.L.L, m, f)
	return vs, len(vs) > 0
}

func evalElement(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	vs := c.arrays(x.L.L, m, f)
	return c.e.props.property(vs, "*"), len(vs) > 0
}

// evalHandedOn evaluates f.call(this, …) and f.apply(this, list).
func evalHandedOn(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	call := &ast.Expr{Kind: ast.Call, L: x.L.L, List: HandedOn(x), Start: x.Start, End: x.End, Scope: x.Scope}
	out, known := newSet(c.e), false
	for _, callee := range c.e.eval(x.L.L, m, f) {
		if callee.Kind == Function {
			known = true
			out.union(c.result(call, callee, m, f))
		}
	}
	if !known {
		return evalBorrowed(c, x, m, f)
	}
	return out.values(), true
}

func evalSelected(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	var selectors Values
	if len(x.List) > 0 {
		selectors = c.e.eval(x.List[0], m, f).Texts()
	}
	vs := c.e.pages.selected(m, selectors)
	return vs, len(vs) > 0
}
