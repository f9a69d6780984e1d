package suppress

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

var (
	now   = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	rules = []string{"ip-address", "unfiled-domain", "unused-ignore"}
)

func readBaseline(t *testing.T, text string) *Baseline {
	t.Helper()
	b, err := ReadBaseline(source.Root{FS: fstest.MapFS{"b.json": {Data: []byte(text)}}, Folder: "."}, "b.json", rules, now)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// An entry holds as many places as it counts; one that is met again, in another
// mini program of the same files, is no other place.
func TestBaselineHolds(t *testing.T) {
	id := finding.Identity{File: "a.js", Rule: "ip-address"}
	b := readBaseline(t, `{"version": 1, "findings": [{"file": "a.js", "rule": "ip-address", "count": 2}]}`)
	for _, c := range []struct {
		offset int
		want   bool
	}{{5, true}, {5, true}, {9, true}, {5, true}, {12, false}, {9, true}} {
		if got := b.holds(id, c.offset); got != c.want {
			t.Errorf("at %d: %v, want %v", c.offset, got, c.want)
		}
	}
	if id.Host = "a"; b.holds(id, 5) {
		t.Error("it holds what it does not name")
	}
	for day, want := range map[string]bool{"2026-11-21": false, "2026-11-22": true} {
		b := readBaseline(t, `{"version": 1, "until": "`+day+`", "findings": [{"file": "a.js", "rule": "ip-address"}]}`)
		if got := b.holds(finding.Identity{File: "a.js", Rule: "ip-address"}, 5); got != want {
			t.Errorf("until %s: %v", day, got)
		}
	}
}

func ids(problems []*source.Problem) (list []message.ID) {
	for _, p := range problems {
		list = append(list, p.Message)
	}
	return list
}

// An entry that came to nothing is a problem only where the run saw all that it
// is about, and before its day.
func TestBaselineProblems(t *testing.T) {
	const entries = `"findings": [{"file": "mp/a.js", "rule": "ip-address", "project": "mp", "count": 2}, {"file": "l.txt", "rule": "unfiled-domain"}]}`
	for _, c := range []struct {
		name   string
		text   string
		starts []string
		met    bool
		want   []message.ID
	}{
		{"all seen", `{"version": 1, ` + entries, []string{"r"}, false, []message.ID{"unused-ignore.baseline", "unused-ignore.baseline"}},
		{"one met", `{"version": 1, ` + entries, []string{"r"}, true, []message.ID{"unused-ignore.fewer", "unused-ignore.baseline"}},
		{"one mini program seen", `{"version": 1, ` + entries, []string{"r/mp"}, false, []message.ID{"unused-ignore.baseline"}},
		{"another seen", `{"version": 1, ` + entries, []string{"r/other"}, false, nil},
		{"its day has passed", `{"version": 1, "until": "2026-01-01", ` + entries, []string{"r"}, false, []message.ID{"unused-ignore.expired"}},
	} {
		b := readBaseline(t, c.text)
		if c.met {
			b.holds(finding.Identity{File: "mp/a.js", Rule: "ip-address", Project: "mp"}, 1)
		}
		got := ids(b.Problems(&Policy{Known: rules}, &Scope{Root: "r", Starts: c.starts, Complete: true}))
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
	b := readBaseline(t, `{"version": 1, `+entries)
	if got := b.Problems(&Policy{Known: rules}, &Scope{Root: "r", Starts: []string{"r"}}); len(got) > 0 {
		t.Errorf("a run that left something out: %v", ids(got))
	}
	for _, policy := range []Policy{{ConfigOnly: map[string]bool{"ip-address": true}}, {NotIgnorable: map[string]bool{"ip-address": true}}} {
		if got := ids(b.Problems(&policy, &Scope{})); len(got) != 1 || got[0] != "invalid-ignore.firm" {
			t.Errorf("a rule that no baseline silences: %v", got)
		}
	}
}

// What a run did not see stays in a baseline as it was; what it saw is counted
// anew.
func TestRecord(t *testing.T) {
	const old = `{"version": 1, "until": "2026-12-31", "findings": [
		{"file": "mp/a.js", "rule": "ip-address", "project": "mp", "count": 5},
		{"file": "mp/gone.js", "rule": "ip-address", "project": "mp"},
		{"file": "other/a.js", "rule": "ip-address", "project": "other", "count": 3},
		{"file": "l.txt", "rule": "unfiled-domain"}]}`
	fsys := fstest.MapFS{"r/b.json": {Data: []byte(old)}}
	scope := &Scope{Root: "r", Starts: []string{"r/mp"}, Complete: true}
	file := source.NewFile("r/mp/a.js", []byte("    "))
	list := source.NewFile("r/l.txt", []byte("   "))
	found := []*finding.Finding{
		{Rule: "ip-address", Project: "r/mp", Places: []finding.Place{{Span: source.Span{File: file, Start: 0, End: 1}}, {Span: source.Span{File: file, Start: 2, End: 3}}}},
		{Rule: "unfiled-domain", Places: []finding.Place{{Span: source.Span{File: list, Start: 0, End: 1}}, {Span: source.Span{File: list, Start: 1, End: 2}}}},
		{Rule: "unused-ignore", Permanent: true, Places: []finding.Place{{Span: source.Span{File: list}}}},
	}
	rec := NewRecorder()
	rec.Name = "r/b.json"
	for _, f := range found {
		rec.Add(f, scope)
		rec.Add(f, scope) // as in another mini program of the same files
	}
	record, err := rec.Finish(fsys, found, rules, scope)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{
  "version": 1,
  "until": "2026-12-31",
  "findings": [
    {"file":"l.txt","rule":"unfiled-domain","count":2},
    {"file":"mp/a.js","rule":"ip-address","project":"mp","count":2},
    {"file":"other/a.js","rule":"ip-address","project":"other","count":3}
  ]
}
`
	if diff := cmp.Diff(want, string(record.Data)); diff != "" || record.Findings != 2 || record.Left != 1 {
		t.Errorf("%d findings, %d left: %s", record.Findings, record.Left, diff)
	}
}

// Every mistake of a baseline is told at once.
func TestBaselineMistakes(t *testing.T) {
	const text = `{"version": 2, "until": "soon", "x": 1, "findings": [
		{"file": "a.js", "rule": "ip-adress"}, {"file": "a.js"}, {"file": "a.js", "rule": "ip-address", "count": 0, "line": 1}]}`
	_, err := ReadBaseline(source.Root{FS: fstest.MapFS{"b.json": {Data: []byte(text)}}, Folder: "."}, "b.json", rules, now)
	var got []string
	for _, p := range problemsOf(err) {
		got = append(got, string(p.Message))
	}
	want := "config.baseline-version config.date config.unknown-key config.unknown-rule-near config.baseline-entry config.kind config.unknown-key"
	if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
		t.Error(diff)
	}
}

func problemsOf(err error) []*source.Problem {
	var bad *config.Error
	if errors.As(err, &bad) {
		return bad.Problems
	}
	return nil
}

// FuzzBaseline reads baselines of any bytes: what is wrong has a message and lies in the
// file.
func FuzzBaseline(f *testing.F) {
	f.Add(`{"version": 1, "findings": [{"file": "a.js", "rule": "ip-address", "count": 2, "host": "a.example.com"}]}`)
	f.Add(`{"version": 2, "findings": [{"file": "../a.js", "rule": "x", "count": -1e9, "project": "/", "until": "2026-02-30"}], "x": []} // c`)
	f.Fuzz(func(t *testing.T, text string) {
		_, err := ReadBaseline(source.Root{FS: fstest.MapFS{"b.json": {Data: []byte(text)}}, Folder: "."}, "b.json", rules, now)
		var bad *config.Error
		if err != nil && !errors.As(err, &bad) {
			t.Fatal(err)
		}
		if bad == nil {
			return
		}
		for _, p := range bad.Problems {
			if message.Lookup(p.Message) == nil || p.Span.Start < 0 || p.Span.Start > p.Span.End || p.Span.End > len(text) {
				t.Errorf("%s at %d to %d of %d", p.Message, p.Span.Start, p.Span.End, len(text))
			}
		}
	})
}
