package ifdef

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/platform"
)

// platformWords are the conditions of uni-app that name a platform without mini
// programs; the others stand in the values of package platform. Each holds on
// its own platform only; "MP" stands for every mini program
// (https://uniapp.dcloud.net.cn/tutorial/platform.html). UNI-APP-X, uniVersion and the
// words of a project's own package.json are no platforms.
var platformWords = []string{
	"APP", "APP-PLUS", "APP-PLUS-NVUE", "APP-NVUE", "APP-VUE", "APP-UVUE",
	"APP-ANDROID", "APP-IOS", "APP-HARMONY",
	"H5", "WEB",
	"QUICKAPP-NATIVE", "QUICKAPP-WEBVIEW", "QUICKAPP-WEBVIEW-UNION", "QUICKAPP-WEBVIEW-HUAWEI",
}

// vueWords hold for builds with one version of Vue each: where a target has neither, either
// may.
var vueWords = []string{"VUE2", "VUE3"}

// Target is what a build is made for, by the words that hold there: "MP-WEIXIN", "VUE3".
type Target []string

// Active reports whether the branch may be compiled for one of the targets. It is false
// only where that is certain: a word that names no platform (one of the project's own) and a condition that cannot be read may hold. Without targets it is true.
func (d Branch) Active(targets ...Target) bool {
	if len(targets) == 0 {
		return true
	}
	return slices.ContainsFunc(targets, func(target Target) bool {
		v := evaluate(d.Expr, target)
		if d.Not {
			v = -v
		}
		return v >= maybe
	})
}

// verdict is what is known of a condition: its negation is its negative, and
// is the least, or the greatest of its parts (Kleene's three-valued logic).
type verdict int8

const (
	no verdict = iota - 1
	maybe
	yes
)

// evaluate returns what the condition is for the target.
func evaluate(expr string, target Target) verdict {
	c := condition{rest: strings.ReplaceAll(expr, "_", "-"), target: target}
	v := c.or()
	if c.peek(); c.broken || c.rest != "" {
		return maybe
	}
	return v
}

// condition parses by recursive descent.
type condition struct {
	rest   string
	target Target
	broken bool
}

func (c *condition) or() verdict {
	v := c.and()
	for c.accept('|') {
		v = max(v, c.and())
	}
	return v
}

func (c *condition) and() verdict {
	v := c.unary()
	for c.accept('&') {
		v = min(v, c.unary())
	}
	return v
}

func (c *condition) unary() verdict {
	switch c.peek() {
	case '!':
		c.rest = c.rest[1:]
		return -c.unary()
	case '(':
		c.rest = c.rest[1:]
		v := c.or()
		if c.peek() != ')' {
			c.broken = true
			return maybe
		}
		c.rest = c.rest[1:]
		return v
	}
	v := c.holds(c.word())
	if strings.IndexByte("<>=!", c.peek()) >= 0 { // uniVersion > 3.9
		c.rest = strings.TrimLeft(c.rest, "<>=!")
		c.word()
		return maybe
	}
	return v
}

// word reads an identifier or a number.
func (c *condition) word() string {
	c.peek()
	end := 0
	for end < len(c.rest) && (isIdent(c.rest[end]) || c.rest[end] == '.') {
		end++
	}
	word := c.rest[:end]
	c.rest = c.rest[end:]
	c.broken = c.broken || word == ""
	return word
}

func (c *condition) holds(word string) verdict {
	switch {
	case slices.Contains(c.target, word):
		return yes
	case word == "MP" && slices.ContainsFunc(c.target, func(t string) bool { return strings.HasPrefix(t, "MP-") }):
		return yes
	case slices.Contains(vueWords, word) && slices.ContainsFunc(c.target, func(t string) bool { return slices.Contains(vueWords, t) }):
		return no
	case word == "MP" || slices.Contains(platformWords, word) || platform.IsCondition(word):
		return no
	}
	return maybe
}

// accept skips the operator, written once or twice.
func (c *condition) accept(op byte) bool {
	if c.peek() != op {
		return false
	}
	c.rest = c.rest[1:]
	if strings.HasPrefix(c.rest, string(op)) {
		c.rest = c.rest[1:]
	}
	return true
}

// peek returns the next byte behind white space, or 0 at the end.
func (c *condition) peek() byte {
	c.rest = strings.TrimLeft(c.rest, " \t")
	if c.rest == "" {
		return 0
	}
	return c.rest[0]
}

// isIdent reports whether c can stand in a word of a condition.
func isIdent(c byte) bool { return isWord(c) || c == '-' || c >= 0x80 }
