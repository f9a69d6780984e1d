package cli_test

import (
	"bytes"
	"context"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/beianlint/beianlint/lint/cli"
)

// slowSource is a file system in which reading a source does something else first.
type slowSource struct {
	fs.FS
	first func()
}

func (s slowSource) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, ".js") {
		s.first()
	}
	return s.FS.Open(name)
}

func TestTimeout(t *testing.T) {
	for _, c := range []struct {
		name, args string
		first      func()
		code       int
		errs       string
	}{
		{"in time", "--timeout 10m", func() {}, 1, ""},
		{"hosts in time", "hosts --timeout 10m", func() {}, 0, ""},
		{"too slow", "--timeout 10ms", func() { time.Sleep(20 * time.Millisecond) }, 3, "beianlint: no result within 10ms (--timeout): files read: "},
		{"hangs", "--timeout 10ms", func() { select {} }, 3, "beianlint: no result within 10ms (--timeout): files read: "},
		{"hosts hangs", "hosts --timeout 10ms", func() { select {} }, 3, "beianlint: no result within 10ms (--timeout): files read: "},
		{"crashes", "--timeout 10m", func() { panic("a mistake") }, 3, "beianlint: this is a bug in beianlint, "},
		{"crashes without", ".", func() { panic("a mistake") }, 3, "beianlint: this is a bug in beianlint, "},
		{"no time", "--timeout 0s", func() {}, 2, `beianlint: --timeout cannot be "0s", write a time like 90s or 5m`},
		{"negative", "--timeout=-5s", func() {}, 2, `beianlint: --timeout cannot be "-5s"`},
		{"no unit", "--timeout 30", func() {}, 2, `beianlint: --timeout cannot be "30"`},
	} {
		var out, errs bytes.Buffer
		env := testEnv(&out, &errs)
		env.FS = slowSource{shop, c.first}
		code := cli.Main(context.Background(), strings.Fields(c.args), env)
		if code != c.code || !strings.HasPrefix(errs.String(), c.errs) || c.errs == "" && errs.Len() > 0 {
			t.Errorf("%s: exit code %d, want %d: %s", c.name, code, c.code, &errs)
		}
		if c.code > 1 && out.Len() > 0 {
			t.Errorf("%s: a run that has failed prints %s", c.name, &out)
		}
	}
}

// TestTimeoutWithoutList: what is listed where there is no filed list takes no longer.
func TestTimeoutWithoutList(t *testing.T) {
	var out, errs bytes.Buffer
	env := testEnv(&out, &errs)
	env.Cwd = "r"
	env.FS = fstest.MapFS{
		"r/app.json": {Data: []byte(`{"pages": []}`)}, "r/app.js": {Data: []byte("var x = a" + strings.Repeat("+f(1)", 700_000))},
	}
	code := cli.Main(context.Background(), []string{"--timeout", "800ms"}, env)
	if code != 3 || !strings.Contains(errs.String(), "no result within 800ms (--timeout): files read: 2,") {
		t.Errorf("exit code %d: %s", code, &errs)
	}
}
