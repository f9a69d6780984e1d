package miniprogram

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestHold: what is held is read, whatever says that it is left out, and that is noted
// with the place that says it; what is not held is left out.
func TestHold(t *testing.T) {
	for name, c := range map[string]struct {
		hold     Hold
		files    []string
		free     string // files of the mini programs when nothing is held
		held     string
		noted    string
		imported string // what is asked for by its name when it is held
	}{
		"ignored": {Hold{GitIgnore: true}, []string{"r/.gitignore=x\n/lib\n", "r/mp/app.json", "r/mp/x/a.js", "r/lib/b.js"},
			"app.json", "app.json x/a.js", "r/lib git-ignored r/.gitignore 2; r/mp/x git-ignored r/.gitignore 0", "r/lib/b.js"},
		"all ignored": {Hold{GitIgnore: true}, []string{"r/mp/app.json", "r/mp/x/.gitignore=*\n", "r/mp/x/a.js", "r/lib/.gitignore=\n*", "r/lib/b.js"},
			"app.json", "app.json x/a.js", "r/lib git-ignored r/lib/.gitignore 1; r/mp/x git-ignored r/mp/x/.gitignore 0", "r/lib/b.js"},
		"unpacked": {Hold{Unpacked: true}, []string{"r/mp/app.json", "r/mp/a.js", "r/mp/d/b.js", `r/mp/project.config.json={"packOptions":{"ignore":[{"type":"file","value":"a.js"},{"type":"folder","value":"d"}]}}`},
			"app.json project.config.json", "a.js app.json d/b.js project.config.json", "r/mp/a.js not-packed r/mp/project.config.json 26; r/mp/d/b.js not-packed r/mp/project.config.json 57", ""},
		"cloud": {Hold{Cloud: true}, []string{"r/mp/app.json", "r/mp/fn/a.js", "r/mp/cloudfunctions/b.js", `r/mp/project.config.json={"cloudfunctionRoot":"fn"}`},
			"app.json project.config.json", "app.json cloudfunctions/b.js fn/a.js project.config.json", "r/mp/cloudfunctions cloud-functions  0; r/mp/fn cloud-functions r/mp/project.config.json 21", ""},
		"twins": {Hold{Twins: true}, []string{"r/mp/app.json", "r/mp/a.js", "r/mp/a.ts", "r/lib/b.js", "r/lib/b.ts"},
			"a.js app.json", "a.js a.ts app.json", "r/lib/b.ts uncompiled  0; r/mp/a.ts uncompiled  0", "r/lib/b.ts"},
		"builds": {Hold{Builds: true}, []string{`r/mp/project.config.json={"miniprogramRoot":"dist"}`, "r/mp/dist/app.json", "r/mp/dist/a.js", "r/mp/src/app.json", "r/mp/src/b.js"},
			"dist/a.js dist/app.json project.config.json", "app.json b.js dist/a.js dist/app.json project.config.json", "r/mp/src superseded  0", ""},
		"builds without pages": {Hold{Builds: true}, []string{`r/mp/project.config.json={"miniprogramRoot":"dist"}`, `r/mp/dist/app.json={"pages":["a"]}`, "r/mp/dist/app.js", `r/mp/package.json={"dependencies":{"wepy":"1"}}`, "r/mp/src/app.wpy"},
			"project.config.json src/app.wpy", "app.wpy dist/app.js dist/app.json project.config.json", "r/mp/src superseded  0", ""},
	} {
		fsys := tree(append(c.files, "r/.git/HEAD")...)
		for _, hold := range []Hold{{}, c.hold} {
			r := load(t, fsys, Options{Dir: "r/mp", Hold: hold})
			imported := c.imported == "" || r.Projects[0].Import(c.imported) != nil
			var files, noted []string
			for _, p := range r.Projects {
				files = append(files, append(paths(p.Configs), paths(p.Files)...)...)
			}
			for _, h := range r.Held() {
				noted = append(noted, fmt.Sprintf("%s %s %s %d", h.Name, strings.TrimPrefix(string(h.Reason), "report.skip-"), h.Span.FileName(), h.Span.Start))
			}
			wantFiles, wantNoted := c.free, ""
			if hold != (Hold{}) {
				wantFiles, wantNoted = c.held, c.noted
			}
			got, all := strings.Fields(strings.Join(files, " ")), strings.Join(noted, "; ")
			if diff := cmp.Diff(strings.Fields(wantFiles), slices.Sorted(slices.Values(got))); diff != "" || all != wantNoted || imported == (hold == Hold{}) && c.imported != "" {
				t.Errorf("%s, %v: imported %v, noted %q, want %q; files %s", name, hold, imported, all, wantNoted, diff)
			}
		}
	}
}
