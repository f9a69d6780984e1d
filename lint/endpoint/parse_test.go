package endpoint

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	ex := Endpoint{Host: "example.com"}
	https := Endpoint{Scheme: "https", Host: "example.com"}
	with := func(e Endpoint, change func(*Endpoint)) Endpoint { change(&e); return e }
	path := func(e Endpoint, p string) Endpoint { e.Path = p; return e }
	host := func(h string) Endpoint { return Endpoint{Scheme: "https", Host: h} }
	for in, want := range map[string]Endpoint{
		"example.com":                  ex,
		"\ufeff example.com\u3000\r\n": ex,
		"example.com/":                 path(ex, "/"),
		"example.com.":                 ex,
		strings.Repeat("\u00ad", 300) + "example.com": ex,
		"EXAMPLE.Com":                           ex,
		"example.com:8443":                      with(ex, func(e *Endpoint) { e.Port = 8443 }),
		"//example.com/a":                       with(ex, func(e *Endpoint) { e.Relative, e.Path = true, "/a" }),
		"https://example.com":                   https,
		"HTTPS://example.com":                   https,
		"https:example.com":                     https,
		"https:/example.com":                    https,
		`https:\\example.com`:                   https,
		"https:///example.com":                  https,
		"https://example.com:":                  https,
		"https://example.com:443":               with(https, func(e *Endpoint) { e.Port = 443 }),
		"https://example.com:0443":              with(https, func(e *Endpoint) { e.Port = 443 }),
		"wss://example.com:1":                   {Scheme: "wss", Host: "example.com", Port: 1},
		"udp://u.example.com":                   {Scheme: "udp", Host: "u.example.com"},
		"tcp://t.example.com":                   {Scheme: "tcp", Host: "t.example.com"},
		"ftp://example.com/x":                   {Scheme: "ftp", Host: "example.com", Path: "/x"},
		"https://example.com?q=/@evil.com":      path(https, "?q=/@evil.com"),
		"https://example.com#@evil.com":         path(https, "#@evil.com"),
		"https://filed.com@evil.com":            {Scheme: "https", Host: "evil.com", UserInfo: true},
		"https://filed.com:443@evil.com:8443/":  {Scheme: "https", Host: "evil.com", Port: 8443, UserInfo: true, Path: "/"},
		"https://a@filed.com@evil.com":          {Scheme: "https", Host: "evil.com", UserInfo: true},
		`https://evil.com\@filed.com`:           path(host("evil.com"), `\@filed.com`),
		"https://evil.com／@filed.com":           path(host("evil.com"), "/@filed.com"),
		"https://%65xample.com":                 https,
		"https://%E4%BE%8B%E5%AD%90.%E5%85%AC司": host("xn--fsqu00a.xn--55qx5d"),
		"ｈｔｔｐｓ：／／Ｅｘａｍｐｌｅ。ｃｏｍ：４４３": with(https, func(e *Endpoint) { e.Port = 443 }),
		"https://例子.公司":                              host("xn--fsqu00a.xn--55qx5d"),
		"https://例子。公司":                              host("xn--fsqu00a.xn--55qx5d"),
		"https://XN--FSQU00A.xn--55qx5d":             host("xn--fsqu00a.xn--55qx5d"),
		"https://例_子.example.com":                    host("xn--_-kb7aq09a.example.com"),
		"https://a_b.example.com":                    host("a_b.example.com"),
		"https://_dmarc.example.com":                 host("_dmarc.example.com"),
		"*.example.com":                              with(ex, func(e *Endpoint) { e.Wildcard = true }),
		"https://*.example.com:8443":                 with(https, func(e *Endpoint) { e.Wildcard, e.Port = true, 8443 }),
		"localhost:3000":                             {Host: "localhost", Port: 3000},
		"192.168.1.1":                                {Host: "192.168.1.1"},
		"http://192.168.1.1.:80/":                    {Scheme: "http", Host: "192.168.1.1", Port: 80, Path: "/"},
		"http://0x7f.0.0.1":                          {Scheme: "http", Host: "127.0.0.1"},
		"http://0X7F000001":                          {Scheme: "http", Host: "127.0.0.1"},
		"http://017700000001":                        {Scheme: "http", Host: "127.0.0.1"},
		"http://2130706433":                          {Scheme: "http", Host: "127.0.0.1"},
		"http://127.1":                               {Scheme: "http", Host: "127.0.0.1"},
		"http://１９２.168.０.1":                         {Scheme: "http", Host: "192.168.0.1"},
		"::1":                                        {Host: "::1"},
		"[2001:DB8:0::1]:8443":                       {Host: "2001:db8::1", Port: 8443},
		"wss://[2001:db8::1]/ws":                     {Scheme: "wss", Host: "2001:db8::1", Path: "/ws"},
		"http://ws:8080":                             {Scheme: "http", Host: "ws", Port: 8080},
		"https://http-api.example.com":               host("http-api.example.com"),
		"https://" + strings.Repeat("a", 63) + ".cn": host(strings.Repeat("a", 63) + ".cn"),
	} {
		got, err := Parse(in)
		if err != nil {
			t.Errorf("Parse(%q): %v", in, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("Parse(%q) (-want +got):\n%s", in, diff)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for in, want := range map[string]error{
		"":                            ErrEmpty,
		" \t\ufeff\u3000":             ErrEmpty,
		"https://":                    ErrNoHost,
		"https:///":                   ErrNoHost,
		"/pages/index":                ErrNoHost,
		"https://:443":                ErrNoHost,
		"https://user@":               ErrNoHost,
		"https://example.com:65536":   ErrPort,
		"https://example.com:0":       ErrPort,
		"https://example.com:80a":     ErrPort,
		"https://example.com:-1":      ErrPort,
		"javascript:alert(1)":         ErrPort,
		"example..com":                ErrHost,
		".example.com":                ErrHost,
		"-a.example.com":              ErrHost,
		"a-.example.com":              ErrHost,
		"exa mple.com":                ErrHost,
		"https:// example.com":        ErrHost,
		"a.example.com;b.example.com": ErrHost,
		"a.example.com,b.example.com": ErrHost,
		"https://${host}":             ErrHost,
		"https://%":                   ErrHost,
		"https://%zz.example.com":     ErrHost,
		"https://a%2Fb.example.com":   ErrHost,
		"https://%2A.example.com":     ErrHost,
		"a.*.example.com":             ErrHost,
		"*.*.example.com":             ErrHost,
		"*":                           ErrHost,
		"*.192.168.1.1":               ErrHost,
		strings.Repeat("\u00ad", maxRaw/2+1) + "example.com": ErrHost, // soft hyphens are no part of a name
		"256.1.1.1":                   ErrHost,
		"1.2.3.4.5":                   ErrHost,
		"foo.1":                       ErrHost,
		"http://08.0.0.1":             ErrHost,
		"http://99999999999999999999": ErrHost,
		"[::1":                        ErrHost,
		"[::1]x":                      ErrHost,
		"[fe80::1%25eth0]":            ErrHost,
		"[1.2.3.4]":                   ErrHost,
		"https://\xff.example.com":    ErrHost,
		"a." + strings.Repeat("b", 64) + ".example.com":              ErrHost,
		strings.Repeat("a.", 126) + "example.com":                    ErrHost,
		"https://" + strings.Repeat("例", 1<<20) + ".example.com":     ErrHost,
		"https://" + strings.Repeat("%E4%BE%8B", 1<<18) + ".example": ErrHost,
	} {
		if _, err := Parse(in); !errors.Is(err, want) {
			t.Errorf("Parse(%.60q) = %v, want %v", in, err, want)
		}
	}
}

func TestParseReturnsWhatWasMeant(t *testing.T) {
	for in, want := range map[string]struct {
		endpoint string
		err      error
	}{
		"https://https://example.com":        {"https://example.com", ErrDoubleScheme},
		"https://http://example.com:80":      {"http://example.com:80", ErrDoubleScheme},
		"https://https//example.com":         {"https://example.com", ErrDoubleScheme},
		"https://https:/example.com":         {"https://example.com", ErrDoubleScheme},
		"https://HTTPS:\\\\example.com":      {"https://example.com", ErrDoubleScheme},
		"https://wss://https://example.com/": {"https://example.com", ErrDoubleScheme},
		"https//example.com":                 {"https://example.com", ErrScheme},
	} {
		e, err := Parse(in)
		if !errors.Is(err, want.err) || e.String() != want.endpoint {
			t.Errorf("Parse(%q) = %v, %v; want %v, %v", in, e, err, want.endpoint, want.err)
		}
	}
}

func TestString(t *testing.T) {
	for in, want := range map[string]string{
		"HTTPS://u:p@Example.com:443/a": "https://example.com:443",
		"//Example.com/a":               "//example.com",
		"*.例子.公司/":                      "*.xn--fsqu00a.xn--55qx5d",
		"[::1]:80":                      "[::1]:80",
	} {
		e, err := Parse(in)
		if err != nil || e.String() != want {
			t.Errorf("Parse(%q).String() = %q (%v), want %q", in, e, err, want)
		}
	}
}

func TestUnicode(t *testing.T) {
	for in, want := range map[string]string{
		"xn--fsqu00a.xn--55qx5d": "例子.公司",
		"a_b.example.com":        "a_b.example.com",
		"xn--0.example.com":      "xn--0.example.com", // not punycode
	} {
		e, err := Parse(in)
		if err != nil || Unicode(e.Host) != want {
			t.Errorf("Unicode of Parse(%q) = %q (%v), want %q", in, Unicode(e.Host), err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"https://filed.com@evil.com", `https://evil.com\@filed.com`, "https://https://example.com", "*.例子。公司:8443/a",
		"[2001:db8::1]:80", "0x7f.1", "ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｃｏｍ", "//a_b.example.com.", "https://%e4%be%8b.example.com", "xn--0.example.com",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		e, err := Parse(s)
		if err != nil && !errors.Is(err, ErrDoubleScheme) && !errors.Is(err, ErrScheme) {
			return
		}
		checkCanonical(t, s, e)
		again, err := Parse(e.String())
		if err != nil {
			t.Fatalf("Parse(%q) = %q, which Parse refuses: %v", s, e, err)
		}
		e.UserInfo, e.Path = false, ""
		if diff := cmp.Diff(e, again); diff != "" {
			t.Fatalf("Parse(%q) is no fixed point (-first +second):\n%s", s, diff)
		}
	})
}

// checkCanonical checks what every endpoint promises, and that no question
// about its host panics.
func checkCanonical(t *testing.T, s string, e Endpoint) {
	t.Helper()
	if e.Host == "" || e.Host != strings.ToLower(e.Host) || strings.HasSuffix(e.Host, ".") || len(e.Host) > maxName {
		t.Fatalf("%q: host %q is not canonical", s, e.Host)
	}
	if e.Port < 0 || e.Port > 65535 {
		t.Fatalf("%q: port %d", s, e.Port)
	}
	_, _, _, _ = Classify(e.Host), IsPublicSuffix(e.Host), ApprovedSuffix(e.Host), Unicode(e.Host)
	if r := Registrable(e.Host); r != "" && !Covers(r, e.Host) {
		t.Fatalf("%q: registrable domain %q does not cover %q", s, r, e.Host)
	}
	if d := SharedDomain(e.Host); d != "" && !Covers(d, e.Host) {
		t.Fatalf("%q: shared domain %q does not cover %q", s, d, e.Host)
	}
}
