package report_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

// linked is a page whose places can be read at an address.
func linked(t *testing.T, r *lint.Result) *html.Node {
	t.Helper()
	o := htmlOptions(message.English)
	o.Blob, o.Root = "https://gitee.com/acme/shop/blob/main/", "work"
	return parseHTML(t, writeHTML(t, r, o))
}

// TestHTMLLinks: a place leads to its line, and whatever the text is, a link leads
// to a part of the page or to a file of the repository.
func TestHTMLLinks(t *testing.T) {
	links := 0
	for _, text := range markups {
		for n := range linked(t, hostile(text)).Descendants() {
			if href := attrOf(n, "href"); n.Data == "a" && !strings.HasPrefix(href, "#") {
				links++
				path, ok := strings.CutPrefix(href, "https://gitee.com/acme/shop/blob/main/")
				if !ok || strings.ContainsAny(path, "\"'<>&? \n") || !strings.HasSuffix(path, "#L1") {
					t.Errorf("%q: %s", text, href)
				}
			}
		}
	}
	if links == 0 {
		t.Error("there are no links")
	}
	o := htmlOptions(message.English)
	o.Blob, o.Root = "https://gitee.com/acme/shop/blob/main/", "work/other"
	loadsNothing(t, parseHTML(t, writeHTML(t, shops(t), o))) // files beside that folder
}

// withRecord is a report of a host with a filing of the list.
func withRecord(status filing.Status, f *filing.Filing) *lint.Result {
	r := contacted(status)
	h := r.Projects[0].Hosts[0]
	h.Record, h.Filing.Entity = f, f.Entity
	return r
}

func date(day string) filing.Date {
	d, _ := filing.ParseDate(day)
	return d
}

// TestHTMLEnding: the filings with a last day in the next 90 days, the next first.
func TestHTMLEnding(t *testing.T) {
	for day, want := range map[string]string{
		"2026-11-22": `<td>2026-11-22</td><td>0 days</td>`, "2027-02-20": `<td>2027-02-20</td><td>90 days</td>`, "2027-02-21": "", "2026-11-21": "", "": "",
	} {
		got := page1(t, withRecord(filing.Filed, &filing.Filing{Domain: "example.net", Until: date(day)}))
		if strings.Contains(got, `id="ending"`) != (want != "") || !strings.Contains(got, want) {
			t.Errorf("until %s:\n%s", day, got)
		}
	}
	r := withRecord(filing.Filed, &filing.Filing{Domain: "example.net", Until: date("2027-01-02")})
	r.Projects[0].Hosts = append(r.Projects[0].Hosts, &app.Host{Host: "a.example.org", Record: &filing.Filing{Domain: "example.org", Until: date("2027-01-01")}})
	if got := page1(t, r); strings.Index(got, "<td>2027-01-01</td>") > strings.Index(got, "<td>2027-01-02</td>") {
		t.Error("the later one comes first")
	}
}

// TestHTMLWho: who can file a domain, or see to its filing.
func TestHTMLWho(t *testing.T) {
	for _, c := range []struct {
		host, message string
		record        filing.Filing
		want          string
	}{
		{"api.example.net", "unfiled-domain.missing", filing.Filing{}, "the owner of the domain, through the server's access provider"},
		{"restapi.amap.com", "unfiled-domain.vendor", filing.Filing{}, "Amap has filed it: only the filed list lacks it"},
		{"restapi.amap.com", "pending-filing.pending", filing.Filing{Vendor: true}, "Amap, who runs the service"},
		{"restapi.amap.com", "revoked-filing.revoked", filing.Filing{}, "Amap, who runs the service"},
		{"sdk.example.net", "pending-filing.ended", filing.Filing{Vendor: true}, "whoever runs the service, according to the filed list"},
		{"api.example.net", "pending-filing.ended", filing.Filing{Entity: "Acme"}, "Acme, according to the filed list"},
		{"api.example.net", "pending-filing.ended", filing.Filing{}, "the owner of the domain, through the server's access provider"},
		{"203.0.113.7", "ip-address.public", filing.Filing{}, "nobody: it has to be replaced by a filed domain"},
	} {
		r := withRecord(filing.Unfiled, &c.record)
		r.Projects[0].Hosts[0].Host = c.host
		id := message.ID(c.message)
		r.Findings = []*finding.Finding{{Rule: id.Rule(), Severity: finding.Error, Message: id, Args: []any{"x", "y", "z", "v", "w"}, Host: c.host, Project: "work/a"}}
		if got := page1(t, r); !strings.Contains(got, "Who can file it</span> "+strings.ReplaceAll(c.want, "'", "&#39;")+"</p>") {
			t.Errorf("%s, %s: no %q in\n%s", c.host, c.message, c.want, got)
		}
	}
}

// TestHTMLLines: the line that the filed list lacks stands beside a task.
func TestHTMLLines(t *testing.T) {
	for host, want := range map[string]string{"api.example.net": "example.net  pending", "restapi.amap.com": "amap.com  owner=vendor  # Amap", "apis.map.qq.com": "qq.com  粤B2-20090059-5  owner=vendor  # Tencent"} {
		r := contacted(filing.Unfiled)
		r.Projects[0].Hosts[0].Host = host
		r.Findings = []*finding.Finding{{Rule: unfiled.ID, Severity: finding.Error, Message: "unfiled-domain.missing", Args: []any{"x", "y"}, Host: host, Project: "work/a"}}
		if got := page1(t, r); !strings.Contains(got, `data-copy="`+want+`"`) {
			t.Errorf("%s: no %q in\n%s", host, want, got)
		}
	}
}

// TestHTMLFolds: beyond eight mini programs the navigation and their sections are
// folded; of a few, the first is open.
func TestHTMLFolds(t *testing.T) {
	for n, want := range map[int]string{1: "1 open, nav 0", 2: "1 open, nav 0", 8: "1 open, nav 0", 9: "0 open, nav 1"} {
		statuses := make([]filing.Status, n)
		for i := range statuses {
			statuses[i] = filing.Filed
		}
		open, nav := 0, 0
		for e := range parseHTML(t, writeHTML(t, contacted(statuses...), htmlOptions(message.English))).Descendants() {
			if e.Data == "details" && e.Parent.Data == "section" && hasAttr(e, "open") {
				open++
			}
			if e.Data == "details" && e.Parent.Data == "nav" {
				nav++
			}
		}
		if got := fmt.Sprintf("%d open, nav %d", open, nav); got != want {
			t.Errorf("%d mini programs: %s, want %s", n, got, want)
		}
	}
}

// TestHTMLCopiesBoxes: what the console takes is at hand where a box has entries.
func TestHTMLCopiesBoxes(t *testing.T) {
	r := contacted(filing.Filed)
	r.Projects[0].Boxes[0].Entries = []endpoint.Endpoint{{Scheme: "https", Host: "a.example.com"}, {Scheme: "https", Host: "b.example.com"}}
	if got := page1(t, r); !strings.Contains(got, `data-copy="https://a.example.com https://b.example.com" data-by=";"`) {
		t.Error(got)
	}
	r.Projects[0].Platform = "alipay"
	if got := page1(t, r); !strings.Contains(got, `data-by="lines"`) {
		t.Error(got)
	}
	if got := page1(t, contacted(filing.Filed)); strings.Contains(got, `data-by=`) {
		t.Error("an empty box has a button")
	}
}
