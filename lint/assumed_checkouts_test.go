package lint_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/beianlint/beianlint/lint/platform"
)

// TestAssumedAloneInCheckouts asks of real projects what TestAssumedAlone asks of testdata:
// where no other platforms are known, hosts and lint say the same of the platforms that
// projects are assumed to be for, to the byte.
//
//	go test ./lint -run TestAssumedAloneInCheckouts -v -checkouts DIR
func TestAssumedAloneInCheckouts(t *testing.T) {
	if *checkouts == "" {
		t.Skip("without -checkouts there are no repositories")
	}
	folders, err := filepath.Glob(filepath.Join(*checkouts, "*__*"))
	if err != nil || len(folders) == 0 {
		t.Fatalf("no repositories in %s (%v)", *checkouts, err)
	}
	dir := t.TempDir()
	list := filepath.Join(dir, "filed-domains.txt")
	if err := os.WriteFile(list, []byte("example.com 京ICP备12345678号-1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	all, assumed := filepath.Join(dir, "all"), filepath.Join(dir, "assumed")
	buildProgram(t, "-o", all)
	buildProgram(t, "-o", assumed, "-overlay="+assumedOverlay(t))
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			hosts := answer(t, all, folder, "hosts", "--format=json")
			others := map[string]bool{}
			projects := assumedPart(hosts, others).(map[string]any)["projects"].([]any)
			if len(projects) == 0 {
				t.Skip("no mini program for a platform that is assumed")
			}
			for _, arguments := range [][]string{
				{"hosts", "--format=json"},
				{"--format=json", "--filed=" + list, "--fail-on=never"},
				{"--format=json", "--filed=" + list, "--fail-on=never", "--lang=zh"},
			} {
				want := assumedPart(answer(t, assumed, folder, arguments...), map[string]bool{})
				got := assumedPart(answer(t, all, folder, arguments...), maps.Clone(others))
				if w, g := text(t, want), text(t, got); w != g {
					t.Errorf("%v: without other platforms\n%s\nwith them\n%s", arguments, w, g)
				}
			}
		})
	}
}

func buildProgram(t *testing.T, arguments ...string) {
	t.Helper()
	if out, err := exec.Command("go", append(append([]string{"build"}, arguments...), "..")...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

// answer is what the program says of a folder, as JSON.
func answer(t *testing.T, program, folder string, arguments ...string) (said any) {
	t.Helper()
	command := exec.Command(program, append(arguments, "--allow-empty", ".")...)
	command.Dir = folder
	var stderr bytes.Buffer
	command.Stderr = &stderr
	out, _ := command.Output()
	if err := json.Unmarshal(out, &said); err != nil {
		t.Fatalf("%v: %v: %s", arguments, err, stderr.Bytes())
	}
	return said
}

// assumedPart is what an answer says of the platforms that projects are assumed to be for:
// without the list of platforms and the count of the files, which has the project files of
// the others, and without what counts for others alone. Their places are noted in others,
// and what findings say of these is left out.
func assumedPart(said any, others map[string]bool) any {
	switch said := said.(type) {
	case map[string]any:
		part := map[string]any{}
		for key, value := range said {
			if key != "platforms" && key != "summary" {
				part[key] = assumedPart(value, others)
			}
		}
		return part
	case []any:
		part := []any{}
		for _, item := range said {
			switch {
			case isForOthers(item):
				eachPlace(item, func(at string) { others[at] = true })
			case !others[placeOf(item)]:
				part = append(part, assumedPart(item, others))
			}
		}
		return part
	}
	return said
}

// isForOthers reports whether an item of an answer says that it counts for platforms only
// that are not assumed.
func isForOthers(item any) bool {
	fields, _ := item.(map[string]any)
	platforms, some := fields["platforms"].([]any)
	return some && !slices.ContainsFunc(platforms, func(id any) bool {
		p := platform.ByID(platform.ID(id.(string)))
		return p != nil && p.Assumed
	})
}

// eachPlace visits the places in a part of an answer.
func eachPlace(said any, visit func(at string)) {
	switch said := said.(type) {
	case map[string]any:
		if at := placeOf(said); at != "" {
			visit(at)
		}
		for _, value := range said {
			eachPlace(value, visit)
		}
	case []any:
		for _, item := range said {
			eachPlace(item, visit)
		}
	}
}

// placeOf is the place of an item of an answer, "" if it has none.
func placeOf(item any) string {
	fields, _ := item.(map[string]any)
	if fields["file"] == nil {
		return ""
	}
	return fmt.Sprint(fields["file"], ":", fields["line"], ":", fields["column"])
}

func text(t *testing.T, said any) string {
	t.Helper()
	out, err := json.MarshalIndent(said, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
