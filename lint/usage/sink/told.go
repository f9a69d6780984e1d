package sink

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/beianlint/beianlint/lint/usage/ast"
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
	return first != x && first.Kind == ast.String && beginsWithWords(first.Text)
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
	return spaced && len(second) > 1 && len(first) > 1 && wordEnd(first) == len(first) && strings.ToUpper(first) != first &&
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
	told := *o
	told.unknownEnd = new(ends)
	end := told.follow(literal, text) | *told.unknownEnd
	o.looked = told.looked
	if doubt := lost | taken | given | outside; end.has(doubt) {
		return end&^doubt | passed
	}
	return end
}
