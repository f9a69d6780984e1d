package lint

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"path"
	"sort"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/source"
)

// Baseline is what a baseline of a run's findings holds.
type Baseline struct {
	Name     string // fs name of the file to put it in
	Data     []byte
	Findings int  // that it holds
	Left     int  // that no baseline can hold: their rules may not be ignored
	Named    bool // a config names the file
}

// recorder gathers the places of all findings of a run.
type recorder struct {
	name   string // of the file that they are for
	named  bool   // by a config
	places map[identity]map[int]bool
	until  filing.Date
}

// add takes in the places of a finding, unless no baseline can hold it.
func (rec *recorder) add(f *Finding, places []*place) {
	if f.firm {
		return
	}
	for _, pl := range places {
		id := f.identify(pl.span, pl.category)
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
	if r.recorder.name != "" && r.recorder.name != name {
		return &ConfigError{Problems: []*source.Problem{{Message: "config.baselines", Args: []any{path.Base(name)}}}}
	}
	r.recorder.name, r.recorder.named = name, c.baselineFile != nil
	return nil
}

// recorded puts into the report what the baseline of the run holds: what was
// found, and of the one that is there what the run did not see.
func (r *run) recorded() error {
	entries := map[identity]int{}
	for id, offsets := range r.recorder.places {
		entries[id] = len(offsets)
	}
	if _, err := fs.Stat(r.opt.FS, r.recorder.name); err == nil {
		old, err := readBaseline(r.opt.FS, r.recorder.name)
		if err != nil {
			return err
		}
		r.recorder.until = old.until
		for _, e := range old.entries {
			if !r.sawEntry(e.identity) {
				entries[e.identity] = max(entries[e.identity], e.count)
			}
		}
	}
	out := &Baseline{Name: r.recorder.name, Named: r.recorder.named, Data: r.recorder.format(entries)}
	for _, f := range r.report.Findings {
		if f.firm {
			out.Left++
		} else {
			out.Findings++
		}
	}
	r.report.Baseline = out
	return nil
}

// entryJSON is an entry as it stands in the file.
type entryJSON struct {
	File     string `json:"file"`
	Rule     string `json:"rule"`
	Project  string `json:"project,omitempty"`
	Host     string `json:"host,omitempty"`
	Category string `json:"category,omitempty"`
	What     string `json:"what,omitempty"`
	Count    int    `json:"count,omitempty"`
}

// format writes an entry a line, in the order of the files: a change of one
// finding is a change of one line.
func (rec *recorder) format(entries map[identity]int) []byte {
	var lines [][]byte
	for id, count := range entries {
		e := entryJSON{File: id.file, Rule: id.rule, Project: id.project, Host: id.host, Category: string(id.category), What: id.what}
		if count > 1 {
			e.Count = count
		}
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		_ = enc.Encode(e) // strings and a number
		lines = append(lines, bytes.TrimSpace(b.Bytes()))
	}
	sort.Slice(lines, func(i, j int) bool { return bytes.Compare(lines[i], lines[j]) < 0 })
	var b bytes.Buffer
	b.WriteString("{\n  \"version\": 1,\n")
	if !rec.until.IsZero() {
		b.WriteString("  \"until\": \"" + rec.until.String() + "\",\n")
	}
	b.WriteString("  \"findings\": [")
	for i, line := range lines {
		b.WriteString(separators[min(i, 1)])
		b.Write(line)
	}
	b.WriteString("\n  ]\n}\n")
	return b.Bytes()
}

var separators = [...]string{"\n    ", ",\n    "}
