package markup

import (
	"bytes"
	"iter"
	"slices"
	"sync"

	"github.com/beianlint/beianlint/lint/platform"
)

// scriptTags are the elements that may hold the code of a module.
var scriptTags = sync.OnceValue(platform.InlineScriptTags)

// rawElements are the elements whose content is code, not markup.
var rawElements = sync.OnceValue(func() []string { return append(platform.InlineScriptTags(), "script", "style") })

// InlineScripts gives the content of every inline module of markup, as <wxs>
// (https://developers.weixin.qq.com/miniprogram/dev/reference/wxs/01wxs-module.html).
// Elements and Texts skip it.
func InlineScripts(src []byte) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		s := newScanner(src)
		for kind := s.next(); kind != endOfSource; kind = s.next() {
			start, end := s.finish()
			if kind == startTag && slices.Contains(scriptTags(), s.name) && start < end && !yield(start, end) {
				return
			}
		}
	}
}

// finish skips the attributes that nobody read, and the content of a raw
// element, which it returns.
func (s *scanner) finish() (start, end int) {
	if !s.content {
		return 0, 0
	}
	s.content = false
	for s.attr() {
	}
	return s.skipRaw()
}

func (s *scanner) skipRaw() (start, end int) {
	i := slices.Index(rawElements(), s.name)
	if i < 0 || s.empty || s.unclosed>>i&1 == 1 {
		return 0, 0
	}
	length := bytes.Index(s.src[s.pos:], []byte("</"+s.name))
	if length < 0 {
		s.unclosed |= 1 << i
		return 0, 0
	}
	start = s.pos
	s.pos += length
	return start, s.pos
}
