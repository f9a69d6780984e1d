package lint

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
	"github.com/beianlint/beianlint/lint/usage"
	"github.com/beianlint/beianlint/lint/usage/comment"
)

// comments are those for beianlint in the files of a run.
type comments struct {
	now   time.Time
	files map[string]*commented // by fs name, also of files without any

	mu     sync.Mutex
	marked map[string]bool // names of files in which Load saw the mark
}

func newComments(now time.Time) *comments {
	return &comments{now: now, files: map[string]*commented{}, marked: map[string]bool{}}
}

// commented is what the comments of one file say.
type commented struct {
	config   *config // of the first mini program that has the file
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

// keep decides which files are kept, for miniprogram.Options.Keep: those with a
// comment too, which may be unused. Data is left out by its size all the same.
func (cs *comments) keep(kind miniprogram.Kind, name string, data []byte) bool {
	if !bytes.Contains(data, []byte(comment.Mark)) {
		return usage.Relevant(kind, name, data)
	}
	cs.mu.Lock()
	cs.marked[name] = true
	cs.mu.Unlock()
	return kind != miniprogram.Data || usage.Relevant(kind, name, data)
}

// readAll reads the comments of a mini program's files.
func (cs *comments) readAll(m *miniprogram.Project, c *config) {
	for _, f := range m.Files {
		if cs.marked[f.Name] {
			cs.of(f.File, c, m.Root)
		}
	}
	for _, files := range [...][]*miniprogram.File{m.Configs, m.Build} {
		for _, f := range files {
			cs.of(f.File, c, m.Root)
		}
	}
}

// of returns the comments of a file, which is read the first time.
func (cs *comments) of(f *source.File, c *config, project string) *commented {
	if known := cs.files[f.Name]; known != nil {
		return known
	}
	list, problems := comment.Read(f)
	out := &commented{config: c, project: project, problems: problems}
	for i := range list {
		out.add(&list[i], cs.now)
	}
	cs.files[f.Name] = out
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

// silence reports whether a comment of the file says to live with a place of a
// rule's finding.
func (cd *commented) silence(rule string, s source.Span) bool {
	found := false
	for _, r := range cd.rules {
		if r.rule == rule && !r.expired && r.Covers(s) {
			r.used, found = true, true
		}
	}
	return found
}

// judge adds what is wrong with the rules that comments name, and what has come
// to nothing; where the run did not see all that they are about, only the former.
func (cd *commented) judge(whole bool) {
	for _, r := range cd.rules {
		switch rule := RuleByID(r.rule); {
		case rule == nil:
			cd.problems = append(cd.problems, unknownAt(r.span, "invalid-ignore.unknown-rule", r.rule, ruleIDs()))
		case !cd.config.ignorable(rule):
			cd.problems.add(r.span, "invalid-ignore.firm", r.rule)
		case r.expired:
			cd.problems.add(r.Until, "unused-ignore.expired", r.Until.Text())
		case !r.used && whole:
			cd.problems.add(r.span, "unused-ignore.comment", r.rule)
		}
	}
}

// reportComments reports what is wrong with the comments of the run.
func (r *run) reportComments() {
	for _, name := range slices.Sorted(maps.Keys(r.comments.files)) {
		cd := r.comments.files[name]
		cd.judge(r.saw(path.Dir(name)))
		r.problems(cd.config, cd.project, cd.problems)
	}
}
