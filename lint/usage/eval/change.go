package eval

import (
	"encoding/base64"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// change makes another text of one; open: more follows that is not known. It is
// false where the outcome cannot be told.
type change func(text string, open bool) (string, bool)

// changesArgument is a function that changes the text that it is given.
func changesArgument(to change) builtin {
	return func(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
		vs := c.e.eval(x.List[0], m, f)
		return changedTexts(vs.Texts(), to).Union(objectsIn(vs)), true // JSON.stringify gives what it is given
	}
}

// objectsIn leaves the objects and arrays.
func objectsIn(vs Values) Values {
	var out Values
	for _, v := range vs {
		if v.Kind == Object || v.Kind == Array {
			out = out.Add(v)
		}
	}
	return out
}

// changesReceiver is a method that changes its text.
func changesReceiver(to change) builtin {
	return func(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
		vs := c.e.eval(x.L.L, m, f).Texts()
		return changedTexts(vs, to), len(vs) > 0
	}
}

// changedTexts returns what becomes of every text.
func changedTexts(vs Values, to change) Values {
	var out Values
	for _, v := range vs {
		out = out.Add(changedText(v, to))
	}
	return out
}

func changedText(v *Value, to change) *Value {
	text, ok := to(v.Text, v.Open)
	if !ok {
		return lostText(v)
	}
	if text == v.Text {
		return v
	}
	out := v.copy()
	out.setText(text)
	out.Parts = make([]Part, len(v.Parts))
	at := 0
	for i, p := range v.Parts { // each piece by itself: the same but for escapes that a border cuts
		end := len(v.Text)
		if i+1 < len(v.Parts) {
			end = v.Parts[i+1].at
		}
		piece, _ := to(v.Text[p.at:end], true)
		out.Parts[i] = Part{min(at, len(out.Text)), p.Expr, p.Mod}
		at += len(piece)
	}
	return out
}

// lostText is a text that is not known but is made of the literals of v: an address
// among them may be contacted.
func lostText(v *Value) *Value {
	out := v.copy()
	out.Kind, out.Text, out.Open, out.prose = Text, "", true, false
	out.Parts = make([]Part, len(v.Parts))
	for i, p := range v.Parts {
		out.Parts[i] = Part{0, p.Expr, p.Mod}
	}
	return out
}

// lostTexts returns what is made of texts in a way that is not known.
func lostTexts(vs Values) Values {
	var out Values
	for _, v := range vs.Texts() {
		out = out.Add(lostText(v))
	}
	return out
}

// unsure is a change whose outcome is not told: of what it is made is known.
func unsure(string, bool) (string, bool) { return "", false }

func lower(text string, _ bool) (string, bool) { return strings.ToLower(text), true }

func upper(text string, _ bool) (string, bool) { return strings.ToUpper(text), true }

func trimStart(text string, _ bool) (string, bool) {
	return strings.TrimSpace(text + ".")[:len(strings.TrimSpace(text+"."))-1], true
}

func trimEnd(text string, open bool) (string, bool) {
	if open {
		return text, true
	}
	return strings.TrimRight(text, " \t\r\n\f\v\u00a0\ufeff"), true
}

func trim(text string, open bool) (string, bool) {
	text, _ = trimStart(text, open)
	return trimEnd(text, open)
}

const (
	// unreserved is what encodeURIComponent leaves as it is, besides letters and
	// digits, and reserved what encodeURI and decodeURI leave as well
	// (https://tc39.es/ecma262/#sec-uri-handling-functions).
	unreserved = "-_.!~*'()"
	reserved   = ";/?:@&=+$,#"
	// unescaped is what escape leaves (https://tc39.es/ecma262/#sec-escape-string).
	unescaped = "@*_+-./"
)

// encoding replaces all but letters, digits and what is kept.
func encoding(kept string) change {
	return func(text string, _ bool) (string, bool) {
		var b strings.Builder
		for i := range len(text) {
			c := text[i]
			if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte(kept, c) >= 0 {
				b.WriteByte(c)
				continue
			}
			b.WriteByte('%')
			b.WriteString(strings.ToUpper(strconv.FormatUint(uint64(c)|0x100, 16)[1:]))
		}
		return b.String(), true
	}
}

// Decoded returns a text with its escapes of decodeURIComponent read, as far as
// they can be.
func Decoded(text string) string {
	if decoded, ok := decoding("")(text, true); ok {
		return decoded
	}
	return text
}

// decoding reads the escapes but those of what is kept.
func decoding(kept string) change {
	return func(text string, open bool) (string, bool) {
		out := make([]byte, 0, len(text))
		for i := 0; i < len(text); i++ {
			if text[i] != '%' {
				out = append(out, text[i])
				continue
			}
			if i+2 >= len(text) {
				return string(out), open // the rest of the escape may follow
			}
			c, err := strconv.ParseUint(text[i+1:i+3], 16, 8)
			if err != nil {
				return "", false
			}
			if strings.IndexByte(kept, byte(c)) >= 0 {
				out = append(out, text[i:i+3]...)
			} else {
				out = append(out, byte(c))
			}
			i += 2
		}
		return string(out), open || utf8.Valid(out)
	}
}

// unescape reads what escape writes.
func unescape(text string, _ bool) (string, bool) {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		size := 0
		if rest := text[i:]; strings.HasPrefix(rest, "%u") && len(rest) >= 6 {
			size = 6
		} else if rest[0] == '%' && len(rest) >= 3 {
			size = 3
		}
		if size > 0 {
			if c, err := strconv.ParseUint(strings.TrimPrefix(text[i+1:i+size], "u"), 16, 16); err == nil {
				b.WriteRune(rune(c))
				i += size - 1
				continue
			}
		}
		b.WriteByte(text[i])
	}
	return b.String(), true
}

// fromBase64 is atob.
func fromBase64(text string, open bool) (string, bool) {
	decoded, err := base64.RawStdEncoding.DecodeString(strings.TrimRight(strings.TrimSpace(text), "="))
	return string(decoded), err == nil && !open && utf8.Valid(decoded)
}

// toBase64 is btoa.
func toBase64(text string, open bool) (string, bool) {
	return base64.StdEncoding.EncodeToString([]byte(text)), !open
}
