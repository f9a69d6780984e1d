package suppress

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/source"
)

// baselineName is the name that a baseline gets where nothing names one.
const baselineName = ".beianlint-baseline.json"

// Record is what a baseline of a run's findings holds.
type Record struct {
	Name     string // fs name of the file to put it in
	Named    bool   // a config names the file
	Data     []byte
	Findings int // that it holds
	Left     int // that no baseline can hold: their rules may not be ignored
}

// Recorder gathers the places of all findings of a run.
type Recorder struct {
	Record
	places map[finding.Identity]map[int]bool // offsets
	counts map[finding.Identity]int
	until  filing.Date // of an old baseline
}

// NewRecorder returns a recorder that holds nothing.
func NewRecorder() *Recorder {
	return &Recorder{places: map[finding.Identity]map[int]bool{}, counts: map[finding.Identity]int{}}
}

// Add takes in the places of a finding, unless no baseline can hold it.
func (rec *Recorder) Add(f *finding.Finding, scope *Scope) {
	if f.Permanent {
		return
	}
	for _, p := range f.Places {
		id := f.IdentityAt(scope.Root, p.Span, p.Category)
		if rec.places[id] == nil {
			rec.places[id] = map[int]bool{}
		}
		rec.places[id][p.Span.Start] = true
	}
}

// SetFile settles which file the findings of a run with the config are for: the
// one that is asked for, else that of the config, else one beside it. All
// configs of a run must name the same.
func (rec *Recorder) SetFile(asked string, c *config.Config, root string) error {
	name := asked
	switch {
	case name != "":
	case c.Baseline != nil:
		name = c.Baseline.Name
	case c.File != nil:
		name = path.Join(c.Folder, baselineName)
	default:
		name = path.Join(root, baselineName)
	}
	if rec.Name != "" && rec.Name != name {
		return config.Fail(&source.Problem{Message: "config.baselines", Args: []any{path.Base(name)}})
	}
	rec.Name, rec.Named = name, c.Baseline != nil
	return nil
}

// Finish returns what the baseline of the run holds: what was found, and of the
// one that is there what the run did not see.
func (rec *Recorder) Finish(fsys fs.FS, found []*finding.Finding, rules []string, scope *Scope) (*Record, error) {
	for id, offsets := range rec.places {
		rec.counts[id] = len(offsets)
	}
	if _, err := fs.Stat(fsys, rec.Name); err == nil {
		old, err := ReadBaseline(source.RootFor(fsys, scope.Root, rec.Name), rec.Name, rules, time.Time{})
		if err != nil {
			return nil, err
		}
		rec.until = old.until
		for _, e := range old.entries {
			if !e.within(scope) {
				rec.counts[e.Identity] = max(rec.counts[e.Identity], e.count)
			}
		}
	}
	for _, f := range found {
		if f.Permanent {
			rec.Left++
		} else {
			rec.Findings++
		}
	}
	rec.Data = []byte(rec.text())
	return &rec.Record, nil
}

// text returns the file, with an entry a line, in the order of the files: a
// change of one finding is a change of one line.
func (rec *Recorder) text() string {
	var lines []string
	for _, id := range slices.SortedStableFunc(maps.Keys(rec.counts), finding.Identity.Compare) {
		lines = append(lines, "\n    "+entryLine(id, rec.counts[id]))
	}
	until := ""
	if !rec.until.IsZero() {
		until = fmt.Sprintf("  \"until\": %q,\n", rec.until.String())
	}
	return "{\n  \"version\": 1,\n" + until + "  \"findings\": [" + strings.Join(lines, ",") + "\n  ]\n}\n"
}

// entryLine returns an entry as it stands in the file.
func entryLine(id finding.Identity, count int) string {
	var members []string
	for _, p := range finding.Parts() {
		if part := *p.Of(&id); part != "" {
			members = append(members, jsonc.Quote(p.Name)+":"+jsonc.Quote(part))
		}
	}
	if count > 1 {
		members = append(members, fmt.Sprintf("%q:%d", countKey, count))
	}
	return "{" + strings.Join(members, ",") + "}"
}
