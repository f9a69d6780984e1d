package jsonc

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/source"
)

func root(t *testing.T, text string) Node {
	t.Helper()
	doc, problems := parse(text)
	if len(problems) > 0 {
		t.Fatalf("got %+v", reports(problems))
	}
	return doc.Root()
}

func TestCommentedKeyIsNotRead(t *testing.T) {
	n := root(t, `{ // "requestDomain": ["https://commented.example.com"],
  "requestDomain": ["https://live.example.com"] }`)
	var got []string
	n.Get("requestDomain").Each(func(_, v Node) bool { got = append(got, v.String()); return true })
	if diff := cmp.Diff([]string{"https://live.example.com"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestKeysAreNotPaths(t *testing.T) {
	n := root(t, `{"a":{"b":1},"x":[1,2],"a.b":2,"*":3,"@this":4,"":5,"a\u0062":6}`)
	for key, want := range map[string]int{"a.b": 2, "*": 3, "@this": 4, "": 5, "ab": 6} {
		if got, ok := n.Get(key).Int(); got != want || !ok {
			t.Errorf("Get(%q) = %d, %t", key, got, ok)
		}
	}
	for _, key := range []string{"x.0", "x.#", "a*", "a?b", "#(a==1)", "a|b", "@reverse", "ab\x00"} {
		if n.Get(key).Exists() {
			t.Errorf("Get(%q) found something", key)
		}
	}
}

func TestLastDuplicateCounts(t *testing.T) {
	doc, _ := parse(`{"a":{"k":1},"b":0,"a":{"k":2,"k":3},"a":{"k":4}}`)
	n := doc.Root()
	if got, _ := n.At("a", "k").Int(); got != 4 {
		t.Errorf("a.k = %d, want 4", got)
	}
	var keys []string
	n.Each(func(k, _ Node) bool { keys = append(keys, k.String()); return true })
	if diff := cmp.Diff([]string{"b", "a"}, keys); diff != "" {
		t.Error(diff)
	}
	var at []int
	for _, d := range doc.Duplicates() {
		at = append(at, d.Span().Start)
	}
	if diff := cmp.Diff([]int{1, 19, 24}, at); diff != "" {
		t.Errorf("duplicates: %s", diff)
	}
	var hidden []string
	n.Hidden(func(k, v, last Node) {
		hidden = append(hidden, k.String()+v.Raw())
		if last.Span().Start != 37 {
			t.Errorf("the key that counts is at %d", last.Span().Start)
		}
	})
	if diff := cmp.Diff([]string{`a{"k":1}`, `a{"k":2,"k":3}`}, hidden); diff != "" {
		t.Error(diff)
	}
}

func TestKinds(t *testing.T) {
	n := root(t, `{"null":null,"yes":true,"no":false,"int":7,"float":1.5,"exp":6e4,"big":1e300,"str":"1","arr":[],"obj":{}}`)
	type value struct {
		Kind   Kind
		String string
		Bool   bool
		Int    int
		IsInt  bool
	}
	got := map[string]value{"missing": {}}
	n.Each(func(k, v Node) bool {
		i, ok := v.Int()
		got[k.String()] = value{v.Kind(), v.String(), v.Bool(), i, ok}
		return true
	})
	want := map[string]value{
		"missing": {}, "null": {Kind: Null}, "yes": {Kind: Bool, Bool: true}, "no": {Kind: Bool},
		"int": {Kind: Number, Int: 7, IsInt: true}, "float": {Kind: Number}, "exp": {Kind: Number, Int: 60000, IsInt: true},
		"big": {Kind: Number}, "str": {Kind: String, String: "1"}, "arr": {Kind: Array}, "obj": {Kind: Object},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestMissingNodes(t *testing.T) {
	missing := root(t, `{"a":[1]}`).At("x", "y")
	if missing.Exists() || missing.Kind() != None || missing.String() != "" || missing.Bool() || missing.Span().File != nil {
		t.Errorf("got %+v", missing)
	}
	missing.Each(func(_, _ Node) bool { t.Error("Each of a missing node"); return true })
	missing.Hidden(func(_, _, _ Node) { t.Error("Hidden of a missing node") })
	if root(t, `["a"]`).Get("a").Exists() {
		t.Error("Get of an array")
	}
}

func TestSpans(t *testing.T) {
	text := "\ufeff \n// 说明\n{ \"键\" : \"https:\\/\\/a.example.com\", \"b\": [ 1.5 , [true ], /*x*/null]\n}  // end\n"
	doc, _ := parse(text)
	n := doc.Root()
	n.Each(func(k, v Node) bool {
		if got := k.Span().Text(); got != k.Raw() || !strings.HasPrefix(got, `"`) {
			t.Errorf("key %q", got)
		}
		return true
	})
	if got := n.Get("键").Span().Text(); got != `"https:\/\/a.example.com"` {
		t.Errorf("value %q", got)
	}
	if got := n.Get("键").String(); got != "https://a.example.com" {
		t.Errorf("text %q", got)
	}
	var items []string
	n.Get("b").Each(func(_, v Node) bool { items = append(items, v.Span().Text()); return true })
	if diff := cmp.Diff([]string{"1.5", "[true ]", "null"}, items); diff != "" {
		t.Error(diff)
	}
	if got := n.Span(); text[got.Start] != '{' || text[got.End-1] != '}' {
		t.Errorf("root %q", got.Text())
	}
	for _, scalar := range []string{` "x" `, ` 12 `, ` true//`, "null"} {
		if got, want := root(t, scalar).Span().Text(), strings.Trim(scalar, " /"); got != want {
			t.Errorf("root of %q is %q", scalar, got)
		}
	}
}

func TestEachStops(t *testing.T) {
	for _, text := range []string{`{"a":1,"b":2}`, `[1,2]`} {
		calls := 0
		root(t, text).Each(func(_, _ Node) bool { calls++; return false })
		if calls != 1 {
			t.Errorf("%s: %d calls", text, calls)
		}
	}
}

// value turns a node into what encoding/json makes of it, and checks its span.
func value(t *testing.T, n Node) any {
	t.Helper()
	s := n.Span()
	if s.Start < 0 || s.End > len(s.File.Bytes) || s.Start >= s.End {
		t.Fatalf("span %d:%d", s.Start, s.End)
	}
	switch n.Kind() {
	case Null:
		return nil
	case Bool:
		return n.Bool()
	case Number:
		return json.Number(n.Raw())
	case String:
		if text := s.Text(); text != n.Raw() {
			t.Fatalf("%q stands at %q", n.Raw(), text)
		}
		return n.String()
	case Array:
		list := []any{}
		n.Each(func(_, v Node) bool { list = append(list, value(t, v)); return true })
		return list
	case Object:
		object := map[string]any{}
		n.Each(func(k, v Node) bool { value(t, k); object[k.String()] = value(t, v); return true })
		return object
	}
	t.Fatalf("kind %d", n.Kind())
	return nil
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"\ufeff{ // c\r\n\"a\": [1,], /* x */ \"a\": {\"\\u0061\": null, \"a\": -1.5e3} }",
		`{"a": "\ud83d\ude00\ud800", "": "\\"}`, "[\"\x81\\\"]", "{\"a\"", "[tru", "[\"\\u12", "，", "\xff\xfe{", " 12 ", `"x"`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file := source.NewFile("fuzz.json", data)
		doc, problems := Parse(file)
		for _, r := range reports(problems) {
			if strings.Contains(r.Says+r.Sagt, "%!") {
				t.Fatalf("bad message %q %q", r.Says, r.Sagt)
			}
		}
		for _, p := range problems {
			if p.Span.File != file || p.Span.Start < 0 || p.Span.Start > p.Span.End || p.Span.End > len(data) {
				t.Fatalf("span %d:%d of %d", p.Span.Start, p.Span.End, len(data))
			}
		}
		n := doc.Root()
		if !n.Exists() {
			if len(problems) == 0 {
				t.Fatal("neither a value nor a problem")
			}
			return
		}
		got := value(t, n)
		if !utf8.Valid(Blank(data)) {
			return
		}
		decoder := json.NewDecoder(strings.NewReader(string(Blank(data))))
		decoder.UseNumber()
		var want any
		if err := decoder.Decode(&want); err != nil {
			t.Fatalf("encoding/json: %v", err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	data := []byte(`{"list": [` + strings.Repeat(`{"url": "https://a.example.com", "n": [1, 2, 3]},`+"\n", 1000) + `]}`)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, problems := Parse(source.NewFile("bench.json", data)); len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}
