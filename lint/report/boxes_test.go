package report_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/report"
)

// box is a box of the console with some hosts, contacted over https.
func box(c platform.Category, open bool, hosts ...string) app.Box {
	b := app.Box{Category: c, Title: message.Text{EN: "box " + string(c), ZH: "框" + string(c)}, Open: open}
	for _, host := range hosts {
		b.Entries = append(b.Entries, endpoint.Endpoint{Scheme: "https", Host: host})
	}
	return b
}

// apiBodies are the bodies of a mini program's calls, by the names of the calls.
func apiBodies(t *testing.T, p *app.App) map[string]json.RawMessage {
	t.Helper()
	var b strings.Builder
	if err := report.Hosts.Format("api").Write(&b, &lint.Result{Projects: []*app.App{p}}, options(message.English)); err != nil {
		t.Fatal(err)
	}
	var bodies map[string]json.RawMessage
	if err := json.Unmarshal([]byte(b.String()), &bodies); err != nil {
		t.Fatal(err)
	}
	return bodies
}

// TestAPINeverEmptiesABox: a box whose hosts nobody has named is not in a body,
// which would empty it on the platform. One that nothing contacts is, and so is
// one of which at least some hosts are known.
func TestAPINeverEmptiesABox(t *testing.T) {
	bodies := apiBodies(t, &app.App{Platform: platform.WeChat, Boxes: []app.Box{
		box(platform.Request, false, "api.example.com", "b.example.com"),
		box(platform.Socket, true),
		box(platform.Upload, false),
		box(platform.Download, true, "cdn.example.com"),
		box(platform.WebView, true),
	}})
	var got map[string]json.RawMessage
	if err := json.Unmarshal(bodies["modify_domain"], &got); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]string{
		"action":          `"set"`,
		"requestdomain":   `["https://api.example.com","https://b.example.com"]`,
		"wsrequestdomain": "", // not known
		"uploaddomain":    "[]",
		"downloaddomain":  `["https://cdn.example.com"]`,
		"udpdomain":       "", // there is no such box
	} {
		if text := strings.Join(strings.Fields(string(got[key])), ""); text != want {
			t.Errorf("%s: got %s, want %s", key, text, want)
		}
	}
	if body, ok := bodies["setwebviewdomain"]; ok {
		t.Errorf("web views are set to %s", body)
	}
}

func TestAPIOfWebViews(t *testing.T) {
	bodies := apiBodies(t, &app.App{Platform: platform.WeChat, Boxes: []app.Box{box(platform.WebView, false, "h5.example.com")}})
	if got := string(bodies["setwebviewdomain"]); !strings.Contains(got, "h5.example.com") {
		t.Errorf("web views: %s", got)
	}
}

func TestAPIOfAlipay(t *testing.T) {
	bodies := apiBodies(t, &app.App{Platform: platform.Alipay, Boxes: []app.Box{box(platform.Request, true, "api.example.com")}})
	if len(bodies) != 1 || !strings.Contains(string(bodies["alipay.open.mini.safedomain.create"]), "api.example.com") {
		t.Errorf("bodies %s", bodies)
	}
}

func TestConsole(t *testing.T) {
	r := &lint.Result{Projects: []*app.App{
		{Project: &miniprogram.Project{Root: "work/shop", Platforms: []platform.ID{platform.WeChat}}, Platform: platform.WeChat, Boxes: []app.Box{
			box(platform.Request, false, "api.example.com", "b.example.com"), box(platform.Socket, false), box(platform.Upload, false, "a\x1b.example.com"),
		}},
		{Project: &miniprogram.Project{Root: "work/shop/pay", Platforms: []platform.ID{platform.Alipay}}, Platform: platform.Alipay, Boxes: []app.Box{
			box(platform.Request, false, "api.example.com", "b.example.com"),
		}},
		{Project: &miniprogram.Project{Root: "work/shop/none", Platforms: []platform.ID{platform.Alipay}}, Platform: platform.Alipay, Boxes: []app.Box{box(platform.Request, false)}},
	}}
	var b strings.Builder
	if err := report.Console(&b, r, options(message.English)); err != nil {
		t.Fatal(err)
	}
	const want = `. (WeChat)

box request
https://api.example.com;https://b.example.com

box upload
https://a␛.example.com

pay (Alipay)

box request
https://api.example.com
https://b.example.com

none (Alipay)

nothing to list
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestChanges(t *testing.T) {
	o := options(message.English)
	o.Color = true
	changes := []app.Change{
		{Title: message.Text{EN: "requests"}, Recorded: true, Add: []endpoint.Endpoint{{Scheme: "https", Host: "new\x1b.example.com"}}, Remove: []string{"https://old\x1b.example.com"}},
		{Title: message.Text{EN: "sockets"}, Add: []endpoint.Endpoint{{Scheme: "wss", Host: "ws.example.com"}}},
	}
	var b strings.Builder
	if err := report.Changes(&b, changes, o); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	for _, want := range []string{
		"\x1b[1mrequests\x1b[0m", "\x1b[32m+ https://new␛.example.com\x1b[0m", "\x1b[1;31m- https://old␛.example.com\x1b[0m", "", "\x1b[32m+ wss://ws.example.com\x1b[0m",
	} {
		if !slices.Contains(lines, want) {
			t.Errorf("no line %q in %q", want, lines)
		}
	}
	if got := lines[4]; got == "\x1b[1msockets\x1b[0m" || !strings.Contains(got, "sockets") {
		t.Errorf("%q does not say that the box is not recorded", got)
	}
	b.Reset()
	if err := report.Changes(&b, nil, o); err != nil || strings.Count(b.String(), "\n") != 1 {
		t.Errorf("no changes: %q, %v", b.String(), err)
	}
}
