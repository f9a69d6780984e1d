package sink

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// isTold reports whether an expression is joined to a text that begins with words: what stands
// behind them is told to people, as " with value " + value, and whoever is given that text has
// to take it apart before it can contact anything.
func isTold(x *ast.Expr) bool {
	joined := x.Parent
	if joined.Kind != ast.Concat && joined.Kind != ast.Template || len(joined.List) == 0 {
		return false
	}
	first := joined.List[0]
	return first != x && first.Kind == ast.String && beginsWithWords(first.Text) && !isField(joined.List[slices.Index(joined.List, x)-1])
}

// isField reports whether a text ends with what separates the fields of a record, which
// programs take apart: "name|" + address.
func isField(before *ast.Expr) bool {
	text := strings.TrimRight(before.Text, " ")
	return before.Kind == ast.String && text != "" && strings.IndexByte("|,;=@#", text[len(text)-1]) >= 0
}

// maxWords bounds how much of a text is looked at for words.
const maxWords = 80

// beginsWithWords reports whether a text begins with two words, or with Chinese ones: no
// address, no style and no verb of HTTP with a path does.
func beginsWithWords(text string) bool {
	text = strings.TrimLeft(text[:min(len(text), maxWords)], " \n\"'[(")
	if r, _ := utf8.DecodeRuneInString(text); unicode.Is(unicode.Han, r) {
		return true
	}
	first, rest, spaced := strings.Cut(text, " ")
	second := rest[:wordEnd(rest)]
	_, isVerb := model.Verbs[strings.ToLower(first)]
	return spaced && len(second) > 1 && len(first) > 1 && wordEnd(first) == len(first) && !isVerb && strings.ToUpper(first) != first &&
		!strings.Contains(text, "//") && !strings.Contains(text, "url(")
}

// wordEnd is where the letters end that a text begins with.
func wordEnd(text string) int {
	if end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }); end >= 0 {
		return end
	}
	return len(text)
}

// endOfTold is where goes a text that tells an address: what that is given to, may only be
// known not to be followed.
func endOfTold(o *outlets, literal, text *ast.Expr) ends {
	var unknown ends
	around := o.unknownEnd
	o.unknownEnd = &unknown
	end := o.follow(literal, text) | unknown
	o.unknownEnd = around
	if doubt := lost | taken | given | outside | passed; end.has(doubt) {
		return end&^doubt | enclosed
	}
	return end
}
