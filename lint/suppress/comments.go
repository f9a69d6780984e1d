package suppress

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"sync"
	"time"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/suggest"
	"github.com/beianlint/beianlint/lint/suppress/comment"
	"github.com/beianlint/beianlint/lint/usage"
)

// Comments are those for beianlint in the files of a run.
type Comments struct {
	now   time.Time
	files map[string]*commented // by fs name, also of files without any

	mu     sync.Mutex
	marked map[string]bool // names of files in which Load saw the mark
}

// NewComments returns the comments of a run, which are read as they are needed.
func NewComments(now time.Time) *Comments {
	return &Comments{now: now, files: map[string]*commented{}, marked: map[string]bool{}}
}

// commented is what the comments of one file say.
type commented struct {
	filter   *Filter // of the first mini program that has the file
	project  string  // its root
	rules    []*commentRule
	problems problems
}

// commentRule is one rule that a comment silences.
type commentRule struct {
	*comment.Ignore
	rule    string
	span    source.Span
	expired bool
	used    bool
}

// Keep decides which files are kept, for miniprogram.Options.Keep: those with a
// comment too, which may be unused. Data is left out by its size all the same.
// It may be called concurrently.
func (cs *Comments) Keep(kind miniprogram.Kind, name string, data []byte) bool {
	if !bytes.Contains(data, []byte(comment.Mark)) {
		return usage.Relevant(kind, name, data)
	}
	cs.mu.Lock()
	cs.marked[name] = true
	cs.mu.Unlock()
	return kind != miniprogram.Data || usage.Relevant(kind, name, data)
}

// ReadComments reads the comments of a mini program's files.
func (f *Filter) ReadComments(m *miniprogram.Project) {
	for _, file := range m.Files {
		if f.comments.marked[file.Name] {
			f.comments.of(file.File, f, m.Root)
		}
	}
	for _, files := range [...][]*miniprogram.File{m.Configs, m.Build} {
		for _, file := range files {
			f.comments.of(file.File, f, m.Root)
		}
	}
}

// of returns the comments of a file, which is read the first time.
func (cs *Comments) of(file *source.File, f *Filter, project string) *commented {
	if known := cs.files[file.Name]; known != nil {
		return known
	}
	list, problems := comment.Read(file)
	out := &commented{filter: f, project: project, problems: problems}
	for i := range list {
		out.add(&list[i], cs.now)
	}
	cs.files[file.Name] = out
	return out
}

// add takes over the rules of a comment. Whether they are known and may be
// ignored is looked at in the end: until then, what is not matches nothing.
func (cd *commented) add(c *comment.Ignore, now time.Time) {
	var until filing.Date
	if c.Until.File != nil {
		var err error
		if until, err = filing.ParseDate(c.Until.Text()); err != nil {
			cd.problems.add(c.Until, "invalid-ignore.date", c.Until.Text())
			return
		}
	}
	for _, s := range c.Rules {
		cd.rules = append(cd.rules, &commentRule{Ignore: c, rule: s.Text(), span: s, expired: until.Before(now)})
	}
}

// silences reports whether a comment of the file says to live with a place of a
// rule's finding.
func (cd *commented) silences(rule string, s source.Span) bool {
	found := false
	for _, r := range cd.rules {
		if r.rule == rule && !r.expired && r.Covers(s) {
			r.used, found = true, true
		}
	}
	return found
}

// check returns what is wrong with the rules that comments name, and what has
// come to nothing; if the run did not see all that they are about, only the
// former.
func (cd *commented) check(complete bool) problems {
	out, policy := cd.problems, &cd.filter.Policy
	for _, r := range cd.rules {
		why, args := policy.commenting(r.rule)
		switch {
		case !slices.Contains(policy.Known, r.rule):
			out = append(out, suggest.Problem(r.span, "invalid-ignore.unknown-rule", r.rule, policy.Known))
		case why != "":
			out.add(r.span, why, args...)
		case r.expired:
			out.add(r.Until, "unused-ignore.expired", r.Until.Text())
		case !r.used && complete:
			out.add(r.span, "unused-ignore.comment", r.rule)
		}
	}
	return out
}

// Problems hands over what is wrong with the comments of each file: with the
// filter and the root of the mini program that it belongs to.
func (cs *Comments) Problems(scope *Scope, report func(f *Filter, project string, found []*source.Problem)) {
	for _, name := range slices.Sorted(maps.Keys(cs.files)) {
		cd := cs.files[name]
		report(cd.filter, cd.project, cd.check(scope.saw(path.Dir(name))))
	}
}
