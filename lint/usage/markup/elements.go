package markup

import "iter"

// Elements gives every attribute of every start tag of markup. Comments,
// inline scripts and the end tags are passed over; a '<' in text or in a
// {{ a < b }} starts no tag. lang is that of a template: one in Pug is read as such.
func Elements(src []byte, lang string) iter.Seq[Attr] {
	return func(yield func(Attr) bool) {
		if IsPug(lang) {
			pugElements(src, yield)
			return
		}
		s := newScanner(src)
		for kind := s.next(); kind != endOfSource; kind = s.next() {
			for s.attr() {
				if !yield(s.at) {
					return
				}
			}
		}
	}
}

// Texts gives every run of text between tags, without the white space around
// it. Comments and inline scripts are no text.
func Texts(src []byte) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		s := newScanner(src)
		for {
			kind := s.next()
			start, end := trim(src, s.text, s.start)
			if start < end && !yield(start, end) {
				return
			}
			if kind == endOfSource {
				return
			}
		}
	}
}

// trim returns the range without white space at its ends.
func trim(src []byte, start, end int) (int, int) {
	for start < end && space[src[start]] {
		start++
	}
	for end > start && space[src[end-1]] {
		end--
	}
	return start, end
}

// Tags gives the name of every start tag of markup in a language.
func Tags(src []byte, lang string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if IsPug(lang) {
			pugTags(src, yield)
			return
		}
		s := newScanner(src)
		for kind := s.next(); kind != endOfSource; kind = s.next() {
			if kind == startTag && !yield(s.name) {
				return
			}
		}
	}
}
