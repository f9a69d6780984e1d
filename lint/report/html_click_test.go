package report_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage"
)

// clicks is a script that uses the page as its reader would. What came of it stands
// in the title as JSON.
const clicks = `
  const got = {};
  Object.defineProperty(navigator, 'clipboard', {value: {writeText: text => { got.copied = [...got.copied || [], text]; return Promise.resolve(); }}});
  for (const button of document.querySelectorAll('.copy')) button.click();
  got.buttons = [...document.querySelectorAll('.copy')].every(b => !b.hidden);

  window.Blob = class { constructor(parts) { got.csv = parts.join(''); } };
  URL.createObjectURL = () => '#';
  document.querySelector('.csv').click();

  const table = document.querySelector('.domains'), head = table.querySelector('th button');
  const column = () => [...table.querySelectorAll('tbody:first-of-type .row th')].map(th => th.textContent);
  got.before = column();
  head.click(); got.up = column(); got.sort = head.parentElement.getAttribute('aria-sort');
  head.click(); got.down = column();

  got.open = document.querySelectorAll('section details[open]').length;
  document.querySelector('form').q.value = 'zzz'; document.querySelector('form').dispatchEvent(new Event('input'));
  got.none = document.querySelectorAll('.row:not([hidden])').length;
  document.querySelector('form').q.value = 'b.example.com'; document.querySelector('form').dispatchEvent(new Event('input'));
  got.found = document.querySelectorAll('section details[open]').length;
  document.title = JSON.stringify(got);
`

// TestHTMLClicks: buttons copy and sort, the table comes as CSV without formulas, and
// what a filter finds is unfolded.
func TestHTMLClicks(t *testing.T) {
	browser := chromium(t)
	r := contacted(filing.Filed, filing.Filed)
	for _, p := range r.Projects {
		host := *p.Hosts[0]
		host.Host, host.Filing.Entity = "b.example.com", `=HYPERLINK("http://x")`
		host.Uses = []*usage.Use{{Category: platform.Request, API: "wx.request", Span: at(hard, "url")}}
		p.Hosts = append(p.Hosts, &host)
		p.Boxes[0].Entries = []endpoint.Endpoint{{Scheme: "https", Host: "b.example.com"}, {Scheme: "https", Host: "c.example.com"}}
	}
	r.Projects[1].Platform = platform.Alipay
	page := writeHTML(t, r, htmlOptions(message.English))
	sum := sha256.Sum256([]byte(clicks))
	page = strings.Replace(page, "script-src ", "script-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"' ", 1)
	page = strings.Replace(page, "</body>", "<script>"+clicks+"</script></body>", 1)
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	for n := range browser(file, url.Values{}).Descendants() {
		if n.Data == "title" {
			if err := json.Unmarshal([]byte(textOf(n)), &got); err != nil {
				t.Fatalf("%v in %s", err, textOf(n))
			}
		}
	}
	csv, _ := got["csv"].(string)
	delete(got, "csv")
	want := map[string]any{
		"copied":  []any{"https://b.example.com;https://c.example.com", "https://b.example.com\nhttps://c.example.com"},
		"buttons": true, "sort": "ascending", "none": 0.0, "open": 1.0, "found": 2.0,
		"before": []any{"b.example.com", "api.example.net"}, "up": []any{"api.example.net", "b.example.com"}, "down": []any{"b.example.com", "api.example.net"},
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	lines := strings.Split(csv, "\r\n")
	if len(lines) != 6 || !strings.HasPrefix(csv, "\ufeff\"Mini program\",\"Box of the allowlist\",\"domain\",\"Status\"") ||
		lines[1] != `"WeChat mini program a","requests","b.example.com","filed","'=HYPERLINK(""http://x"")","not recorded","shop/页面/a b,c.js:2:29 wx.request"` {
		t.Errorf("%d lines:\n%s", len(lines), csv)
	}
}
