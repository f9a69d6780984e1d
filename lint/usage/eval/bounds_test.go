package eval

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// anyOf is one of n texts, which is not known.
func anyOf(n int, format string) string { return "[" + repeated(n, format+",") + "][i]" }

// TestBounds evaluates what just meets each bound and what is beyond it: how many texts
// the name result has then, and how many of them are open.
func TestBounds(t *testing.T) {
	type size struct{ n, texts, open int }
	for name, c := range map[string]struct {
		src            func(n int) string
		within, beyond size
	}{
		"maxVariants, patterns":     {func(n int) string { return "'aX0X'.replace(" + anyOf(n, "'X%d'") + ", 'b')" }, size{16, 2, 0}, size{17, 1, 1}},
		"maxVariants, replacements": {func(n int) string { return "'aX'.replace('X', " + anyOf(n, "'b%d'") + ")" }, size{16, 16, 0}, size{17, 1, 1}},
		"maxVariants, matches":      {func(n int) string { return "'" + strings.Repeat("X", n) + "'.replace(/X/g, () => 'b')" }, size{16, 1, 0}, size{17, 1, 1}},
		"maxVariants, of matches":   {func(n int) string { return "'aX'.replace(/X/g, () => " + anyOf(n, "'b%d'") + ")" }, size{16, 16, 0}, size{17, 1, 1}},
		"maxRegexp":                 {func(n int) string { return "'aX'.replace(/X|" + strings.Repeat("y", n-4) + "/, 'b')" }, size{100, 1, 0}, size{101, 1, 1}},
		"maxElements, map":          {func(n int) string { return "[" + repeated(n, "'a%d',") + "].map(x => x + 'b')[0]" }, size{64, 1, 0}, size{65, 65, 0}},
		"maxLists":                  {func(n int) string { return "[" + repeated(n, "['a%[1]d', 'b%[1]d'],") + "][i].slice(0)[0]" }, size{512, 512, 0}, size{513, 514, 0}},
		"maxElements, split":        {func(n int) string { return "'" + strings.Repeat("a,", n-1) + "z'.split(',')[0]" }, size{64, 1, 0}, size{65, 1, 1}},
		"maxElements, match":        {func(n int) string { return "'" + strings.Repeat("a", n) + "'.match(/./g)[0]" }, size{64, 1, 0}, size{65, 0, 0}},
		"maxElements, keys":         {func(n int) string { return fmt.Sprintf("Object.keys({%s})[%d]", repeated(n, "a%d: 1,"), n-1) }, size{64, 1, 0}, size{65, 65, 0}},
		"maxMade":                   {func(n int) string { return anyOf(n, "'h%d.'") + " + " + anyOf(n, "'x%d.example.com'") }, size{16, 256, 0}, size{17, 256, 0}},
		"maxMade, replaced":         {func(n int) string { return anyOf(n, "'X%d'") + ".replace('X', 'h')" }, size{256, 256, 0}, size{257, 256, 0}},
		"maxProducts":               {func(n int) string { return anyOf(n, "'https://h%d.'") + " + " + anyOf(n, "'x%d.example.com'") }, size{32, 1024, 0}, size{33, 1024, 0}},
		"maxPaths":                  {func(n int) string { return anyOf(n, "'/p%d'") }, size{16, 16, 0}, size{17, 16, 0}},
		"maxPaths, made":            {func(n int) string { return anyOf(n, "'w%d'") + " + ';h:'" }, size{16, 16, 0}, size{17, 16, 0}},
		"maxSubjects":               {func(n int) string { return anyOf(n, "%d") }, size{512, 512, 0}, size{513, 512, 0}},
		"maxParts":                  {func(n int) string { return "'a'" + strings.Repeat(" + b", n-1) + "; const b = 'b'" }, size{24, 1, 0}, size{25, 1, 1}},
		"maxParts, replaced":        {func(n int) string { return "'" + strings.Repeat("X", n/2) + "'.replace(/X/g, 'a')" }, size{24, 1, 0}, size{32, 1, 1}},
		"maxText":                   {func(n int) string { return "'" + strings.Repeat("a", n) + "'" }, size{1024, 1, 0}, size{1025, 1, 1}},
		"maxText, number":           {func(n int) string { return "1" + strings.Repeat("0", n-2) + " + 'a'" }, size{1024, 1, 0}, size{1026, 1, 1}},
		"maxText, joined":           {func(n int) string { return "'" + strings.Repeat("a", n-1) + "' + 'b'" }, size{1024, 1, 0}, size{1025, 1, 1}},
		"maxText, replaced":         {func(n int) string { return "'aX'.replace('X', '" + strings.Repeat("b", n-1) + "')" }, size{1024, 1, 0}, size{1025, 1, 1}},
		"maxFlat":                   {func(n int) string { return strings.Repeat("[", n) + "'a'" + strings.Repeat("]", n) + ".flat(9)[0]" }, size{5, 1, 0}, size{6, 0, 0}},
		"maxArguments":              {func(n int) string { return "f(" + repeated(n, "'a%d',") + "); function f() { return arguments[i] }" }, size{8, 8, 0}, size{9, 8, 0}},
	} {
		for _, s := range []size{c.within, c.beyond} {
			got := size{n: s.n}
			for text := range strings.FieldsSeq(texts("const result = " + c.src(s.n))) {
				got.texts++
				got.open += strings.Count(text, "…")
			}
			if got != s {
				t.Errorf("%s: of %d, %d texts and %d open, want %d and %d", name, s.n, got.texts, got.open, s.texts, s.open)
			}
		}
	}
}

// TestFramesAreBounded: calls of one function are followed each by itself up to a
// number, and calls within calls to a depth; a function that calls itself is not.
func TestFramesAreBounded(t *testing.T) {
	e := newEvaluator(context.Background(), nil)
	for most, body := range map[int][]*ast.Stmt{maxFramesShort: make([]*ast.Stmt, shortBody), maxFramesLong: make([]*ast.Stmt, shortBody+1)} {
		callee := &Value{Kind: Function, Fn: &ast.Func{Body: body}}
		for range most {
			if f, ok := e.enter(&ast.Expr{}, callee, nil, nil); f == nil || !ok {
				t.Fatalf("a call of %d is not followed by itself", most)
			}
		}
		if f, ok := e.enter(&ast.Expr{}, callee, nil, nil); f != nil || !ok {
			t.Errorf("more than %d calls are followed each by itself", most)
		}
	}
	var f *frame
	for depth := range maxFrames + 1 {
		callee := &Value{Kind: Function, Fn: &ast.Func{}, frame: f}
		inner, ok := e.enter(&ast.Expr{}, callee, nil, f)
		if ok != (depth < maxFrames) {
			t.Errorf("a call in %d others: followed %v", depth, ok)
		}
		if ok {
			if _, ok := e.enter(&ast.Expr{}, callee, nil, inner); ok {
				t.Error("a function that calls itself is followed")
			}
			f = inner
		}
	}
}

// TestTrailsAreBounded: long trails lose their far end.
func TestTrailsAreBounded(t *testing.T) {
	var s, other *step
	for i := range 3 * maxTrail {
		s, other = &step{name: fmt.Sprint(i), next: s}, &step{name: "x", next: other}
	}
	m := link("-- app.js --\n").Module("app/app.js")
	for at := s; at != nil; at = at.next {
		at.mod = m
	}
	if told := len((&Value{trail: s}).Steps()); told != maxTrail {
		t.Errorf("%d steps are told, want %d", told, maxTrail)
	}
	joined := 0
	for at := s.join(other); at != other; at = at.next {
		joined++
	}
	if joined != maxTrail {
		t.Errorf("%d steps before those of another, want %d", joined, maxTrail)
	}
}

// TestWorkIsBounded: nothing more is done once all work is spent, or the run is to stop.
func TestWorkIsBounded(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	m := memo{budget: newBudget(ctx)}
	m.spend(maxWork - 1)
	if m.exhausted() || len(m.bounds) > 0 {
		t.Error("the work is over before its bound")
	}
	unshared := newBudget(ctx)
	if unshared.spend(maxWork); !unshared.over() {
		t.Error("work that is not shared has no bound")
	}
	if m.share(4); !m.over() {
		t.Error("a share of the work is all of it")
	}
	m.share(8)
	if m.spend(1); !m.exhausted() || len(m.bounds) != 1 || m.bounds[0].Limit != Work {
		t.Errorf("work without a bound: %v", m.bounds)
	}
	b := newBudget(ctx)
	cancel()
	if b.spend(perLook); !b.over() {
		t.Error("a run that is to stop goes on")
	}
	b = newBudget(context.Background())
	for range 3 {
		b.spend(perLook)
	}
	if b.ctx = ctx; b.over() {
		t.Error("a run stops before it is asked to")
	}
	if b.spend(perLook); !b.over() {
		t.Error("a run that is to stop later goes on")
	}
}

// TestClosedIsBounded: of an expression with many values none is told.
func TestClosedIsBounded(t *testing.T) {
	var c closed
	for i := range maxAtoms {
		c = c.or(one(atom{text: fmt.Sprint(i)}))
	}
	if c.more || len(c.atoms) != maxAtoms {
		t.Errorf("%d values, and more: %v", len(c.atoms), c.more)
	}
	if c = c.or(one(boolean(true))); !c.more || len(c.atoms) > 0 {
		t.Errorf("one more: %d values, and more: %v", len(c.atoms), c.more)
	}
}

// TestWithinIsBounded: of what a component is made of, so many parts are known.
func TestWithinIsBounded(t *testing.T) {
	part := func() *Value {
		return &Value{Kind: Object, expr: &ast.Expr{Kind: ast.Object, Parts: &ast.Parts{Props: make([]ast.Prop, 1)}}}
	}
	var parts Values
	gathered := parted{seen: map[*ast.Expr]bool{}}
	for range 2 * maxWithin {
		parts = append(parts, part())
		gathered.add(parts[len(parts)-1], maxWrapped)
	}
	if len(gathered.literals) != maxWithin {
		t.Errorf("%d parts of one component", len(gathered.literals))
	}
	w := newWithin()
	if w.note(parts); len(w.others[parts[0].expr]) != maxWithin {
		t.Errorf("%d others of one part", len(w.others[parts[0].expr]))
	}
	deep := parted{seen: map[*ast.Expr]bool{}}
	if deep.add(part(), maxWrapped+1); len(deep.literals) > 0 {
		t.Error("a part that lies too deep is known")
	}
}

// TestLargeSetsHaveNoTrails: the values of a large set are not copied for a step.
func TestLargeSetsHaveNoTrails(t *testing.T) {
	m := link("-- app.js --\n").Module("app/app.js")
	for n, want := range map[int]bool{maxTold: true, maxTold + 1: false} {
		var vs Values
		for i := range n {
			vs = append(vs, &Value{Kind: Text, Text: fmt.Sprintf("https://h%d.example.com", i)})
		}
		if got := vs.via(step{name: "a", mod: m}); (got[0].trail != nil) != want {
			t.Errorf("%d values: the step is told %v", n, !want)
		}
	}
}

// TestProductsOfWords: where two large sets of words make all that is kept, no more are
// joined; what can begin a URL still is.
func TestProductsOfWords(t *testing.T) {
	words := func(n int, also string) (vs Values) {
		for i := range n {
			text := fmt.Sprintf("w%d", i)
			vs = append(vs, &Value{Kind: Text, Text: text, Parts: []Part{{Expr: &ast.Expr{Kind: ast.String, Text: text}}}})
		}
		return append(vs, &Value{Kind: Text, Text: also, Parts: []Part{{Expr: &ast.Expr{Kind: ast.String, Text: also}}}})
	}
	left, right := words(1000, "x"), words(1000, "=https://a.example.com")
	var joined Values
	if n := testing.AllocsPerRun(1, func() { joined = left.append(right) }); n > 20_000 {
		t.Errorf("%v values are made", n)
	}
	if !slices.ContainsFunc(joined, func(v *Value) bool { return v.Text == "w500=https://a.example.com" }) {
		t.Error("an address in a text is lost")
	}
}

// TestDeepNamesAreAccountedFor: names that lie too deep have no values, and that is said.
func TestDeepNamesAreAccountedFor(t *testing.T) {
	for names, within := range map[int]bool{maxDepth / 8: true, maxDepth: false} {
		var b strings.Builder
		b.WriteString("const a0 = 'x'; ")
		for i := range names {
			fmt.Fprintf(&b, "const a%d = a%d + ''; ", i+1, i)
		}
		p := link("-- app.js --\n" + b.String())
		m := p.Module("app/app.js")
		vs := p.Binding(m.Tree.Scope.Own(fmt.Sprintf("a%d", names)), m)
		met := slices.ContainsFunc(p.e.memo.bounds, func(b Bound) bool { return b.Limit == Depth })
		if len(vs) > 0 != within || met == within {
			t.Errorf("%d names: %d values, the bound is met: %v", names, len(vs), met)
		}
	}
}

// TestLargeSetsAreReadToADepth: below it, who asked first goes on.
func TestLargeSetsAreReadToADepth(t *testing.T) {
	vs := Values{{Kind: Object, expr: &ast.Expr{Kind: ast.Object}}}
	for depth, want := range map[int]int{maxDepth - 1: 1, maxDepth: 0} {
		e := newEvaluator(context.Background(), nil)
		e.memo.depth = depth
		e.props.ofLargeSet(vs, "a")
		if r := e.memo.sets.reads[setKey{&vs[0], 1, e.memo.name("a")}]; r.next != want {
			t.Errorf("at depth %d %d values are read, want %d", depth, r.next, want)
		}
	}
}

// TestConditionsAreFollowedToADepth: what lies deeper may be anything.
func TestConditionsAreFollowedToADepth(t *testing.T) {
	x := &ast.Expr{Kind: ast.Number, Text: "1"}
	for depth, want := range map[int]bool{maxClosed - 1: false, maxClosed: true} {
		d := &decider{e: newEvaluator(context.Background(), nil), basis: &basis{}, depth: depth}
		if c := d.closed(x, nil, nil); c.more != want {
			t.Errorf("at depth %d it may be anything: %v", depth, c.more)
		}
	}
}

// TestCopiedObjectsAreFollowedToADepth: o = {...o} has no end.
func TestCopiedObjectsAreFollowedToADepth(t *testing.T) {
	for copies, want := range map[int]bool{3: true, 5: false} {
		o := strings.Repeat("{...", copies) + "{a: false}" + strings.Repeat("}", copies)
		if got := !called("f(" + o + "); function f(x) { if (x.a) dead() }")["dead"]; got != want {
			t.Errorf("%d copies: the condition is decided: %v", copies, got)
		}
	}
}

// TestOrderIsBounded: what a parameter is before its function assigns to it is known as far
// as the function is short and its assignments are few.
func TestOrderIsBounded(t *testing.T) {
	for n, of := range map[int]string{maxOrdered - 2: "dead", maxOrdered: "live2"} {
		rowIsDecided(t, "f('a'); function f(x) { if (x === 'a') live(); else "+of+"(); x = g("+strings.Repeat("x = 'b', ", n)+"y) }")
	}
	for _, of := range [][2]string{{"", "dead"}, {strings.Repeat(" ", maxOrdered), "live2"}} {
		rowIsDecided(t, "f('a'); function f(x) { if (x === 'a') live(); else "+of[1]+"();"+of[0]+" x = 'b' }")
	}
}

// TestEndsAreAskedToADepth: what a condition asks for at the end of a text is looked for in few
// conditions that it is made of, and not far away.
func TestEndsAreAskedToADepth(t *testing.T) {
	for n, want := range map[int]string{maxAsked: "a.com", maxAsked + 1: "a.co a.com"} {
		runTable(t, []row{{"let result = 'a.com'; if (result.endsWith('/')" + strings.Repeat(" && x", n) + ") result = result.slice(0, -1)", want}})
	}
	for n, want := range map[int]string{1: "a.com", maxOrdered: "a.co a.com"} {
		runTable(t, []row{{"let result = 'a.com'; if (result.endsWith('/'))" + strings.Repeat(" ", n) + "result = result.slice(0, -1)", want}})
	}
}

// TestConditionsOnLongTexts: what is longer than a text may be is compared with nothing.
func TestConditionsOnLongTexts(t *testing.T) {
	for length, want := range map[int]bool{maxText: false, maxText + 1: true} {
		text := "'" + strings.Repeat("a", length-1) + "' + 'b'"
		if got := called("f(" + text + "); function f(x) { if (x === 'c') dead() }")["dead"]; got != want {
			t.Errorf("%d bytes: the call is reached: %v", length, got)
		}
	}
}

// TestPathsAreBounded: setData with a longer path assigns to a name of its own.
func TestPathsAreBounded(t *testing.T) {
	for steps, want := range map[int]string{maxPath: "a", maxPath + 1: strings.Repeat("a.", maxPath) + "b"} {
		if got, _ := below(Assign{Value: &ast.Expr{}}, strings.Repeat("a.", steps-1)+"b"); got != want {
			t.Errorf("%d steps: %s, want %s", steps, got, want)
		}
	}
}

// sites are n calls.
func sites(n int) []*site {
	list := make([]*site, n)
	for i := range list {
		list[i] = &site{}
	}
	return list
}

// TestKeyedCallsAreBounded: of a function with too many calls none gives a key.
func TestKeyedCallsAreBounded(t *testing.T) {
	for calls, want := range map[int]int{maxKeyed: maxKeyed, maxKeyed + 1: 0} {
		fn := &ast.Func{}
		l := &linker{e: newEvaluator(context.Background(), nil), sites: map[*ast.Func][]*site{fn: sites(calls)}}
		if got := len(l.callsOf(fn, []int{0}, 0)); got != want {
			t.Errorf("%d calls: %d of them, want %d", calls, got, want)
		}
	}
}

// TestContextsAreBounded: of a function with too many chains of calls none is known.
func TestContextsAreBounded(t *testing.T) {
	for calls, want := range map[int]int{maxContexts: maxContexts, maxContexts + 1: 0} {
		fn := &ast.Func{}
		c := newContexts(nil, map[*ast.Func][]*site{fn: sites(calls)})
		if got := len(c.of(fn)); got != want {
			t.Errorf("%d calls: %d chains, want %d", calls, got, want)
		}
	}
	for calls, want := range map[int]int{6: 63, 7: 0} { // calls of itself: any chain, and once more
		fn := &ast.Func{}
		own := sites(calls)
		for i := range own {
			own[i].scope = &ast.Scope{Func: fn}
		}
		c := newContexts(nil, map[*ast.Func][]*site{fn: own})
		if got := len(c.of(fn)); got != want {
			t.Errorf("%d calls of itself: %d chains, want %d", calls, got, want)
		}
	}
}

// TestSpreadsAreBounded: members of what is mapped are found in objects that are spread
// into each other, to a depth.
func TestSpreadsAreBounded(t *testing.T) {
	mapped := func(n int) string { // n objects, each spread into the one before
		inner := "p0: 'a'"
		for range n {
			inner = "...{ " + inner + " }"
		}
		return texts("import { Store, mapState } from 'vuex'; var result; new Store({ state: { a: 'b' } }); export default { computed: mapState({ " + inner + " }), m() { result = this.p0 } }")
	}
	for n, want := range map[int]string{1: "b", maxSpread: "b", maxSpread + 1: ""} {
		if got := mapped(n); got != want {
			t.Errorf("%d objects in each other: got %q, want %q", n, got, want)
		}
	}
}

// TestMarkupIsBounded: of the expressions in a file of markup the first are read, and the
// place of the next one is told.
func TestMarkupIsBounded(t *testing.T) {
	half := append([]byte("a"), bytes.Repeat([]byte(" "), maxMarkup/2-1)...)
	f := source.NewFile("a.wxml", bytes.Repeat(half, 3))
	g := &Page{File: f, Src: f.Bytes, e: newEvaluator(context.Background(), nil), mod: &resolve.Module{File: f, Tree: &ast.Tree{Scope: &ast.Scope{}}}}
	for i, want := range []bool{true, true, false} {
		if got := g.parse(half, i*len(half), nil) != nil; got != want {
			t.Errorf("expression %d is read: %v, want %v", i, got, want)
		}
	}
	if s := g.parameters(2*len(half), "a", nil, nil); s != nil {
		t.Error("parameters are read after the last expression")
	}
	if met := g.e.memo.bounds; len(met) != 1 || met[0].Limit != Size || met[0].Span.Start != 2*len(half) {
		t.Errorf("got %v, want one bound at the third expression", met)
	}
}

// TestBoundsOfLibraries: what says what a library does stands in no file, and no limit is met there.
func TestBoundsOfLibraries(t *testing.T) {
	code := "import { computed } from 'vue'; const o0 = { value: 'a' }; "
	for i := range 400 {
		code += fmt.Sprintf("const o%d = computed(() => o%d.value); ", i+1, i)
	}
	p := link("-- app.js --\n" + code + "f(o400.value)")
	m := p.e.live[0]
	p.Eval(m.Tree.Calls[len(m.Tree.Calls)-1].List[0], m)
	if bounds := p.Bounds(); len(bounds) == 0 {
		t.Error("no limit is met")
	}
	for _, b := range p.Bounds() {
		if b.Span.File == nil && b.Span != (source.Span{}) {
			t.Errorf("a limit is met at %d of no file", b.Span.Start)
		}
	}
}
