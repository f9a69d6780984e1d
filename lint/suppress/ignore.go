package suppress

import (
	"path"
	"slices"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/source"
)

// ignore is one entry of the config's "ignore".
type ignore struct {
	*config.Ignore
	expired bool
	used    bool
	refused []string // rules that it would silence if they might be ignored
}

// matches reports whether the entry means a place of a rule's finding.
func (g *ignore) matches(rule, host, file string) bool {
	return (g.Rule == "" || g.Rule == rule) && g.matchesHost(host) && g.matchesPath(file)
}

func (g *ignore) matchesHost(host string) bool {
	if g.Host == "" {
		return true
	}
	ok, _ := path.Match(g.Host, host)
	return ok && host != ""
}

func (g *ignore) matchesPath(file string) bool {
	if g.Path == "" {
		return true
	}
	ok, _ := doublestar.Match(g.Path, file)
	return ok
}

// refuses reports whether a rule may not be ignored by the entry, and notes that it was
// tried. What stands in a policy counts.
func (f *Filter) refuses(g *ignore, rule string) bool {
	if why, _ := f.Policy.ignoring(rule); why == "" || g.OfPolicy {
		return false
	}
	if !slices.Contains(g.refused, rule) {
		g.refused = append(g.refused, rule)
	}
	return true
}

// configured reports whether the config says to live with a place of a finding.
// Of a rule that may not be ignored it only notes the attempt.
func (f *Filter) configured(rule, host, file string) bool {
	found := false
	for _, list := range [...][]*ignore{f.byHost[host], f.open} {
		for _, g := range list {
			if g.expired || !g.matches(rule, host, file) {
				continue
			}
			g.used = true
			found = !f.refuses(g, rule) || found
		}
	}
	return found
}

// Problems returns what is wrong with the entries of the config. Those that
// matched nothing are wrong if the run saw all that the config speaks for.
func (f *Filter) Problems(complete bool) []*source.Problem {
	var out problems
	for _, g := range f.ignores {
		for _, rule := range g.refused {
			why, args := f.Policy.ignoring(rule)
			out.add(g.Span, why, args...)
		}
		switch {
		case g.OfPolicy: // what one repository does not need, another may
		case g.expired:
			out.add(g.Span, "unused-ignore.expired", g.Until.String())
		case !g.used && complete:
			out.add(g.Span, "unused-ignore.nothing")
		}
	}
	return out
}
