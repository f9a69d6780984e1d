package lexer

import (
	"bytes"
)

// startsElement reports whether the "<" at the position starts a JSX element or
// fragment; blanks may stand behind it. "<T,>(" and "<T extends U>(" are type
// parameters in tsx.
func (l *lexer) startsElement() bool {
	name := bytes.TrimLeft(l.src[l.pos+1:], blanks)
	if len(name) == 0 {
		return false
	}
	c := name[0]
	if c == '>' {
		return true
	}
	if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$') {
		return false
	}
	rest := bytes.TrimLeft(name[wordEnd(name, 0):], blanks)
	return !bytes.HasPrefix(rest, []byte(",")) && !bytes.HasPrefix(rest, []byte("extends "))
}

// blanks may stand between the parts of a tag.
const blanks = " \t\r\n"

// jsxTagPart emits one token between "<" and ">".
func (l *lexer) jsxTagPart() {
	if l.pos >= len(l.src) {
		return
	}
	switch c := l.src[l.pos]; {
	case identByte[c]:
		l.emit(Ident, 0, jsxNameEnd(l.src, l.pos), true)
	case c == '"' || c == '\'':
		l.emit(String, 0, jsxStringEnd(l.src, l.pos), true)
	case c == '{':
		l.push(inJSXExpr, true)
		l.emit(Punct, '{', l.pos+1, false)
	case c == '/' && l.at(1) == '>':
		l.pop(inJSXTag)
		l.emit(JSXEnd, '/', l.pos+2, true)
	case c == '<' && l.last().Kind == Ident:
		l.emit(Punct, '<', typeArgumentsEnd(l.src, l.pos), true)
	case c == '>':
		l.pop(inJSXTag)
		l.push(inJSXChildren, true)
		l.emit(JSXEnd, '>', l.pos+1, false)
	default:
		l.emit(Punct, Op(c), l.pos+1, false)
	}
}

// typeArgumentsEnd returns the offset behind the type arguments of an element,
// or behind the "<" at i where they do not close.
func typeArgumentsEnd(src []byte, i int) int {
	depth := 0
	for j := i; j < min(len(src), i+maxTypeArguments); j++ {
		switch src[j] {
		case '<':
			depth++
		case '>':
			if depth--; src[j-1] == '=' { // of an arrow
				depth++
			}
		}
		if depth == 0 {
			return j + 1
		}
	}
	return i + 1
}

// maxTypeArguments bounds how many bytes the type arguments of an element have.
const maxTypeArguments = 500

// jsxChild emits one child: text, the start of an expression or element, or
// the end of the element.
func (l *lexer) jsxChild() {
	rest := l.src[l.pos:]
	switch i := bytes.IndexAny(rest, "<{"); {
	case i < 0:
		l.emit(JSXText, 0, len(l.src), false)
	case i > 0:
		l.emit(JSXText, 0, l.pos+i, false)
	case rest[0] == '{':
		l.push(inJSXExpr, true)
		l.emit(Punct, '{', l.pos+1, false)
	case bytes.HasPrefix(rest, []byte("</")):
		l.pop(inJSXChildren)
		end := len(l.src)
		if j := bytes.IndexByte(rest, '>'); j >= 0 {
			end = l.pos + j + 1
		}
		l.emit(JSXClose, 0, end, true)
	default:
		l.push(inJSXTag, true)
		l.emit(JSXStart, 0, l.pos+1, false)
	}
}

// jsxNameEnd returns the end of an element's or attribute's name, which may
// hold "-", ":" and ".".
func jsxNameEnd(src []byte, i int) int {
	for i < len(src) && (identByte[src[i]] || src[i] == '-' || src[i] == ':' || src[i] == '.') {
		i++
	}
	return i
}

// jsxStringEnd returns the end of an attribute's string, which has no escapes
// and may run over lines.
func jsxStringEnd(src []byte, i int) int {
	j := bytes.IndexByte(src[i+1:], src[i])
	if j < 0 {
		return len(src)
	}
	return i + 1 + j + 1
}
