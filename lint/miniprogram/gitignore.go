package miniprogram

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/source"
)

// ignoreFile is one .gitignore with those of the folders above it. A nil
// *ignoreFile ignores nothing. The rules are those of gitignore(5)
// (https://git-scm.com/docs/gitignore).
type ignoreFile struct {
	folder string // the fs name of the folder that its patterns are relative to
	rules  []ignoreRule
	above  *ignoreFile
	file   *source.File      // nil where it is of no interest
	exact  map[exactRule]int // the last rule of each, by its index
	others []int             // the indexes of the rules with wildcards
	globs  int               // of this file and those above
}

// exactRule is what rules without wildcards are looked up by.
type exactRule struct {
	text              string
	dirOnly, baseOnly bool
}

// maxGlobs bounds the patterns with wildcards that every folder is held against.
const maxGlobs = 1000

// ignoreRule is one line of a .gitignore.
type ignoreRule struct {
	negated  bool // "!": what it matches is not ignored
	dirOnly  bool // "x/": matches folders only
	baseOnly bool // no slash: held against the name, in every folder below
	how      ruleKind
	text     string
	glob     glob
	at       int // its line, from 0
}

type ruleKind uint8

const (
	ruleExact  ruleKind = iota // no wildcard
	ruleSuffix                 // a star and a literal: *.log
	ruleName                   // no star that stands for folders
	ruleGlob
)

// ignored reports whether git would ignore the file or folder of that fs name,
// which lies in the folder of g or below; its parents are known not to be ignored.
func (g *ignoreFile) ignored(name string, dir bool) bool {
	_, r := g.last(name, dir)
	return r != nil && !r.negated
}

// deciding returns the line that decides about a file or folder.
func (g *ignoreFile) deciding(name string, dir bool) source.Span {
	g, r := g.last(name, dir)
	if r == nil || g.file == nil {
		return source.Span{}
	}
	start := 0
	for range r.at {
		start += bytes.IndexByte(g.file.Bytes[start:], '\n') + 1
	}
	line, _, _ := bytes.Cut(g.file.Bytes[start:], []byte("\n"))
	return source.Span{File: g.file, Start: start, End: start + len(bytes.TrimRight(line, "\r "))}
}

// last returns the last rule that matches, with its file; nil if none does.
func (g *ignoreFile) last(name string, dir bool) (*ignoreFile, *ignoreRule) {
	base := path.Base(name)
	for ; g != nil; g = g.above {
		rel := name
		if g.folder != "." {
			rel = name[len(g.folder)+1:]
		}
		if i := g.lastOf(rel, base, dir); i >= 0 {
			return g, &g.rules[i]
		}
	}
	return nil, nil
}

// lastOf returns the index of the last rule of the file that matches, -1 for none.
func (g *ignoreFile) lastOf(rel, base string, dir bool) int {
	last := max(g.exactly(rel, false, dir), g.exactly(base, true, dir))
	for _, i := range slices.Backward(g.others) {
		if i < last || g.rules[i].match(rel, base, dir) {
			return max(i, last)
		}
	}
	return last
}

// exactly returns the index of the last rule that is a text itself, -1 for none.
func (g *ignoreFile) exactly(text string, baseOnly, dir bool) int {
	last := -1
	if i, ok := g.exact[exactRule{text, false, baseOnly}]; ok {
		last = i
	}
	if i, ok := g.exact[exactRule{text, true, baseOnly}]; ok && dir {
		last = max(last, i)
	}
	return last
}

// add takes in a rule.
func (g *ignoreFile) add(r ignoreRule) {
	if i := len(g.rules); r.how == ruleExact {
		g.exact[exactRule{r.text, r.dirOnly, r.baseOnly}] = i
	} else {
		g.others = append(g.others, i)
		g.globs++
	}
	g.rules = append(g.rules, r)
}

func (r *ignoreRule) match(rel, base string, dir bool) bool {
	if r.dirOnly && !dir {
		return false
	}
	subject := rel
	if r.baseOnly {
		subject = base
	}
	switch r.how {
	case ruleSuffix:
		return strings.HasSuffix(subject, r.text)
	case ruleName:
		return r.glob.matchName(subject)
	}
	return r.glob.match(subject)
}

// parseIgnore puts the rules of a .gitignore in the folder above those that are
// in force there already.
func parseIgnore(folder string, data []byte, above *ignoreFile) *ignoreFile {
	g := &ignoreFile{folder: folder, above: above, exact: map[exactRule]int{}}
	if above != nil {
		g.globs = above.globs
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	at := -1
	for line := range strings.SplitSeq(text, "\n") {
		at++
		line = strings.TrimSuffix(line, "\r")
		if line == "" || line[0] == '#' {
			continue
		}
		if rule, ok := parseRule(trimSpaces(line)); ok {
			rule.at = at
			g.add(rule)
		}
	}
	if len(g.rules) == 0 {
		return above
	}
	return g
}

func parseRule(pattern string) (r ignoreRule, ok bool) {
	pattern, r.negated = strings.CutPrefix(pattern, "!")
	pattern, r.dirOnly = strings.CutSuffix(pattern, "/")
	r.baseOnly = !strings.Contains(pattern, "/")
	r.text = strings.TrimPrefix(pattern, "/")
	switch tail, star := strings.CutPrefix(r.text, "*"); {
	case r.text == "":
		return r, false
	case !hasWildcard(r.text):
		return r, true
	case star && r.baseOnly && !hasWildcard(tail):
		r.how, r.text = ruleSuffix, tail
		return r, true
	}
	r.how = ruleGlob
	if r.glob, ok = compileGlob(r.text, !r.baseOnly); !r.glob.spansFolders() {
		r.how = ruleName
	}
	return r, ok
}

const wildcards = `*?[\`

func hasWildcard(s string) bool { return strings.ContainsAny(s, wildcards) }

// trimSpaces removes the spaces at the end that no backslash protects.
func trimSpaces(line string) string {
	end := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case ' ':
			continue
		case '\\':
			i++
		}
		end = i + 1
	}
	return line[:min(end, len(line))]
}
