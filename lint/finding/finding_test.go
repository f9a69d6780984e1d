package finding

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

var file = source.NewFile("r/mp/a.js", []byte("url url 'url' (url); xyz"))

func span(start, end int) source.Span { return source.Span{File: file, Start: start, End: end} }

// The finding stands at its first place and says what is wrong there; what else is
// known of that place comes before the other places, each once.
func TestMerge(t *testing.T) {
	f := &Finding{
		Message: "of-the-finding", Args: []any{1},
		Places: []Place{
			{Span: span(4, 7), Category: "request", Calls: []source.Related{{Span: span(8, 9), Message: "called"}}},
			{Span: span(0, 3), Category: "upload", Role: "used", Message: "not said of a related place"},
			{Span: span(4, 7), Category: "socket", Calls: []source.Related{{Span: span(9, 10), Message: "called too"}}},
			{Span: span(15, 18), Message: "of-the-place", Args: []any{2}},
		},
		Related: []source.Related{{Span: span(0, 3), Message: "named before"}, {Span: span(20, 21), Message: "further"}},
	}
	f.Merge()
	var got []message.ID
	for _, r := range f.Related {
		got = append(got, r.Message)
	}
	want := []message.ID{"called", "called too", "used", "of-the-place", "further"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if f.Span != span(4, 7) || f.Category != "request" || f.Message != "of-the-finding" {
		t.Errorf("it stands at %v (%s) and says %s", f.Span, f.Category, f.Message)
	}
	first := Place{Span: span(4, 7)}
	f = &Finding{Message: "of-the-finding", Places: []Place{first.Saying("of-the-place", 3)}}
	if f.Merge(); f.Message != "of-the-place" || len(f.Args) != 1 {
		t.Errorf("it says %s %v", f.Message, f.Args)
	}
}

// Findings are the same only if all that orders them is.
func TestSort(t *testing.T) {
	at := func(start int, change func(*Finding)) *Finding {
		f := &Finding{Rule: "r", Message: "m", Span: span(start, start+1), Host: "h", Category: "request", Project: "p"}
		change(f)
		return f
	}
	list := []*Finding{
		at(4, func(*Finding) {}),
		at(4, func(f *Finding) { f.Rule = "q" }),
		at(4, func(f *Finding) { f.Host = "i" }),
		at(4, func(f *Finding) { f.Message = "n" }),
		at(4, func(f *Finding) { f.Category = "upload" }),
		at(4, func(f *Finding) { f.Project = "o" }),
		at(0, func(f *Finding) { f.Rule = "z" }),
		at(4, func(*Finding) {}),
		at(0, func(f *Finding) { f.Span.File = nil }),
	}
	var got string
	for _, f := range Sort(list) {
		got += string(f.Rule) + f.Project + f.Host + string(f.Message) + string(f.Category[:1]) + " "
	}
	if want := "rphmr zphmr qphmr rohmr rphmr rphmu rphnr rpimr "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Findings that look alike are told apart by their order, and by nothing else.
func TestNumber(t *testing.T) {
	alike := func() []*Finding {
		return []*Finding{{Rule: "r", Span: span(0, 3)}, {Rule: "r", Span: span(4, 7)}, {Rule: "r", Span: span(8, 13)}, {Rule: "r", Span: span(21, 24)}}
	}
	list, again := alike(), alike()
	Number("r", list)
	Number("r", again)
	prints := map[string]bool{}
	for i, f := range list {
		if f.Fingerprint() != again[i].Fingerprint() {
			t.Errorf("the %d. has two fingerprints", i)
		}
		prints[f.Fingerprint()] = true
	}
	if len(prints) != len(list) {
		t.Errorf("%d findings have %d fingerprints", len(list), len(prints))
	}
	list[0].nth = 1
	if list[0].Fingerprint() != list[1].Fingerprint() {
		t.Error("the same text at two places is not the same")
	}
	if moved := (&Finding{Rule: "r", Span: span(0, 3)}); moved.Fingerprint() == again[0].Fingerprint() {
		t.Error("the folder of the repository is part of the name")
	}
}

// An identity can be written as JSON: its bytes are UTF-8.
func TestIdentity(t *testing.T) {
	f := &Finding{Rule: "r", Host: "a\xff.example.com", Project: "r/mp"}
	want := Identity{File: "mp/a.js", Rule: "r", Project: "mp", Host: "a\ufffd.example.com", Category: "request", What: essence(span(0, 3))}
	got := f.IdentityAt("r", span(8, 13), "request")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for i, p := range Parts() {
		other := got
		if *p.Of(&other) += "x"; other.Compare(got) <= 0 || got.Compare(other) >= 0 || got.Compare(got) != 0 {
			t.Errorf("part %d, %s, does not count", i, p.Name)
		}
	}
}
