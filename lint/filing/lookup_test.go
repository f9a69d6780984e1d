package filing_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
)

// covers returns the domain of the filing that covers a host, "" when none does.
func covers(l *filing.List, host string) string {
	if f := l.Lookup(host); f != nil {
		return f.Domain
	}
	return ""
}

func TestLookup(t *testing.T) {
	l := mustRead(t, strings.Join([]string{
		"example.com " + number,
		"api.example.com pending",
		"only.example.net " + number,
		"example.com.cn " + number,
		"例子.公司 " + number,
		"example.公益.cn " + number,
		"bj.gov.cn " + number,
		"img-1.cos.ap-guangzhou.myqcloud.com " + number + " owner=vendor",
		"cos.ap-guangzhou.myqcloud.com " + number + " owner=vendor",
		"qq.com " + number + " owner=vendor",
	}, "\n"))
	for _, c := range []struct{ host, want string }{
		{"example.com", "example.com"},
		{"www.example.com", "example.com"},
		{"a.b.c.example.com", "example.com"},
		{"a_b.example.com", "example.com"},
		// The most specific entry.
		{"api.example.com", "api.example.com"},
		{"v2.api.example.com", "api.example.com"},
		{"xapi.example.com", "example.com"},
		// By label, never by substring.
		{"notexample.com", ""},
		{"example.com.evil.org", ""},
		{"example.como", ""},
		{"xample.com", ""},
		{"com", ""},
		{"", ""},
		{".example.com", "example.com"}, // no canonical host, and no panic
		// An entry for a sub-domain covers that and what is below, no more.
		{"only.example.net", "only.example.net"},
		{"x.only.example.net", "only.example.net"},
		{"example.net", ""},
		{"www.example.net", ""},
		{"www.example.com.cn", "example.com.cn"},
		{"other.com.cn", ""},
		{"api.xn--fsqu00a.xn--55qx5d", "xn--fsqu00a.xn--55qx5d"},
		{"www.example.xn--55qw42g.cn", "example.xn--55qw42g.cn"},
		{"other.xn--55qw42g.cn", ""},
		// Departments file for themselves (platform facts, 5.1).
		{"www.bj.gov.cn", "bj.gov.cn"},
		{"office.bj.gov.cn", ""},
		// Below a provider's shared domain an entry covers just its host.
		{"img-1.cos.ap-guangzhou.myqcloud.com", "img-1.cos.ap-guangzhou.myqcloud.com"},
		{"cos.ap-guangzhou.myqcloud.com", "cos.ap-guangzhou.myqcloud.com"},
		{"img-2.cos.ap-guangzhou.myqcloud.com", ""},
		{"x.img-1.cos.ap-guangzhou.myqcloud.com", ""},
		{"myqcloud.com", ""},
		{"apis.map.qq.com", "qq.com"},
		{"192.0.2.1", ""},
		{"2001:4860:4860::8888", ""},
		{"localhost", ""},
		{strings.Repeat("a.", 1<<8) + "example.com", ""}, // longer than any host, else it would be covered
	} {
		if got := covers(l, c.host); got != c.want {
			t.Errorf("Lookup(%.60q) = %q, want %q", c.host, got, c.want)
		}
	}
	if f := l.Lookup("x.api.example.com"); !f.Pending || f.Span.Position().Line != 2 {
		t.Errorf("api.example.com is %+v", f)
	}
}

// What Lookup finds is what endpoint.Covers says, asked of every entry.
func TestLookupAgreesWithCovers(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	labels := []string{"a", "b", "ab", "example", "notexample", "x-y", "com", "net", "cn"}
	name := func(most int) string {
		parts := make([]string, 1+random.IntN(most))
		for i := range parts {
			parts[i] = labels[random.IntN(len(labels))]
		}
		return strings.Join(parts, ".") + ".example.com"
	}
	for range 50 {
		var listed []string
		for range 40 {
			listed = append(listed, name(4))
		}
		l, _ := readList(strings.Join(listed, " "+number+"\n") + " " + number)
		for range 200 {
			host, want := name(5), ""
			for _, d := range listed {
				if endpoint.Covers(d, host) && len(d) > len(want) {
					want = d
				}
			}
			if got := covers(l, host); got != want {
				t.Fatalf("Lookup(%q) = %q, want %q of %q", host, got, want, listed)
			}
		}
	}
}

func TestAllIsInOrderAndOnce(t *testing.T) {
	l, _ := readList("b.example.com " + number + "\na.example.com " + number + "\nB.example.com " + number + "\nc.example.com pending")
	want := []string{"b.example.com", "a.example.com", "c.example.com"}
	if diff := cmp.Diff(want, domains(l)); diff != "" || l.Len() != len(want) {
		t.Errorf("%d filings: %s", l.Len(), diff)
	}
	for range l.All() {
		break // a loop that stops early stops
	}
}

func TestJoin(t *testing.T) {
	org := mustRead(t, "example.com "+number+"\nexample.net "+number+" entity=甲")
	project := mustRead(t, "api.example.com pending\nexample.net "+number+"\nexample.org "+number)
	l := filing.Join(org, nil, &filing.List{}, project)
	if diff := cmp.Diff([]string{"example.com", "example.net", "api.example.com", "example.net", "example.org"}, domains(l)); diff != "" {
		t.Error(diff)
	}
	for host, want := range map[string]string{
		"www.example.com": "example.com", "api.example.com": "api.example.com", "example.org": "example.org", "example.edu": "",
	} {
		if got := covers(l, host); got != want {
			t.Errorf("%s is covered by %q, want %q", host, got, want)
		}
	}
	if f := l.Lookup("example.net"); f.Entity != "甲" {
		t.Error("the earlier list does not win")
	}
	if l.Len() != 5 || filing.Join().Len() != 0 {
		t.Errorf("%d filings in the joined list, %d in an empty one", l.Len(), filing.Join().Len())
	}
	if filing.Join().Lookup("example.com") != nil {
		t.Error("an empty list covers something")
	}
}

func TestLookupIsConcurrent(t *testing.T) {
	l := mustRead(t, "example.com "+number+"\nexample.net "+number)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := range 100 {
				if l.Lookup(fmt.Sprintf("d%d.example.net", i)) == nil {
					t.Error("not found")
				}
				if len(slices.Collect(l.All())) != 2 {
					t.Error("not all")
				}
			}
		})
	}
	wg.Wait()
}
