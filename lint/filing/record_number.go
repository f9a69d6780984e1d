package filing

import (
	"errors"
	"strings"

	"github.com/beianlint/beianlint/lint/message"
)

// readNumber understands what stands where the number belongs: a number, the
// word pending or revoked, both, or nothing.
func readNumber(r *record, at field, f *Filing, opt Options, bad *problems) Reason {
	if at.text == "" {
		return readNoNumber(r, f, bad)
	}
	n, err := ParseNumber(at.text)
	if err != nil {
		rest, pending := cutWord(at.text, pendingWords)
		rest, revoked := cutWord(rest, revokedWords)
		f.Pending = f.Pending || pending
		switch {
		case revoked:
			f.Number = rest
			return Revoked
		case rest == "", contains(blankWords, rest):
			return readNoNumber(r, f, bad)
		case contains(noneWords, rest):
			return readNotFiled(r, at, bad)
		}
		n, err = ParseNumber(rest)
	}
	f.Number = n.Text
	return accept(r, at, n, err, opt, bad)
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
	if reason == NoReason && !r.kept && (err != nil || n.Kind == Police) {
		return BadNumber
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
		bad.list("list.not-filed", at.start, at.end, r.domainText(), clip(at.text))
	}
	return NoLicence
}

// readNoNumber decides about a record without a number. A pending filing has none yet,
// and a vendor's is not ours to know.
func readNoNumber(r *record, f *Filing, bad *problems) Reason {
	switch {
	case f.Pending, f.Vendor:
		return NoReason
	case r.kept:
		bad.number("filing-number.missing", r.place(), r.domainText())
		return NoReason
	}
	return NoLicence
}

// cutWord takes one of the words off either end of the text.
func cutWord(text string, words []string) (rest string, found bool) {
	for _, w := range words {
		if len(text) >= len(w) && strings.EqualFold(text[:len(w)], w) {
			return strings.TrimSpace(text[len(w):]), true
		}
		if cut := len(text) - len(w); cut > 0 && strings.EqualFold(text[cut:], w) {
			return strings.TrimSpace(text[:cut]), true
		}
	}
	return text, false
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
