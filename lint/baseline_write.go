package lint

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/source"
)

// Baseline is what a baseline of a run's findings holds.
type Baseline struct {
	Name     string // fs name of the file to put it in
	Named    bool   // a config names the file
	Data     []byte
	Findings int // that it holds
	Left     int // that no baseline can hold: their rules may not be ignored
}

// recorder gathers the places of all findings of a run.
type recorder struct {
	Baseline
	places map[string]map[int]bool // offsets, by identity
	counts map[string]int          // of an old baseline that stay
	until  filing.Date
}

// add takes in the places of a finding, unless no baseline can hold it.
func (rec *recorder) add(f *Finding, places []*place) {
	if f.firm {
		return
	}
	for _, pl := range places {
		id := string(f.identify(pl.span, pl.category))
		if rec.places[id] == nil {
			rec.places[id] = map[int]bool{}
		}
		rec.places[id][pl.span.Start] = true
	}
}

// recordTo settles which file the findings of a run with the config are for. All
// configs of a run must name the same.
func (r *run) recordTo(c *config, root string) error {
	name := r.baselineOf(c)
	if name == "" && c.file != nil {
		name = path.Join(c.folder, baselineName)
	} else if name == "" {
		name = path.Join(root, baselineName)
	}
	if r.recorder.Name != "" && r.recorder.Name != name {
		var out problems
		out.add(source.Span{}, "config.baselines", path.Base(name))
		return &ConfigError{Problems: out}
	}
	r.recorder.Name, r.recorder.Named = name, c.baselineFile != nil
	return nil
}

// recorded puts into the report what the baseline of the run holds: what was
// found, and of the one that is there what the run did not see.
func (r *run) recorded() error {
	rec := &r.recorder
	for id, offsets := range rec.places {
		rec.counts[id] = len(offsets)
	}
	if _, err := fs.Stat(r.opt.FS, rec.Name); err == nil {
		old, err := readBaseline(r.opt.FS, rec.Name)
		if err != nil {
			return err
		}
		rec.until = old.until
		for _, e := range old.entries {
			if id := string(e.identity); !r.sawEntry(e.identity) {
				rec.counts[id] = max(rec.counts[id], e.count)
			}
		}
	}
	for _, f := range r.report.Findings {
		if f.firm {
			rec.Left++
		} else {
			rec.Findings++
		}
	}
	rec.Data = []byte(rec.String())
	r.report.Baseline = &rec.Baseline
	return nil
}

// String returns the file, with an entry a line, in the order of the files: a
// change of one finding is a change of one line.
func (rec *recorder) String() string {
	ids := make([]string, 0, len(rec.counts))
	for id := range rec.counts {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for i, id := range ids {
		ids[i] = "\n    " + entryLine(identity(id), rec.counts[id])
	}
	until := ""
	if !rec.until.IsZero() {
		until = fmt.Sprintf("  \"until\": %q,\n", rec.until.String())
	}
	return "{\n  \"version\": 1,\n" + until + "  \"findings\": [" + strings.Join(ids, ",") + "\n  ]\n}\n"
}

// entryLine returns an entry as it stands in the file.
func entryLine(id identity, count int) string {
	var members []string
	for i, part := range id.parts() {
		if part != "" {
			members = append(members, jsonc.Quote(identityParts[i])+":"+jsonc.Quote(part))
		}
	}
	if count > 1 {
		members = append(members, fmt.Sprintf("%q:%d", countKey, count))
	}
	return "{" + strings.Join(members, ",") + "}"
}
