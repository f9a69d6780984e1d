// Package model holds what the evaluator and the sinks know of libraries,
// frameworks and of the habits of programmers, as data: which package is a
// client, which option holds a base URL, which name is one of a picture. The
// engine that asks knows none of them by name. A wrong or missing host is
// mostly a wrong or missing row here.
package model

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Pattern is a regular expression that is compiled when it is first asked. Most
// runs ask few of them, and all of them were a third of the time to start.
type Pattern struct {
	source string
	once   sync.Once
	re     *regexp.Regexp
}

// Regexp returns the compiled expression.
func (p *Pattern) Regexp() *regexp.Regexp {
	p.once.Do(func() { p.re = regexp.MustCompile(p.source) })
	return p.re
}

// MatchString reports whether the text holds a match.
func (p *Pattern) MatchString(text string) bool { return p.Regexp().MatchString(text) }

// Words are names, and what others hold: what is asked for every name of a program is no
// Pattern, which takes ten times as long.
type Words struct {
	whole map[string]bool // in lower case
	parts []string
}

// MatchString reports whether a name is one of the words, or holds one, in any case.
func (w *Words) MatchString(name string) bool {
	name = strings.ToLower(name)
	return w.whole[name] || slices.ContainsFunc(w.parts, func(part string) bool { return strings.Contains(name, part) })
}

func setOf(names ...string) map[string]bool {
	set := make(map[string]bool, len(names))
	for _, name := range names {
		set[name] = true
	}
	return set
}
