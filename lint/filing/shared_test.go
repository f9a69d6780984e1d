package filing_test

import (
	"testing"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/source"
)

// A project's entry counts only below what the organisation has filed or allows.
func TestJoinShared(t *testing.T) {
	org := mustRead(t, "域名,备案号,备案状态\nexample.com,"+number+",\nexample.edu,"+number+",已注销\n")
	project := mustRead(t, "api.example.com "+number+"\nexample.net "+number+"\nexample.org "+number+"\nexample.edu "+number+"\n")
	for _, c := range []struct {
		allowed []string
		host    string
		found   bool
	}{
		{nil, "api.example.com", true},
		{nil, "www.example.com", true},
		{nil, "example.net", false},
		{nil, "example.edu", false}, // the organisation's filing was cancelled
		{[]string{"example.net"}, "www.example.net", true},
		{[]string{"example.net"}, "example.org", false},
		{[]string{"*"}, "example.org", true},
	} {
		l := filing.JoinShared(org, project, c.allowed)
		if found := l.Lookup(c.host) != nil; found != c.found {
			t.Errorf("%v, %s: found is %v", c.allowed, c.host, found)
		}
	}
	if _, reason := filing.JoinShared(org, project, nil).Rejected("example.net"); reason != filing.NotAllowed {
		t.Errorf("reason %v", reason)
	}
}

// Records that count contradict one another by their numbers, and by what one says
// that the other denies.
func TestConflicts(t *testing.T) {
	first := mustRead(t, "example.com "+number+"\nexample.net "+number+"\n")
	second := mustRead(t, "域名,备案号,备案状态\nexample.com,京ICP备87654321号-1,已注销\nexample.net,京ICP备87654321号-1,\n")
	want := "3:1 conflicting-filing.lists \"example.net\"\n  2:1 related.first \"example.net\"\n" +
		"2:1 conflicting-filing.status \"example.com\"\n  1:1 related.first \"example.com\"\n"
	if got := show(filing.Join(first, second).Conflicts()); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := show(filing.Join(second, first).Conflicts()); got != "2:1 conflicting-filing.lists \"example.net\"\n  3:1 related.first \"example.net\"\n"+
		"1:1 conflicting-filing.status \"example.com\"\n  2:1 related.first \"example.com\"\n" {
		t.Errorf("the other way round:\n%s", got)
	}
}

// The number of a vendor's filing is the vendor's own affair.
func TestVendorsEntity(t *testing.T) {
	const line = "example.com " + number + " entity=甲公司\nexample.net 京ICP备12345678号-2 entity=乙公司"
	if _, problems := readList(line); len(problems) != 1 || problems[0].Message != "conflicting-filing.entities" {
		t.Errorf("two entities:\n%s", show(problems))
	}
	if _, problems := readList(line + " owner=vendor"); len(problems) > 0 {
		t.Errorf("a vendor:\n%s", show(problems))
	}
}

func TestDeadline(t *testing.T) {
	for text, want := range map[string]string{
		"2026年04月28日0点": "2026-04-27", "2026年04月28日00点": "2026-04-27", "2026年3月1日 0点": "2026-02-28", "2026年04月28日8点": "2026-04-28", "2026年4月28日": "2026-04-28",
	} {
		l := mustRead(t, "域名,备案号,deadline\nexample.com,"+number+","+text+"\n")
		if got := l.Lookup("example.com").Until.String(); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

// A filing that is pending here and in the list is news only where it says more.
func TestMergePending(t *testing.T) {
	rows, _ := filing.Options{}.Rows(source.NewFile("rows.csv", []byte("域名,备案号,grace\nexample.com,备案中,\nexample.net,备案中,2026-12-31\n")))
	text, merged, problems := filing.Merge(source.NewFile("list", []byte("example.com pending\nexample.net pending\n")), rows)
	if len(problems) > 0 || merged[0].Outcome != filing.Unchanged || merged[1].Outcome != filing.Changed {
		t.Fatalf("%v %v\n%s", merged[0].Outcome, merged[1].Outcome, show(problems))
	}
	if want := "example.com pending\nexample.net pending grace=2026-12-31\n"; string(text) != want {
		t.Errorf("got %q, want %q", text, want)
	}
}

// Where nothing but what is allowed may be added, a project's entry stands in for none of
// the organisation's: neither below one, nor against one that says otherwise, however new.
func TestJoinClosed(t *testing.T) {
	org := mustRead(t, "域名,备案号,备案状态,verified\nexample.com,备案中,,\nexample.edu,"+number+",已注销,2026-01-01\n")
	project := mustRead(t, "域名,备案号,备案状态,verified\napi.example.com,"+number+",,\nexample.edu,"+number+",正常,2026-11-01\nexample.net,"+number+",,\nexample.org,"+number+",,\nexample.info,"+number+",,\n")
	l := filing.JoinClosed(org, project, []string{"example.edu", "example.net"})
	for host, want := range map[string]string{"api.example.com": "example.com", "example.edu": "", "www.example.net": "example.net", "example.org": ""} {
		got := ""
		if f := l.Lookup(host); f != nil {
			got = f.Domain
		}
		if got != want {
			t.Errorf("%s is covered by %q, want %q", host, got, want)
		}
	}
	refused := l.Refused()
	if len(refused) != 1 || refused[0].Args[0] != "example.edu" || refused[0].Args[1] != 3 || refused[0].Span.Position().Line != 3 {
		t.Errorf("%+v", refused)
	}
	if all := filing.JoinShared(org, project, []string{"*"}).Refused(); len(all) > 0 {
		t.Errorf("all are allowed: %+v", all)
	}
}
