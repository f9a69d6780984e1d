package filing

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/beianlint/beianlint/lint/message"
)

// readNumber understands what stands where the number belongs: a number, the
// word pending or revoked, both, or nothing.
func readNumber(r *record, at field, f *Filing, opt Options, bad *problems) Reason {
	if at.text == "" {
		return readNoNumber(r, f, bad)
	}
	n, err := ParseNumber(at.text)
	if err != nil || n.Kind == Police {
		if cell := cutNumber(at.text); cell.known() {
			return readCell(r, at, cell, f, opt, bad)
		}
	}
	f.Number = n.Text
	return accept(r, at, n, err, opt, bad)
}

// readCell decides about a record that has more, or less, than a number where
// that belongs.
func readCell(r *record, at field, cell numberCell, f *Filing, opt Options, bad *problems) Reason {
	f.Number = cell.number.Text
	f.Pending = f.Pending || cell.state == pendingState
	if cell.state > filedState && f.Said == "" {
		f.Said = cell.word
	}
	switch {
	case cell.state == revokedState:
		return Revoked
	case cell.state == unfiledState:
		return readNotFiled(r, at, bad)
	case f.Number == "":
		return readNoNumber(r, f, bad)
	}
	return accept(r, at, cell.number, nil, opt, bad)
}

// accept says whether a record with this number counts. In a list kept by
// hand one that is wrong is a warning: the entry says that the domain is filed.
// An export says no more than its number does.
func accept(r *record, at field, n Number, err error, opt Options, bad *problems) Reason {
	reason := ofApp(r, n.Kind)
	if reason != NoReason && opt.CountApps {
		return NoReason
	}
	if id := numberProblem(n, err); id != "" && (r.kept || reason == NoReason) {
		bad.number(id, at, r.domainText())
	}
	switch {
	case reason == NoReason && !r.kept && (err != nil || n.Kind == Police):
		return BadNumber
	case reason == NoReason && r.site && n.Kind == Subject && r.cols[colNumber].text == "":
		return NoSite
	}
	return reason
}

// ofApp tells the records of apps and mini programs, by their number or by what
// else says so: serviceType of MIIT's replies is 6, 7 or 8.
func ofApp(r *record, kind NumberKind) Reason {
	switch service := r.cols[colService].text; {
	case kind == MiniProgram, service == "7":
		return OfMiniProgram
	case kind == App, kind == QuickApp, service == "6", service == "8", r.app:
		return OfApp
	}
	return NoReason
}

// readNotFiled decides about a record that says in words that there is no filing: an
// answer in a table, a contradiction in a list of what is filed.
func readNotFiled(r *record, at field, bad *problems) Reason {
	if r.kept {
		bad.list("list.not-filed", at.start, at.end, r.domainText(), bad.quote(at.text))
	}
	return SaysUnfiled
}

// readNoNumber decides about a record without a number. A pending filing has none yet,
// and a vendor's may not be at hand.
func readNoNumber(r *record, f *Filing, bad *problems) Reason {
	switch {
	case f.Pending:
		return NoReason
	case f.Vendor:
		bad.vendor(r.place(), r.domainText())
		return NoReason
	case r.kept:
		bad.number("filing-number.missing", r.place(), r.domainText())
		return NoReason
	}
	return NoLicence
}

// numberCell is what stands in the place of a number, taken apart.
type numberCell struct {
	number Number // "" for none
	state  state  // what the words beside it say
	word   string // the one that says it
	blank  bool   // there is nothing but a dash
	other  bool   // there is something that is neither
}

func (c numberCell) known() bool {
	return !c.other && (c.number.Text != "" || c.state != noState || c.blank)
}

// cutNumber takes apart what stands in the place of a number: the ICP number and
// that of the public security, a label before, a word of its status after it.
func cutNumber(text string) (c numberCell) {
	if contains(blankWords, text) {
		return numberCell{blank: true}
	}
	for _, piece := range strings.FieldsFunc(text, betweenNumbers) {
		if c.take(piece) || c.takeWords(strings.Fields(piece)) {
			continue
		}
		for _, word := range strings.Fields(piece) {
			c.other = !c.take(word) && !c.takeInside(word) || c.other
		}
	}
	return c
}

// betweenNumbers reports whether a character stands between two numbers of a cell.
func betweenNumbers(r rune) bool {
	switch halfWidth(r) {
	case '(', ')', '[', ']', ',', ';', '|', '/', '、', '【', '】', '\n', '\r', '\t':
		return true
	}
	return false
}

// take takes a piece that is a number or a word as a whole.
func (c *numberCell) take(piece string) bool {
	if n, err := ParseNumber(piece); isWhole(n, err, piece) {
		c.add(n)
		return true
	}
	s := wordOfNumber(piece)
	if s > c.state {
		c.state, c.word = s, piece
	}
	return s != noState || strings.TrimSpace(piece) == ""
}

// isWhole reports whether a text is one number and nothing else: in one of the
// public security anything may stand before its fixed part.
func isWhole(n Number, err error, text string) bool {
	return err == nil && (n.Kind != Police || utf8.RuneCountInString(text) <= utf8.RuneCountInString("京公网安备:号")+14)
}

// wordOfNumber returns what a word in the place of a number says.
func wordOfNumber(word string) state {
	if word == "是" || word == "否" {
		return yesNo[word]
	}
	return stateOf(word)
}

// add keeps the number that says most: one that a domain is filed under, and of
// one subject that of the site.
func (c *numberCell) add(n Number) {
	kept := c.number
	switch {
	case kept.Text == "", n.files() && !kept.files(), kept.Kind == Subject && n.Kind == Website && n.Subject == kept.Subject:
		c.number = n
	}
}

// takeWords takes a number with blanks in it, between words.
func (c *numberCell) takeWords(words []string) bool {
	first, last := 0, len(words)
	for first < last && wordOfNumber(words[first]) != noState {
		first++
	}
	for last > first && wordOfNumber(words[last-1]) != noState {
		last--
	}
	n, err := ParseNumber(strings.Join(words[first:last], ""))
	if !isWhole(n, err, strings.Join(words[first:last], "")) {
		return false
	}
	c.add(n)
	for _, w := range append(slices.Clone(words[:first]), words[last:]...) {
		c.take(w)
	}
	return true
}

// numberForms finds the numbers in a text without blanks.
var numberForms = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:合字|[` + provinces + `])?(?:ICP[备证][0-9]{6,12}号(?:-[0-9]{1,4}[AXK]?)?|[AB][12]-[0-9]{8}(?:-[0-9]{1,4})?|` + policeFiled + `:?[0-9]{14}号?)`)
})

// takeInside takes the numbers in a word that has a label before them or a status
// after them, without a blank: ICP备案号：京ICP备…号-1已注销.
func (c *numberCell) takeInside(word string) bool {
	word = normalNumber(word)
	found := numberForms().FindAllString(word, -1)
	for _, f := range found {
		n, err := ParseNumber(f)
		if err != nil && n.Kind != Police {
			return false
		}
		c.add(n)
	}
	for _, rest := range strings.FieldsFunc(numberForms().ReplaceAllString(word, " "), betweenWords) {
		if rest = strings.TrimSpace(rest); rest != "" && !targetOf(rest).isNumber() && !c.take(rest) {
			return false
		}
	}
	return len(found) > 0
}

// numberProblem says what is wrong with a number as that of a website, or "".
func numberProblem(n Number, err error) message.ID {
	switch n.Kind {
	case Police:
		return "filing-number.police"
	case App:
		return "filing-number.app"
	case MiniProgram:
		return "filing-number.mini-program"
	case QuickApp:
		return "filing-number.quick-app"
	}
	switch {
	case err == nil:
		return ""
	case errors.Is(err, ErrNumberProvince):
		return "filing-number.province"
	case errors.Is(err, ErrNumberDigits):
		return "filing-number.digits"
	}
	return "filing-number.malformed"
}

// place returns where the record's first domain stands.
func (r *record) place() field {
	if len(r.domains) == 0 {
		return field{start: r.start, end: r.start}
	}
	return r.domains[0]
}

func (r *record) domainText() string { return r.place().text }
