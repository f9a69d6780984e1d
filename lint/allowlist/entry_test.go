package allowlist

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

func TestEntriesAndPlaces(t *testing.T) {
	type place struct{ Raw, Text string }
	for _, tt := range []struct {
		name, value string
		want        []place
	}{
		{"array", `["https://a.example.com", "b.example.com"]`, []place{{"https://a.example.com", `"https://a.example.com"`}, {"b.example.com", `"b.example.com"`}}},
		{"semicolons", `"a.example.com;b.example.com;"`, []place{{"a.example.com", "a.example.com"}, {"b.example.com", "b.example.com"}}},
		{"commas", `" a.example.com , b.example.com"`, []place{{"a.example.com", "a.example.com"}, {"b.example.com", "b.example.com"}}},
		{"full-width", `"a.example.com；b.example.com，c.example.com、d.example.com"`, []place{
			{"a.example.com", "a.example.com"}, {"b.example.com", "b.example.com"}, {"c.example.com", "c.example.com"}, {"d.example.com", "d.example.com"},
		}},
		{"blanks", `"https://a.example.com  https://b.example.com"`, []place{{"https://a.example.com", "https://a.example.com"}, {"https://b.example.com", "https://b.example.com"}}},
		{"blank by mistake", `["https://a.example.com/x y"]`, []place{{"https://a.example.com/x y", `"https://a.example.com/x y"`}}},
		{"blanks around", `[" https://a.example.com\t"]`, []place{{"https://a.example.com", `" https://a.example.com\t"`}}},
		{"one in a list of separators", `";a.example.com;;"`, []place{{"a.example.com", `";a.example.com;;"`}}},
		{"escaped slashes", `["https:\/\/a.example.com"]`, []place{{"https://a.example.com", `"https:\/\/a.example.com"`}}},
		{"several with escapes", `"a.example.com\nb.example.com"`, []place{{"a.example.com", `"a.example.com\nb.example.com"`}, {"b.example.com", `"a.example.com\nb.example.com"`}}},
		{"several in an item", `["a.example.com;b.example.com","c.example.com"]`, []place{
			{"a.example.com", "a.example.com"}, {"b.example.com", "b.example.com"}, {"c.example.com", `"c.example.com"`},
		}},
		{"empty items", `["", " "]`, []place{{"", `""`}, {"", `" "`}}},
		{"objects", `[{"url":"a.example.com"},{"status":0,"domain":"b.example.com"}]`, []place{{"a.example.com", `"a.example.com"`}, {"b.example.com", `"b.example.com"`}}},
		{"one object", `{"url":"a.example.com"}`, []place{{"a.example.com", `"a.example.com"`}}},
		{"Chinese domain", `"例子.example.com;b.example.com"`, []place{{"例子.example.com", "例子.example.com"}, {"b.example.com", "b.example.com"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []place
			for _, d := range read(t, "\ufeff{\n\"requestDomain\": "+tt.value+"}", ProjectConfig, platform.WeChat).Declarations {
				got = append(got, place{d.Raw, d.Span.Text()})
				if d.Key.Text() != `"requestDomain"` {
					t.Errorf("key %q", d.Key.Text())
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestEndpoints(t *testing.T) {
	got := read(t, `{"requestDomain":["https://API.example.com:8443/","https//a.example.com","","*.example.com"]}`, ProjectConfig, platform.WeChat).Declarations
	if e := got[0].Endpoint; e.Scheme != "https" || e.Host != "api.example.com" || e.Port != 8443 || e.Path != "/" || got[0].Err != nil {
		t.Errorf("got %+v, %v", e, got[0].Err)
	}
	if got[1].Endpoint.Host != "a.example.com" || !errors.Is(got[1].Err, endpoint.ErrScheme) {
		t.Errorf("got %+v, %v", got[1].Endpoint, got[1].Err)
	}
	if !errors.Is(got[2].Err, endpoint.ErrEmpty) {
		t.Errorf("got %v", got[2].Err)
	}
	if e := got[3].Endpoint; !e.Wildcard || e.Host != "example.com" {
		t.Errorf("got %+v", e)
	}
}

func TestCategories(t *testing.T) {
	for _, tt := range []struct {
		d    Declaration
		want string
	}{
		{Declaration{Category: platform.Request, Platform: platform.WeChat}, "request"},
		{Declaration{Category: platform.Request, Platform: platform.WeChat, Pool: true}, "request socket upload download"},
		{Declaration{Category: platform.WebView, Platform: platform.WeChat, Pool: true}, "webview"},
		{Declaration{Category: platform.Request, Platform: platform.Alipay}, "request upload"},
		{Declaration{Category: platform.Upload, Platform: platform.Alipay}, "request upload"},
		{Declaration{Category: platform.Download, Platform: platform.Alipay}, "download"},
	} {
		var got []string
		for _, c := range tt.d.Categories() {
			got = append(got, string(c))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%+v: got %s, want %s", tt.d, s, tt.want)
		}
	}
}

func TestPoolIsMarked(t *testing.T) {
	for _, d := range read(t, `{"wxa_server_domain":"a.example.com;b.example.com"}`, Named, platform.Alipay).Declarations {
		if !d.Pool || d.Platform != platform.WeChat {
			t.Errorf("got %+v", d)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		`{"action":"set","requestdomain":["https://a.example.com"],"wxa_server_domain":"a.example.com;b.example.com"}`,
		`{"serverDomain":{"request":[" a.example.com b","\u0061;"]},"serverDomain":{"webview":["例子.公司，x"]}}`,
		`{"errcode":1,"no_icp_domain":"x"}`, `{"setting":{"urlCheck":false}}`, `[{"prefetch":[{"url":"a"},{"domain":1}]}]`,
	} {
		for kind := range byte(len(sources)) {
			f.Add([]byte(seed), kind, kind%2 == 0)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, kind byte, alipay bool) {
		file := source.NewFile("fuzz.json", data)
		doc, _ := jsonc.Parse(file)
		main := platform.WeChat
		if alipay {
			main = platform.Alipay
		}
		a := Read(doc, sources[int(kind)%len(sources)], main)
		a.Merge(ReadBoxes(doc.Root(), main))
		inside := func(s source.Span) {
			if s.File != file || s.Start < 0 || s.Start > s.End || s.End > len(data) {
				t.Fatalf("span %d:%d of %d", s.Start, s.End, len(data))
			}
		}
		for _, d := range append(a.Declarations, a.NoICP...) {
			inside(d.Span)
			inside(d.Key)
			if text := d.Span.Text(); !strings.HasPrefix(text, `"`) && text != d.Raw {
				t.Fatalf("%q stands at %q", d.Raw, text)
			}
		}
		for _, s := range a.CheckOff {
			inside(s.Span)
		}
		for _, p := range a.Problems {
			if !doc.Root().Exists() {
				continue
			}
			inside(p.Span)
			for _, r := range p.Related {
				inside(r.Span)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	text := `{"requestDomain": [` + strings.Repeat(`"https://a.example.com", `, 200) + `"https://b.example.com"]}`
	doc, _ := jsonc.Parse(source.NewFile("project.config.json", []byte(text)))
	for b.Loop() {
		if a := Read(doc, ProjectConfig, platform.WeChat); len(a.Declarations) != 201 {
			b.Fatal(len(a.Declarations))
		}
	}
}
