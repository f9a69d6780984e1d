package lint

import (
	"maps"
	"path"
	"slices"
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// ignore is one entry of the config's "ignore": findings that the team has
// decided to live with. What it does not name it does not ask for.
type ignore struct {
	host    string      // a host, or a pattern with * for any run of characters
	rule    string      // a rule's id
	path    string      // a glob over fs names
	until   filing.Date // zero: for good
	span    source.Span
	expired bool
	used    bool
	refused []string // rules that it would silence if they might be ignored
}

// matches reports whether the entry means a place of a rule's finding.
func (g *ignore) matches(rule, host, file string) bool {
	return (g.rule == "" || g.rule == rule) && g.matchesHost(host) && g.matchesPath(file)
}

func (g *ignore) matchesHost(host string) bool {
	if g.host == "" {
		return true
	}
	ok, _ := path.Match(g.host, host)
	return ok && host != ""
}

func (g *ignore) matchesPath(file string) bool {
	if g.path == "" {
		return true
	}
	ok, _ := doublestar.Match(g.path, file)
	return ok
}

var unusedIgnore = &Rule{
	ID:       "unused-ignore",
	Severity: Notice,
	Title: message.Text{
		EN: "an ignore or an entry of the config or baseline matched nothing or has expired",
		ZH: "忽略项、配置或基线中的条目没有匹配任何结果，或已经过期",
	},
	Why: message.Text{
		EN: "an ignore that is no longer needed hides the next real finding",
		ZH: "不再需要的忽略项会掩盖以后真正的问题",
	},
	Before: `{"ignore": [{"host": "gone.example.com", "reason": "left in the code until March"}]}`,
	After:  `{"ignore": []}`,
	Since:  "0.1.0",
}

// problems gathers what is wrong.
type problems []*source.Problem

//go:noinline
func (ps *problems) add(at source.Span, id message.ID, args ...any) {
	*ps = append(*ps, &source.Problem{Span: at, Message: id, Args: args})
}

// ignores reports which comments and entries of baselines and configs do not
// count or have come to nothing. That is known only in the end, when all that is
// needed was used; an entry of a config can silence what is said about others.
func (r *run) ignores() {
	r.reportComments()
	for _, name := range slices.Sorted(maps.Keys(r.baselines)) {
		b := r.baselines[name]
		r.problems(b.config, "", b.judge(r))
	}
	for _, j := range r.judges {
		r.problems(j.config, "", j.config.judge())
	}
}

// judge returns what is wrong with the entries of a config.
func (c *config) judge() (out problems) {
	for _, pc := range c.projects {
		if !pc.used && c.whole {
			out.add(pc.span, "unused-ignore.project")
		}
	}
	for _, g := range c.ignores {
		for _, rule := range g.refused {
			out.add(g.span, "invalid-ignore.firm", rule)
		}
		switch {
		case g.expired:
			out.add(g.span, "unused-ignore.expired", g.until.String())
		case !g.used && c.whole:
			out.add(g.span, "unused-ignore.nothing")
		}
	}
	return out
}

// expire marks the entries whose last day, in China's time zone, has passed.
func (c *config) expire(now time.Time) {
	for _, g := range c.ignores {
		g.expired = g.until.Before(now)
	}
}

// ignored reports whether the config says to live with a place of a finding. Of a
// rule that may not be ignored it only notes the attempt.
func (c *config) ignored(rule, host, file string) bool {
	found := false
	for _, g := range c.ignores {
		if g.expired || !g.matches(rule, host, file) {
			continue
		}
		g.used = true
		if c.firm[rule] {
			g.refuse(rule)
		} else {
			found = true
		}
	}
	return found
}

func (g *ignore) refuse(rule string) {
	if !slices.Contains(g.refused, rule) {
		g.refused = append(g.refused, rule)
	}
}
