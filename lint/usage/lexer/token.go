// Package lexer makes tokens of JavaScript, TypeScript, JSX and the platforms'
// wxs and sjs. It never fails: a construct that it does not know becomes
// punctuation, and every byte of the source belongs to one token, to white
// space or to a comment.
package lexer

// Kind says what a token is.
type Kind uint8

// The kinds of tokens. A template literal with substitutions is a
// TemplateHead, the tokens of the first expression, any number of
// TemplateMiddle and expression, and a TemplateTail. A JSX element is JSXStart
// ("<"), its name and attributes, JSXEnd (">" or "/>"), its children and, unless
// it closed itself, JSXClose ("</name>").
const (
	EOF Kind = iota
	Ident
	Number
	String
	Template
	TemplateHead
	TemplateMiddle
	TemplateTail
	Regex
	Punct
	JSXStart
	JSXEnd
	JSXClose
	JSXText
)

// Op names a punctuation token: its ASCII code when it is one byte, one of
// the constants below when it is longer.
type Op uint8

// The operators of more than one byte. A ShiftRight also closes lists of type
// arguments, as many as it has bytes.
const (
	Arrow      Op = 128 + iota // =>
	Optional                   // ?.
	Nullish                    // ??
	Or                         // ||
	And                        // &&
	Ellipsis                   // ...
	Equal                      // == ===
	NotEqual                   // != !==
	Compare                    // <= >=
	Add1                       // ++ --
	Power                      // **
	AddTo                      // +=
	SetIf                      // ??= ||= &&=
	Change                     // -= *= /= and the other compound assignments
	ShiftLeft                  // <<
	ShiftRight                 // >> >>>
)

// Escaped is the Op of an Ident that is written with Unicode escapes: its name
// is Unquote of its text.
const Escaped Op = 1

// Token is one token: a half-open range of bytes in the source. String and
// Template include their quotes; TemplateHead ends with "${", TemplateMiddle
// starts with "}" and ends with "${", TemplateTail starts with "}".
type Token struct {
	Start, End int32
	Kind       Kind
	Op         Op
	// Newline reports whether a line ended between the token before and this one.
	Newline bool
}

// Text returns the token's bytes.
func (t Token) Text(src []byte) []byte { return src[t.Start:t.End] }

// Is reports whether the token is the punctuation op.
func (t Token) Is(op Op) bool { return t.Kind == Punct && t.Op == op }

// Inner returns the range between the quotes of a String, Template or part of
// a template. A literal that the file's end cuts off has no closing quote.
func (t Token) Inner(src []byte) (start, end int) {
	start, end = int(t.Start)+1, int(t.End)
	switch t.Kind {
	case TemplateHead, TemplateMiddle:
		end -= 2
	case TemplateTail:
		end--
	default:
		if end-1 >= start && src[end-1] == src[t.Start] {
			end--
		}
	}
	return start, max(start, end)
}
