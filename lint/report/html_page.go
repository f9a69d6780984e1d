package report

import (
	"strings"

	"github.com/beianlint/beianlint/lint/message"
)

// fixed is text that is written as it is: a name of an element or attribute, a
// style sheet. Constants become it by themselves; text of a report can not
// without a conversion that stands out.
type fixed string

// attr is an attribute of an element; one without a value is written as its name.
type attr struct {
	name  fixed
	value string
}

// page writes HTML. Whatever text it is given is escaped, in elements and in
// attributes alike, and every element that is opened is closed in its turn.
type page struct {
	strings.Builder
	lang message.Lang
	open []fixed
}

// ownLine are the elements that begin a line, for those who read the source.
const ownLine = " head meta title style body header nav main form section article table caption thead tbody tr h1 h2 h3 ol ul dl p footer script "

// start opens an element.
//
//go:noinline
func (p *page) start(tag fixed, attrs ...attr) {
	p.void(tag, attrs...)
	p.open = append(p.open, tag)
}

// void writes an element that has no content.
//
//go:noinline
func (p *page) void(tag fixed, attrs ...attr) {
	if strings.Contains(ownLine, " "+string(tag)+" ") {
		p.WriteByte('\n')
	}
	p.WriteString("<" + string(tag))
	for _, a := range attrs {
		p.WriteString(" " + string(a.name))
		if a.value != "" {
			p.WriteString(`="` + htmlText(a.value) + `"`)
		}
	}
	p.WriteByte('>')
}

// end closes the last n elements that are open.
//
//go:noinline
func (p *page) end(n int) {
	for range n {
		last := len(p.open) - 1
		p.WriteString("</" + string(p.open[last]) + ">")
		p.open = p.open[:last]
	}
}

// text writes text.
//
//go:noinline
func (p *page) text(s string) { p.WriteString(htmlText(s)) }

// el writes an element with text in it.
//
//go:noinline
func (p *page) el(tag fixed, text string, attrs ...attr) {
	p.start(tag, attrs...)
	p.text(text)
	p.end(1)
}

// raw writes what is HTML, style or script already.
func (p *page) raw(s fixed) { p.WriteString(string(s)) }

// say writes an element with a sentence of the catalogue.
//
//go:noinline
func (p *page) say(tag fixed, id message.ID, attrs ...attr) { p.el(tag, p.lang.Message(id), attrs...) }

// class is the attribute.
//
//go:noinline
func class(names string) attr { return attr{"class", names} }

// entities are the characters that end a text or an attribute, or begin
// something in it.
var entities = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

// htmlText returns s as one line that is nothing but text in HTML.
func htmlText(s string) string { return entities.Replace(Visible(s)) }
