package flow

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled when it is first asked. Most
// runs ask few of them, and all of them were a third of the time to start.
type pattern struct {
	source string
	once   sync.Once
	re     *regexp.Regexp
}

func (p *pattern) compiled() *regexp.Regexp {
	p.once.Do(func() { p.re = regexp.MustCompile(p.source) })
	return p.re
}

// MatchString reports whether the text holds a match.
func (p *pattern) MatchString(text string) bool { return p.compiled().MatchString(text) }
