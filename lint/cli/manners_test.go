package cli

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// environment reads NAME=value pairs.
func environment(pairs string) func(string) string {
	return func(name string) string {
		for _, kv := range strings.Fields(pairs) {
			if k, v, _ := strings.Cut(kv, "="); k == name {
				return v
			}
		}
		return ""
	}
}

func TestWantColor(t *testing.T) {
	for _, c := range []struct {
		flag, env string
		shows     bool
		want      bool
	}{
		{"auto", "", true, true},
		{"auto", "", false, false},
		{"auto", "NO_COLOR=1", true, false},
		{"auto", "NO_COLOR=0", true, false}, // any value: no-color.org
		{"auto", "NO_COLOR=", true, true},   // but an empty one
		{"auto", "TERM=dumb", true, false},
		{"auto", "TERM=xterm-256color", true, true},
		{"auto", "FORCE_COLOR=1", false, true},
		{"auto", "FORCE_COLOR=3", false, true},
		{"auto", "FORCE_COLOR=true", false, true},
		{"auto", "FORCE_COLOR=", false, false},
		{"auto", "FORCE_COLOR=0", true, false},
		{"auto", "FORCE_COLOR=false", true, false},
		{"auto", "FORCE_COLOR=1 NO_COLOR=1", false, true},
		{"auto", "FORCE_COLOR=1 TERM=dumb", false, true},
		{"auto", "CI=true", false, false}, // not every log shows colours
		{"always", "NO_COLOR=1", false, true},
		{"always", "FORCE_COLOR=0 TERM=dumb", false, true},
		{"never", "FORCE_COLOR=1", true, false},
	} {
		if got := wantColor(c.flag, environment(c.env), c.shows); got != c.want {
			t.Errorf("--color %s, %q, shows %v: %v", c.flag, c.env, c.shows, got)
		}
	}
}

// TestColorWhere: colours are for people, on a terminal or in a log of CI.
func TestColorWhere(t *testing.T) {
	for _, c := range []struct {
		args, env       string
		terminal, piped bool
		want            bool
	}{
		{"", "", true, false, true},
		{"", "", false, true, false},
		{"", "GITHUB_ACTIONS=true", false, true, true},
		{"", "GITLAB_CI=true", false, true, true},
		{"", "GITHUB_ACTIONS=true", false, false, false}, // into a file
		{"", "GITHUB_ACTIONS=true NO_COLOR=1", false, true, false},
		{"", "CI=true", false, true, false},
		{"--color never", "GITHUB_ACTIONS=true", true, true, false},
		{"--format json", "", true, false, false},
		{"--format json --color always", "", true, false, false},
		{"--format github --color always", "", true, false, false},
		{"hosts", "", true, false, true},
		{"hosts", "GITHUB_ACTIONS=true", false, true, false}, // read by programs as well
		{"hosts --format csv", "", true, false, false},
		{"hosts -o out", "", true, false, false},
	} {
		var out bytes.Buffer
		Main(context.Background(), strings.Fields(c.args), Env{
			Stdout: &out, Stderr: &out, Getenv: environment(c.env), Cwd: "w", Terminal: c.terminal, Piped: c.piped,
			Rand: strings.NewReader(strings.Repeat("0123456789abcdef", 4)), Files: discard{}, Now: time.Now,
			FS: fstest.MapFS{
				"w/app.json": {Data: []byte(`{"pages": []}`)}, "w/app.js": {Data: []byte("wx.request({ url: 'https://api.example.net' })\n")},
				"w/filed-domains.txt": {Data: []byte("example.com 京ICP备12345678号-1\n")},
			},
		})
		if got := strings.Contains(out.String(), "\x1b["); got != c.want {
			t.Errorf("beianlint %s, %q, terminal %v, pipe %v: colours %v\n%s", c.args, c.env, c.terminal, c.piped, got, &out)
		}
	}
}

// Links are for terminals that say that they show them, and for nobody else.
func TestLinks(t *testing.T) {
	for _, c := range []struct {
		args, env string
		terminal  bool
		want      bool
	}{
		{"", "TERM_PROGRAM=WezTerm", true, true},
		{"", "TERM_PROGRAM=WezTerm", false, false},
		{"--color never", "TERM_PROGRAM=vscode", true, true},
		{"", "TERM_PROGRAM=Apple_Terminal", true, false},
		{"", "WT_SESSION=0b1", true, true},
		{"", "TERM=xterm-kitty", true, true},
		{"", "TERM=xterm-256color", true, false},
		{"", "VTE_VERSION=7006", true, true},
		{"", "VTE_VERSION=4900", true, false},
		{"", "VTE_VERSION=900", true, false},
		{"", "TERM_PROGRAM=WezTerm CI=1", true, false},
		{"", "TERM_PROGRAM=WezTerm TERM=dumb", true, false},
		{"", "FORCE_HYPERLINK=1", true, true},
		{"", "FORCE_HYPERLINK=0 TERM_PROGRAM=WezTerm", true, false},
		{"--format oneline", "TERM_PROGRAM=WezTerm", true, false},
		{"--format github", "TERM_PROGRAM=WezTerm", true, false},
	} {
		var out bytes.Buffer
		Main(context.Background(), strings.Fields(c.args), Env{
			Stdout: &out, Stderr: &out, Getenv: environment(c.env), Cwd: "w", Terminal: c.terminal, Now: time.Now,
			Rand: strings.NewReader(strings.Repeat("0123456789abcdef", 4)),
			FS: fstest.MapFS{
				"w/app.json": {Data: []byte(`{"pages": []}`)}, "w/app.js": {Data: []byte("wx.request({ url: 'https://api.example.net' })\n")},
				"w/filed-domains.txt": {Data: []byte("example.com 京ICP备12345678号-1\n")},
			},
		})
		const link = "\x1b]8;;https://beianlint.github.io/beianlint/rules/unfiled-domain.html\x1b\\unfiled-domain\x1b]8;;\x1b\\"
		if got := strings.Contains(out.String(), link); got != c.want || !strings.Contains(out.String(), "unfiled-domain") {
			t.Errorf("beianlint %s, %q, terminal %v: links %v\n%q", c.args, c.env, c.terminal, got, &out)
		}
	}
}

// discard is where nothing is kept.
type discard struct{}

func (discard) Replace(string, []byte) error { return nil }
func (discard) Create(string, []byte) error  { return nil }
func (discard) Remove(string) error          { return nil }

func (discard) Writable(name string) (string, error) { return name, nil }
