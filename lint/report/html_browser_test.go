package report_test

import (
	"context"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/beianlint/beianlint/lint/message"
)

// TestHTMLInABrowser opens the report in a real browser: the policy lets style
// and script run, and what the fragment of the address asks for is hidden.
func TestHTMLInABrowser(t *testing.T) {
	browser := chromium(t)
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, []byte(writeHTML(t, shops(t), htmlOptions(message.Chinese))), 0o600); err != nil {
		t.Fatal(err)
	}
	all := shownRows(t, browser(file, nil))
	for _, test := range []struct {
		filter url.Values
		want   func(row *html.Node) bool
	}{
		{url.Values{"q": {"EXAMPLE.net up"}}, func(row *html.Node) bool {
			return strings.Contains(textOf(row), "example.net") && strings.Contains(textOf(row), "up")
		}},
		{url.Values{"status": {"备案已失效"}}, has("data-status", "备案已失效")},
		{url.Values{"box": {"uploadFile合法域名"}, "status": {"未备案"}}, func(row *html.Node) bool {
			return attrOf(row, "data-status") == "未备案" && strings.Contains(attrOf(row, "data-box")+attrOf(row.Parent, "data-box"), "uploadFile合法域名")
		}},
		{url.Values{"status": {"nothing like it"}}, func(*html.Node) bool { return true }},
	} {
		wanted := 0
		for _, row := range all {
			if test.want(row) {
				wanted++
			}
		}
		shown := shownRows(t, browser(file, test.filter))
		for _, row := range shown {
			if !test.want(row) {
				t.Errorf("%v shows %s", test.filter, textOf(row))
			}
		}
		if len(shown) != wanted || wanted == 0 {
			t.Errorf("%v shows %d entries of %d, want %d", test.filter, len(shown), len(all), wanted)
		}
	}
}

func has(key, value string) func(*html.Node) bool {
	return func(row *html.Node) bool { return attrOf(row, key) == value }
}

// shownRows are the entries that are not hidden. Their number is shown.
func shownRows(t *testing.T, doc *html.Node) (rows []*html.Node) {
	t.Helper()
	shown := ""
	for n := range doc.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "form" && hasAttr(n, "hidden"):
			t.Error("the script did not run: the filter is hidden")
		case n.Data == "output":
			shown = textOf(n)
		case strings.Contains(attrOf(n, "class"), "row") && !hasAttr(n, "hidden"):
			rows = append(rows, n)
		}
	}
	if !strings.Contains(shown, strconv.Itoa(len(rows))) {
		t.Errorf("%q is shown for %d entries", shown, len(rows))
	}
	return rows
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// chromium returns what opens a file, with a filter in the address, and reads
// the document as the script has left it. Without a browser the test is skipped.
func chromium(t *testing.T) func(file string, filter url.Values) *html.Node {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		t.Skip("no chromium on the PATH")
	}
	profile := t.TempDir()
	return func(file string, filter url.Values) *html.Node {
		t.Helper()
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		out, err := exec.CommandContext(ctx, path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
			"--disable-background-networking", "--disable-component-update", "--disable-sync",
			"--user-data-dir="+profile, "--dump-dom", "file://"+filepath.ToSlash(file)+"#"+filter.Encode()).Output()
		if err != nil {
			t.Fatal(err)
		}
		return parseHTML(t, string(out))
	}
}
