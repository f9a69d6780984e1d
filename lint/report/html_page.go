package report

import (
	"bytes"
	"strings"

	"github.com/beianlint/beianlint/lint/message"
)

// piece is HTML that is written as it is. Constants become one by themselves;
// text of a report can not without a conversion that stands out.
type piece string

// page writes HTML.
type page struct {
	bytes.Buffer
	lang message.Lang
}

// raw writes what is HTML, style or script already.
//
//go:noinline
func (p *page) raw(s string) { p.WriteString(s) }

// put writes a piece in which every {} stands for the next value and every {id}
// for a sentence of the catalogue. Both are escaped, for the text of an element
// and for an attribute in quotes alike: they may stand in these two places only.
func (p *page) put(html piece, values ...string) {
	for rest := string(html); ; {
		before, after, more := strings.Cut(rest, "{")
		p.raw(before)
		if !more {
			return
		}
		id, after, _ := strings.Cut(after, "}")
		text := ""
		if id == "" {
			text, values = values[0], values[1:]
		} else {
			text = p.lang.Message(message.ID(id))
		}
		p.raw(htmlText(text))
		rest = after
	}
}

// entities are the characters that end a text or an attribute, or begin
// something in it.
var entities = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

// htmlText returns s as one line that is nothing but text in HTML.
func htmlText(s string) string { return entities.Replace(Visible(s)) }
