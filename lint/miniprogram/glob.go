package miniprogram

import (
	"slices"
	"strings"
)

// glob is a compiled pattern of gitignore(5): git's wildmatch, which works on
// bytes. It is run as a set of states, so that no pattern is slower than its
// length times the length of the path.
type glob []token

type token struct {
	kind tokenKind
	lit  byte
	set  *byteSet
}

type tokenKind uint8

const (
	oneLiteral tokenKind = iota // the byte lit
	oneAny                      // ?: a byte, but no slash
	oneOf                       // [a-z]: a byte of the set, but no slash
	anyName                     // *: bytes without a slash, or none
	anyFolders                  // **/: folders, or none; an inFolder follows
	inFolder                    // the inside of anyFolders
	anyRest                     // ** at the end: all that follows
)

// compileGlob compiles a pattern; ok is false when it can match nothing (a set
// without its bracket, a backslash at the end). Without paths the pattern is held
// against a single name and ** is no more than *.
func compileGlob(pattern string, paths bool) (g glob, ok bool) {
	for i := 0; i < len(pattern); {
		switch c := pattern[i]; c {
		case '\\':
			if i+1 == len(pattern) {
				return nil, false
			}
			g = append(g, token{kind: oneLiteral, lit: pattern[i+1]})
			i += 2
		case '?':
			g = append(g, token{kind: oneAny})
			i++
		case '*':
			stars := len(pattern[i:]) - len(strings.TrimLeft(pattern[i:], "*"))
			var n int
			g, n = g.appendStars(pattern, i, i+stars, paths)
			i += n
		case '[':
			set, n := parseSet(pattern[i:])
			if n == 0 {
				return nil, false
			}
			g = append(g, token{kind: oneOf, set: set})
			i += n
		default:
			g = append(g, token{kind: oneLiteral, lit: c})
			i++
		}
	}
	return g, true
}

// appendStars adds what the stars pattern[from:to] stand for and returns how
// many bytes of the pattern that takes.
func (g glob) appendStars(pattern string, from, to int, paths bool) (glob, int) {
	// git cuts off what stands before the first wildcard, so that "a**/b" is read
	// as "**/b" after an "a", against its documentation.
	begins := from == strings.IndexAny(pattern, wildcards) || pattern[from-1] == '/'
	folders := paths && to-from > 1 && begins
	switch {
	case folders && to == len(pattern):
		return append(g, token{kind: anyRest}), to - from
	case folders && pattern[to] == '/':
		return append(g, token{kind: anyFolders}, token{kind: inFolder}), to - from + 1
	}
	return append(g, token{kind: anyName}), to - from
}

// spansFolders reports whether a star stands for folders.
func (g glob) spansFolders() bool {
	return slices.ContainsFunc(g, func(t token) bool { return t.kind == anyFolders || t.kind == anyRest })
}

// matchName is match for a glob that spans no folders: a star never takes back what
// the one before it has taken.
func (g glob) matchName(s string) bool {
	i, star, from := 0, -1, 0
	for at := 0; at < len(s); {
		switch {
		case i < len(g) && g[i].kind == anyName:
			star, from = i, at
			i++
		case i < len(g) && g[i].takes(s[at]):
			i++
			at++
		case star >= 0 && s[from] != '/':
			from++
			i, at = star+1, from
		default:
			return false
		}
	}
	for i < len(g) && g[i].kind == anyName {
		i++
	}
	return i == len(g)
}

// match reports whether the glob matches the whole of s.
func (g glob) match(s string) bool {
	var space [2][64]bool
	now, next := space[0][:], space[1][:]
	if len(g) >= len(now) {
		now, next = make([]bool, len(g)+1), make([]bool, len(g)+1)
	}
	now, next = now[:len(g)+1], next[:len(g)+1]
	g.enter(now, 0)
	for i := range len(s) {
		clear(next)
		if !g.step(now, next, s[i]) {
			return false
		}
		now, next = next, now
	}
	return now[len(g)]
}

// enter adds state i and all that is reached from it without a byte.
func (g glob) enter(states []bool, i int) {
	for ; !states[i]; i++ {
		states[i] = true
		if i == len(g) {
			return
		}
		switch g[i].kind {
		case anyName, anyRest:
		case anyFolders:
			g.enter(states, i+2)
		default:
			return
		}
	}
}

// step adds to next what the byte c leads to; false when that is nothing.
func (g glob) step(now, next []bool, c byte) bool {
	alive := false
	for i, t := range g {
		if now[i] && t.takes(c) {
			alive = true
			g.enter(next, t.after(i))
			if t.kind == inFolder && c == '/' {
				g.enter(next, i+1)
			}
		}
	}
	return alive
}

// takes reports whether the token can take the byte c.
func (t token) takes(c byte) bool {
	switch t.kind {
	case oneLiteral:
		return c == t.lit
	case oneOf:
		return c != '/' && t.set.has(c)
	case oneAny, anyName:
		return c != '/'
	case inFolder, anyRest:
		return true
	}
	return false
}

// after returns the state that follows state i when its token took a byte.
func (t token) after(i int) int {
	switch t.kind {
	case anyName, anyRest, inFolder:
		return i
	}
	return i + 1
}
