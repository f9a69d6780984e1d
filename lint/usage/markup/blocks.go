package markup

import (
	"bytes"
	"iter"
	"slices"
	"strings"
)

// Kind says what the content of a block of a single-file component is.
type Kind uint8

// The kinds of blocks.
const (
	Other    Kind = iota // a custom block: i18n, route, docs …
	Template             // markup, or what IsPug
	Script
	Style
	// Config is the page's JSON: <config> of WePY, <script
	// type="application/json"> or name="json" of mpx. With name="json" and no
	// type it is a script that exports the JSON.
	Config
)

// Block is one top-level block of a single-file component, in place.
type Block struct {
	Kind Kind
	Tag  string // as written: "template", "script", "config" …
	Lang string // as written: "ts", "less", "pug", "wxs"; of a style also its type
	Type string // of a script: "application/json" …
	Name string // of an mpx script: "json"
	// Mode and Env of mpx are the target and the environment that the block is for.
	Mode, Env string
	Setup     bool   // of a script: its template can name what it declares
	Src       string // the file that holds the content instead
	// Start and End are the content, in bytes; equal when there is none.
	Start, End int
}

// Blocks gives the top-level blocks of a single-file component (vue, nvue, mpx,
// wpy). Blocks inside comments are not given. Only a template nests; the other
// contents end at their first end tag (https://vuejs.org/api/sfc-spec.html). A
// block that is never closed reaches to the end of the source.
func Blocks(src []byte) iter.Seq[Block] {
	return func(yield func(Block) bool) {
		b := blocks{scanner: newScanner(src)}
		for kind := b.next(); kind != endOfSource; kind = b.next() {
			if kind == startTag && !yield(b.block()) {
				return
			}
		}
	}
}

// maxStray bounds the search for end tags of unknown blocks that have none.
const maxStray = 16

type blocks struct {
	*scanner
	unbalanced bool // a template was found that its end tags do not balance
	stray      int  // unknown blocks without an end tag
}

// block reads the block whose start tag is open, and its content.
func (s *blocks) block() Block {
	b := Block{Tag: s.name}
	s.content = false
	for s.attr() {
		s.at.assign(&b, s.src)
	}
	b.Kind = kindOf(b)
	if b.Kind == Style && b.Lang == "" { // WePY 1: <style type="less">
		b.Lang = strings.TrimPrefix(b.Type, "text/")
	}
	b.Start, b.End = s.pos, s.pos
	if s.empty {
		return b
	}
	if b.Kind == Template && (b.Lang == "" || b.Lang == "html" || b.Lang == "wxml") {
		b.End = s.templateEnd(b.Start)
	} else {
		b.End = s.rawEnd(b)
	}
	s.pos = b.End
	return b
}

// assign puts the attribute in the field of b that it belongs to.
func (a Attr) assign(b *Block, src []byte) {
	value := func() string { return string(src[a.Start:a.End]) }
	switch a.Name {
	case "lang":
		b.Lang = value()
	case "type":
		b.Type = value()
	case "name":
		b.Name = value()
	case "mode":
		b.Mode = value()
	case "env":
		b.Env = value()
	case "src":
		b.Src = value()
	case "setup":
		b.Setup = true
	}
}

func kindOf(b Block) Kind {
	if slices.Contains(scriptTags(), b.Tag) {
		return Script
	}
	switch b.Tag {
	case "template":
		return Template
	case "style":
		return Style
	case "config", "json":
		return Config
	case "script":
		if b.Type == "application/json" || b.Type == "json" || b.Name == "json" {
			return Config
		}
		return Script
	}
	return Other
}

// rawEnd returns the end of a content that is no markup.
func (s *blocks) rawEnd(b Block) int {
	if b.Kind == Other && s.stray == maxStray {
		return b.Start
	}
	if i := bytes.Index(s.src[b.Start:], []byte("</"+b.Tag)); i >= 0 {
		return b.Start + i
	}
	if b.Kind == Other {
		s.stray++ // a stray <br> must not hide the blocks behind it
		return b.Start
	}
	return len(s.src)
}

// templateEnd returns the offset of the end tag that balances the template
// whose content starts at start.
func (s *blocks) templateEnd(start int) int {
	for depth := 1; !s.unbalanced; {
		switch s.next() {
		case startTag:
			if s.name == "template" && !s.selfClosing() {
				depth++
			}
		case endTag:
			if s.name == "template" {
				depth--
			}
		case endOfSource:
			s.unbalanced, s.hopeless = true, 0
		}
		if depth == 0 {
			return s.start
		}
	}
	return s.lineStartTag(start)
}

// selfClosing reads the rest of the open start tag and tells whether it ends in "/>".
func (s *scanner) selfClosing() bool {
	for s.attr() {
	}
	return s.empty
}

// lineStartTag returns the offset of the first tag at the start of a line that
// can stand behind the content of a template: what people write even where the
// tags inside do not balance.
func (s *blocks) lineStartTag(from int) int {
	for {
		i := bytes.Index(s.src[from:], []byte("\n<"))
		if i < 0 {
			return len(s.src)
		}
		from += i + 1
		for _, tag := range []string{"</template", "<script", "<style", "<config"} {
			if bytes.HasPrefix(s.src[from:], []byte(tag)) {
				return from
			}
		}
	}
}
