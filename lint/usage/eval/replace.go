package eval

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// pattern is what a call of replace or split looks for.
type pattern struct {
	re  *regexp.Regexp
	all bool
}

// maxVariants bounds for how many patterns and replacements each text is replaced.
const maxVariants = 16

// evalReplace evaluates s.replace(a, b). What is not known is no guess: of a text
// whose end is replaced the start stays, and of others only what they are made of.
func evalReplace(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	vs := c.e.eval(x.L.L, m, f).Texts()
	if len(vs) == 0 {
		return nil, false
	}
	if len(x.List) < 2 {
		return vs, true
	}
	patterns := patternsOf(c, x.List[0], m, f)
	if len(patterns) == 0 || len(patterns) > maxVariants {
		return lostTexts(vs), true
	}
	to := replacements{c: c, x: x, m: m, f: f, known: c.e.eval(x.List[1], m, f)}
	out := newSet(c.e)
	for _, v := range vs {
		for _, p := range patterns {
			p.all = p.all || x.L.Text == "replaceAll"
			out.union(to.replace(v, p))
		}
	}
	return out.values(), true
}

// replacements are what replace puts in place of matches.
type replacements struct {
	c     *calls
	x     *ast.Expr
	m     *resolve.Module
	f     *frame
	known Values
}

// replace returns what can become of a text.
func (r *replacements) replace(v *Value, p pattern) Values {
	first := p.re.FindStringIndex(v.Text)
	if first == nil {
		return Values{v} // what may follow is open already
	}
	if functions := r.functions(); len(functions) > 0 {
		return r.matches(v, p, functions)
	}
	to := r.known.Texts()
	if len(to) == 0 || len(to) > maxVariants {
		return Values{textBefore(v, first[0])}
	}
	var out Values
	for _, t := range to {
		if t.Open {
			out = out.Add(textBefore(v, first[0]).concat(t))
			continue
		}
		out = out.Add(replacedText(v, p, t))
	}
	return out
}

// textBefore is a text up to a place, behind which it is not known.
func textBefore(v *Value, at int) *Value {
	out := v.copy()
	out.setText(v.Text[:at])
	out.Open = true
	out.Parts = nil
	for _, p := range v.Parts {
		if p.at < at {
			out.Parts = append(out.Parts, p)
		}
	}
	return out
}

// patternsOf returns what the first argument of replace or split matches; nothing
// where it is not known.
func patternsOf(c *calls, x *ast.Expr, m *resolve.Module, f *frame) []pattern {
	if re := regexpIn(x); re != nil {
		x = re
	}
	switch {
	case x.Kind == ast.Regex:
		return compiled(c, x.Text)
	case isRegexp(x):
		return constructedPatterns(c, x, m, f)
	}
	var out []pattern
	for _, v := range c.e.eval(x, m, f) {
		if !v.isText() || v.Open {
			return nil
		}
		re, err := regexp.Compile(regexp.QuoteMeta(v.Text))
		if err != nil { // no UTF-8, as in a source in GBK
			return nil
		}
		out = append(out, pattern{re: re})
	}
	return out
}

// isRegexp reports whether an expression is a regular expression: /a/, or what
// RegExp makes.
func isRegexp(x *ast.Expr) bool {
	return x.Kind == ast.Regex || (x.Kind == ast.New || x.Kind == ast.Call) && x.L.Kind == ast.Ident && x.L.Text == "RegExp" && x.L.Binding() == nil
}

// constructedPatterns returns what new RegExp(source, flags) matches.
func constructedPatterns(c *calls, x *ast.Expr, m *resolve.Module, f *frame) []pattern {
	if len(x.List) == 0 {
		return nil
	}
	flags := Values{{Kind: Text}}
	if len(x.List) > 1 {
		flags = c.e.eval(x.List[1], m, f).Texts()
	}
	var out []pattern
	for _, v := range c.e.eval(x.List[0], m, f) {
		if v.Kind != Text || v.Open || len(flags) != 1 || flags[0].Open {
			return nil
		}
		p := compiled(c, "/"+v.Text+"/"+flags[0].Text)
		if p == nil {
			return nil
		}
		out = append(out, p...)
	}
	return out
}

// maxRegexp bounds a regular expression from a source. Go's are linear in the
// text, but not free to compile.
const maxRegexp = 100

// codePoint is an escape that Go writes in another way.
var codePoint = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\\u\{?([0-9a-fA-F]{4,6})\}?`) })

// compiled is regexpOf, once for each text.
func compiled(c *calls, text string) []pattern {
	known, ok := c.patterns[text]
	if !ok {
		known = regexpOf(text)
		c.patterns[text] = known
	}
	return known
}

// regexpOf compiles a regular expression with its slashes and flags where both
// languages read it the same way.
func regexpOf(text string) []pattern {
	end := strings.LastIndexByte(text, '/')
	if len(text) > maxRegexp || end < 1 {
		return nil
	}
	source, modes := text[1:end], ""
	source = codePoint().ReplaceAllString(strings.ReplaceAll(source, `\/`, "/"), `\x{$1}`)
	p := pattern{}
	for _, flag := range text[end+1:] {
		switch flag {
		case 'g':
			p.all = true
		case 'i', 'm', 's':
			modes += string(flag)
		case 'u', 'd':
		default:
			return nil
		}
	}
	if modes != "" {
		source = "(?" + modes + ")" + source
	}
	var err error
	if p.re, err = regexp.Compile(source); err != nil {
		return nil
	}
	return []pattern{p}
}

// replacedText puts a text in place of what a pattern matches. The parts behind it
// move, and what it is replaced by has its own.
func replacedText(v *Value, p pattern, to *Value) *Value {
	n := 1
	if p.all {
		n = -1
	}
	out := v.copy()
	out.Parts = nil
	var text strings.Builder
	last := 0
	keep := func(end int) {
		for i, part := range v.Parts {
			next := len(v.Text)
			if i+1 < len(v.Parts) {
				next = v.Parts[i+1].at
			}
			if next > last && part.at < end {
				out.Parts = append(out.Parts, Part{text.Len() + max(part.at-last, 0), part.Expr, part.Mod})
			}
		}
		text.WriteString(v.Text[last:end])
	}
	for _, loc := range p.re.FindAllStringSubmatchIndex(v.Text, n) {
		keep(loc[0])
		for _, part := range to.Parts {
			out.Parts = append(out.Parts, Part{part.at + text.Len(), part.Expr, part.Mod})
		}
		text.WriteString(expanded(to.Text, v.Text, loc))
		last = loc[1]
	}
	keep(len(v.Text))
	if len(out.Parts) > maxParts {
		return lostText(v)
	}
	out.setText(text.String())
	return out
}

// reference is what stands for a part of the match in a replacement
// (https://tc39.es/ecma262/#sec-getsubstitution).
var reference = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("\\$(\\$|&|`|'|[0-9]{1,2})") })

// expanded puts what was matched in place of the references in a replacement.
func expanded(to, text string, loc []int) string {
	if !strings.Contains(to, "$") {
		return to
	}
	return reference().ReplaceAllStringFunc(to, func(ref string) string {
		switch ref[1] {
		case '$':
			return "$"
		case '&':
			return text[loc[0]:loc[1]]
		case '`':
			return text[:loc[0]]
		case '\'':
			return text[loc[1]:]
		}
		group, _ := strconv.Atoi(ref[1:])
		if 2*group+1 >= len(loc) {
			return ref
		}
		if loc[2*group] < 0 {
			return ""
		}
		return text[loc[2*group]:loc[2*group+1]]
	})
}
