package eval

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// repeated writes n lines, each with its number.
func repeated(n int, line string) string {
	var out strings.Builder
	for i := range n {
		fmt.Fprintf(&out, line+"\n", i)
	}
	return out.String()
}

// workOn is the work that the name result of a program of size n takes.
func workOn(files string) int {
	p := link(files)
	m := p.Module("app/app.js")
	if b := m.Tree.Scope.Own("result"); b != nil {
		p.Binding(b, m)
	}
	return p.e.memo.spent
}

// TestWorkGrows counts the work of programs of twice the size.
func TestWorkGrows(t *testing.T) {
	shapes := map[string]func(n int) string{
		"equal keys": func(n int) string {
			return "const o = {\n" + repeated(n, "a: 'https://h%d.example.com',") + "}\nconst result = o.a"
		},
		"table": func(n int) string {
			return "const list = [\n" + repeated(n, "'https://h%d.example.com',") + "]\nconst result = list[i]"
		},
		"assignments to one name": func(n int) string {
			return "const o = {}\n" + repeated(n, "o.a = 'https://h%d.example.com'") + "const result = o.a"
		},
		"reads of a global name": func(n int) string {
			return repeated(n, "GameGlobal.zz = 'https://h%d.example.com'") + "let result\n" + repeated(n, "result = zz // %d")
		},
		"callers": func(n int) string {
			return "let result\nfunction get(u) { result = u }\n" + repeated(n, "get('https://h%d.example.com')")
		},
		"branches": func(n int) string {
			return "const result = " + repeated(n, "c === %[1]d ? 'https://h%[1]d.example.com' :") + "''"
		},
		"namespaces": func(n int) string {
			return "var ns = {}\n" + repeated(n, "!function(t) { t.C%[1]d = function() {}; t.C%[1]d.url = 'https://h%[1]d.example.com' }(ns || (ns = {}))") + "const result = ns.C0.url"
		},
		"lists that are made anew": func(n int) string {
			return "let list = ['https://h0.example.com']\n" +
				repeated(n, "list = list.filter(f); list = list.slice(1); list = list.map(function (x) { return x }); list = list.concat(g(%d))") + "const result = list[0]"
		},
		"constructors that extend one": func(n int) string {
			return "function inherit(d, b) { d.prototype = Object.create(b.prototype) }\nfunction B() {}\nB.prototype.get = function () { return this.host }\n" +
				repeated(n, "function C%[1]d() { this.host = 'https://h%[1]d.example.com' }\ninherit(C%[1]d, B); new C%[1]d().get()") + "const result = new B().get()"
		},
	}
	for name, shape := range shapes {
		t.Run(name, func(t *testing.T) {
			once, twice := workOn("-- app.js --\n"+shape(300)), workOn("-- app.js --\n"+shape(600))
			if float64(twice) > 2.2*float64(once) {
				t.Errorf("%d units of work for 300, %d for 600", once, twice)
			}
		})
	}
}

// helped is what a compiler makes of n files with a class each, whose helper all of
// them declare. The class calls members of what the helper gives it.
func helped(n, members int) string {
	var reads strings.Builder
	for i := range members {
		fmt.Fprintf(&reads, "this.m%d(); ", i)
	}
	return repeated(n, `var extend = this && this.extend || function (d, b) { function made() { this.constructor = d }
d.prototype = b === null ? Object.create(b) : (made.prototype = b.prototype, new made()) }
var C%[1]d = function (s) { function t() { this.host = 'https://h%[1]d.example.com' }
return extend(t, s), t.prototype.path = function () { `+reads.String()+`return this.host }, t }(B%[1]d)
function B%[1]d() {}`) + "const result = new C0().path()"
}

// A member is read once of all classes, not once for every class.
func TestClassHelper(t *testing.T) {
	ofMember := func(n int) int { return workOn("-- app.js --\n"+helped(n, 8)) - workOn("-- app.js --\n"+helped(n, 4)) }
	once, twice := ofMember(60), ofMember(120)
	if float64(twice) > 2.2*float64(once) {
		t.Errorf("%d units of work for a member of 60 classes, %d of 120", once, twice)
	}
}

// What is asked of a large set is what is asked of each value: while it is being
// asked, too.
func TestLargeSet(t *testing.T) {
	const n = 2 * largeSet
	src := "function url(c) { return c.host || c.next() }\nlet result\n" +
		repeated(n, "function C%[1]d() {}\nC%[1]d.host = 'https://h%[1]d.example.com'\nC%[1]d.next = function () { return url(C%[1]d) }\nresult = url(C%[1]d)")
	if got, bounds := resultsOf(t, src); got != n || len(bounds) > 0 {
		t.Errorf("%d values, want %d; bounds %v", got, n, bounds)
	}
}

// Modules that re-export all of each other are each looked at once for a name.
func TestReexportsGrow(t *testing.T) {
	web := func(n int) string {
		files := "-- app.js --\nimport { missing, a } from './m0'\nconst result = missing || a\n"
		for i := range n {
			files += fmt.Sprintf("-- m%d.js --\nexport * from './m%d'\nexport * from './m%d'\n", i, (i+1)%n, (i+2)%n)
		}
		return files + fmt.Sprintf("-- m%d.js --\nexport * from './m0'\nexport const a = 'https://api.example.com'\n", n-1)
	}
	once, twice := workOn(web(40)), workOn(web(80))
	if float64(twice) > 2.2*float64(once) {
		t.Errorf("%d units of work for 40 modules, %d for 80", once, twice)
	}
}

// resultsOf counts the texts of the name result.
func resultsOf(t *testing.T, src string) (int, []Bound) {
	t.Helper()
	p := link("-- app.js --\n" + src)
	m := p.Module("app/app.js")
	vs := p.Binding(m.Tree.Scope.Own("result"), m).Texts()
	return len(vs), p.Bounds()
}

// TestManyValues evaluates what people's code reaches: nothing is dropped.
func TestManyValues(t *testing.T) {
	tests := []struct {
		name, src string
		want      int
	}{
		{"addresses in a table", "const list = [\n" + repeated(5000, "'https://h%d.example.com',") + "]\nconst result = list[i]", 5000},
		{"objects in a table", "const list = [\n" + repeated(2000, "{ url: 'https://h%d.example.com' },") + "]\nconst result = list[i].url", 2000},
		{"hosts without a scheme", "const list = [\n" + repeated(400, "'h%d.example.com',") + "]\nconst result = 'https://' + list[i]", 400},
		{"branches", "const result = " + repeated(400, "c === %[1]d ? 'https://h%[1]d.example.com' :") + "'https://example.com'", 401},
		{"callers", "let result\nfunction get(u) { result = u }\n" + repeated(2000, "get('https://h%d.example.com')"), 2000},
		{"words joined", "const a = [\n" + repeated(15, "'a%d',") + "], b = [\n" + repeated(15, "'.b%d.example.com',") + "]\nconst result = 'https://' + a[i] + b[j]", 225},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, bounds := resultsOf(t, tt.src); got != tt.want || len(bounds) > 0 {
				t.Errorf("%d values, want %d; bounds %v", got, tt.want, bounds)
			}
		})
	}
}

// Every host of a table counts though only some of the products do.
func TestManyProducts(t *testing.T) {
	got := texts("const a = [\n" + repeated(300, "'https://h%d.example.com',") + "], b = [\n" + repeated(15, "'/p%d',") + "]\nconst result = a[i] + b[j]")
	for i := range 300 {
		if want := fmt.Sprintf("https://h%d.example.com/", i); !strings.Contains(got, want) {
			t.Fatalf("no %s", want)
		}
	}
}

// A limit that is met is said, with its place.
func TestBoundIsMet(t *testing.T) {
	_, bounds := resultsOf(t, "const list = [\n"+repeated(maxValues+1, "'https://h%d.example.com',")+"]\nconst result = list[i]")
	if len(bounds) != 1 || bounds[0].Limit != Count || bounds[0].Span.File == nil {
		t.Errorf("got %v, want one bound of values with a place", bounds)
	}
}

// A run that is cancelled stops soon, and says nothing of bounds.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	p := linkWithin(ctx, "-- app.js --\n"+repeated(20000, "const v%[1]d = f(g(%[1]d))"))
	if spent := p.e.memo.spent; spent > 2*perLook {
		t.Errorf("%d units of work after the run was cancelled", spent)
	}
	if len(p.Bounds()) > 0 {
		t.Errorf("got bounds %v", p.Bounds())
	}
}

// A set with an index holds what one without does.
func TestSet(t *testing.T) {
	e := newEvaluator(context.Background(), nil)
	indexed, plain := newSet(e), Values(nil)
	for i := range 4 * maxPairs {
		v := &Value{Kind: Text, Text: fmt.Sprintf("https://h%d.example.com", i%(2*maxPairs))}
		indexed.add(v)
		plain = plain.Add(v)
	}
	if len(indexed.values()) != 2*maxPairs || len(plain) != 2*maxPairs || len(plain.Union(indexed.values())) != 2*maxPairs {
		t.Errorf("%d and %d values, want %d", len(indexed.values()), len(plain), 2*maxPairs)
	}
}

// A path has a bound; its last name still says what is called.
func TestLongPaths(t *testing.T) {
	p := link("-- app.js --\nconst known = wx.a.b.c().d.send\nconst long = wx.a.b.c().d.e.f.send")
	m := p.Module("app/app.js")
	for name, want := range map[string]string{"known": "wx.a.b.c.d.send", "long": "wx.a.b.c.d.send"} {
		if vs := p.Binding(m.Tree.Scope.Own(name), m); len(vs) != 1 || vs[0].Path.String() != want {
			t.Errorf("%s is %v, want %s", name, vs[0].Path, want)
		}
	}
}
