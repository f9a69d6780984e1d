package markup

import (
	"bytes"
	"strings"
)

// IsPug reports whether the language of a template is Pug, or Jade, as it was named
// before (https://pugjs.org/api/migration-v2.html).
func IsPug(lang string) bool {
	return strings.EqualFold(lang, "pug") || strings.EqualFold(lang, "jade")
}

// Pug gives the elements of a template that is written in Pug in the order of the
// source, outer ones first (https://pugjs.org/language/tags.html). Start of a node is its
// name. It is whole where nothing in the template names what stands elsewhere: another
// file, or a mixin.
func Pug(src []byte) (nodes []Node, whole bool) {
	p := &pug{src: src, whole: true}
	p.read()
	return p.nodes, p.whole
}

func pugElements(src []byte, yield func(Attr) bool) {
	nodes, _ := Pug(src)
	for i := range nodes {
		for _, a := range nodes[i].Attrs {
			if !yield(a) {
				return
			}
		}
	}
}

func pugTags(src []byte, yield func(string) bool) {
	nodes, _ := Pug(src)
	for i := range nodes {
		if !yield(nodes[i].Tag) {
			return
		}
	}
}

// PugComments tells of every comment of a template that is written in Pug: its first
// line (https://pugjs.org/language/comments.html).
func PugComments(src []byte, comment func(start, end int)) {
	(&pug{src: src, comment: comment}).read()
}

// pug reads the lines of a template.
type pug struct {
	src   []byte
	pos   int
	names names
	nodes []Node
	open  []level // the elements around, outer ones first
	inner bool    // lines that are indented more than deep are text or a comment
	deep  int
	whole bool
	// comment is told of comments, without what is indented below them.
	comment func(start, end int)
}

// level is an element that lines below can be in: those that are indented more.
type level struct{ indent, node int }

func (p *pug) read() {
	for p.pos < len(p.src) {
		p.line()
	}
}

// pugWords begin lines that name what stands elsewhere
// (https://pugjs.org/language/includes.html, mixins.html, inheritance.html).
var pugWords = map[string]bool{"include": true, "extends": true, "mixin": true}

// line reads one line, or several where attributes go on.
func (p *pug) line() {
	indent := p.indent()
	switch end := p.lineEnd(p.pos); {
	case p.pos == end: // blank lines end nothing
		p.pos = min(end+1, len(p.src))
		return
	case p.inner && indent > p.deep:
		p.text(end)
		return
	}
	p.inner = false
	for len(p.open) > 0 && p.open[len(p.open)-1].indent >= indent {
		p.open = p.open[:len(p.open)-1]
	}
	p.content(indent)
}

// indent moves behind the white space of a line and returns how much it is.
func (p *pug) indent() int {
	start := p.pos
	for p.pos < len(p.src) && (p.src[p.pos] == ' ' || p.src[p.pos] == '\t' || p.src[p.pos] == '\r') {
		p.pos++
	}
	return p.pos - start
}

func (p *pug) lineEnd(from int) int {
	if i := bytes.IndexByte(p.src[from:], '\n'); i >= 0 {
		return from + i
	}
	return len(p.src)
}

// content reads a line behind its white space.
func (p *pug) content(indent int) {
	rest := p.src[p.pos:]
	switch c := rest[0]; {
	case bytes.HasPrefix(rest, []byte("//")), c == '-', c == ':':
		p.inner, p.deep = true, indent
		end := p.lineEnd(p.pos)
		if c == '/' && p.comment != nil {
			p.comment(p.pos, end)
		}
		p.pos = end
	case c == '|':
		p.text(p.lineEnd(p.pos))
	case c == '+', c == '<': // a mixin, and markup of the other kind
		p.whole = false
		p.pos = p.lineEnd(p.pos)
	case isLetter(c), c == '.', c == '#':
		p.element(indent)
	default:
		p.pos = p.lineEnd(p.pos)
	}
}

// text passes over a text, but reads the tags in it: #[a(href="…") more]
// (https://pugjs.org/language/interpolation.html).
func (p *pug) text(end int) {
	for p.pos < end {
		i := bytes.Index(p.src[p.pos:end], []byte("#["))
		if i < 0 {
			break
		}
		p.pos += i + len("#[")
		if p.pos < end && isLetter(p.src[p.pos]) && !p.inner {
			p.tag()
		}
	}
	p.pos = max(p.pos, end)
}

// element reads an element and what stands behind it on its line.
func (p *pug) element(indent int) {
	for p.tag() {
		if len(p.open) < maxOpen {
			p.open = append(p.open, level{indent, len(p.nodes) - 1})
		}
		rest := p.src[p.pos:p.lineEnd(p.pos)]
		if !bytes.HasPrefix(rest, []byte(": ")) {
			if rest = bytes.TrimSpace(rest); len(rest) == 1 && rest[0] == '.' { // lines of text
				p.inner, p.deep = true, indent
			}
			break
		}
		p.pos += len(": ") // the next one is in it
		p.indent()
	}
	p.text(p.lineEnd(p.pos))
}

// tag reads a name, its classes and its attributes: a.b#c(d="e")(f="g"); false where
// there is none.
func (p *pug) tag() bool {
	n := Node{Tag: "div", Start: p.pos, Parent: -1}
	if name := p.word(); name != "" {
		n.Tag = name
	}
	p.attrs(&n)
	if pugWords[n.Tag] {
		p.whole = false
	}
	if p.pos == n.Start || pugWords[n.Tag] {
		return false
	}
	if len(p.open) > 0 {
		n.Parent = p.open[len(p.open)-1].node
	}
	p.nodes = append(p.nodes, n)
	return true
}

// pugNameEnd ends the name of a tag, a class or an identity.
var pugNameEnd = setOf(" \t\r\n\f()[]{}.#=!,/<>\"'`|&+*")

// word reads a name: one of a tag can have colons in it, but does not end with one.
func (p *pug) word() string {
	start := p.pos
	for p.pos < len(p.src) && !pugNameEnd[p.src[p.pos]] {
		p.pos++
	}
	if p.pos > start && p.src[p.pos-1] == ':' {
		p.pos--
	}
	return p.names.of(p.src[start:p.pos])
}

// attrs reads the classes, identities and attributes behind the name of a tag.
func (p *pug) attrs(n *Node) {
	for p.pos < len(p.src) {
		switch c := p.src[p.pos]; {
		case (c == '.' || c == '#') && p.pos+1 < len(p.src) && !pugNameEnd[p.src[p.pos+1]]:
			p.pos++
			a := Attr{Tag: n.Tag, Name: "class", Start: p.pos, TagStart: n.Start}
			if c == '#' {
				a.Name = "id"
			}
			p.word()
			a.End = p.pos
			n.Attrs = append(n.Attrs, a)
		case c == '(':
			p.pos++
			p.list(n)
		default:
			return
		}
	}
}

// list reads attributes up to the bracket that ends them. White space, line ends and
// commas stand between them (https://pugjs.org/language/attributes.html).
func (p *pug) list(n *Node) {
	for p.pos < len(p.src) {
		switch c := p.src[p.pos]; {
		case c == ')':
			p.pos++
			return
		case space[c], c == ',':
			p.pos++
		default:
			n.Attrs = append(n.Attrs, p.attr(n))
		}
	}
}

// attr reads one attribute. The value of one that is no text is not in it: what the
// template is built with is not known here.
func (p *pug) attr(n *Node) Attr {
	a := Attr{Tag: n.Tag, Name: p.attrName(), TagStart: n.Start, Start: p.pos, End: p.pos}
	p.skipSpace()
	rest := p.src[p.pos:]
	switch {
	case bytes.HasPrefix(rest, []byte("!=")): // not to be escaped
		p.pos += len("!=")
	case bytes.HasPrefix(rest, []byte("=")):
		p.pos++
	default:
		return a
	}
	p.skipSpace()
	if p.pos < len(p.src) && isQuote(p.src[p.pos]) {
		a.Start = p.pos + 1
		a.End = p.stringEnd()
		a.Quoted = a.End < p.pos
		p.whole = p.whole && !bytes.Contains(p.src[a.Start:a.End], []byte("${"))
	}
	from := p.pos
	p.expression()
	p.whole = p.whole && (!a.Quoted || len(bytes.TrimSpace(p.src[from:p.pos])) == 0)
	return a
}

// attrName reads the name of an attribute, which quotes can be around.
func (p *pug) attrName() string {
	start := p.pos
	if isQuote(p.src[start]) {
		end := p.stringEnd()
		return p.names.of(p.src[start+1 : end])
	}
	for p.pos++; p.pos < len(p.src) && !pugAttrEnd[p.src[p.pos]]; p.pos++ {
	}
	return p.names.of(p.src[start:p.pos])
}

// pugAttrEnd ends the name of an attribute.
var pugAttrEnd = setOf(" \t\r\n\f,)=!")

func isQuote(c byte) bool { return c == '"' || c == '\'' || c == '`' }

// stringEnd moves behind the string that begins here, and returns where its closing
// quote is. One that is not closed ends with the source.
func (p *pug) stringEnd() int {
	end := stringEnd(p.src, p.pos)
	if end < 0 {
		p.pos, p.whole = len(p.src), false
		return p.pos
	}
	p.pos = end + 1
	return end
}

// expression passes over what is left of a value: 'a' + b, c ? d : e. What it is made of
// is not in the tree.
func (p *pug) expression() {
	depth := 0
	var half, asked bool // the right side of an operator is missing; a '?' has no ':' yet
	for p.pos < len(p.src) {
		c := p.src[p.pos]
		switch {
		case depth > 0 && c != ')' && c != ']' && c != '}' && !isQuote(c):
			depth += opens[c]
		case isQuote(c):
			p.whole, half = false, false
			p.stringEnd()
			continue
		case depth == 0 && (c == ')' || c == ','):
			return
		case space[c]:
			p.skipSpace()
			if !half && !p.goesOn(asked) {
				return
			}
			continue
		case pugOperator[c], c == ':' && asked:
			half, asked = true, c == '?'
		default:
			half = false
			depth += opens[c]
		}
		p.pos++
	}
}

// opens is how much deeper a bracket leads.
var opens = [256]int{'(': 1, '[': 1, '{': 1, ')': -1, ']': -1, '}': -1}

// goesOn reports whether an operator stands here, or the ':' of a '?'. Without one, a ':'
// begins another attribute.
func (p *pug) goesOn(asked bool) bool {
	return p.pos < len(p.src) && (pugOperator[p.src[p.pos]] || asked && p.src[p.pos] == ':')
}

// pugOperator is what operators are made of.
var pugOperator = setOf("+-*/%?&|<>=!")

func (p *pug) skipSpace() {
	for p.pos < len(p.src) && space[p.src[p.pos]] {
		p.pos++
	}
}
