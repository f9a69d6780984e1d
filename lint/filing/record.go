package filing

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/source"
)

// column is something that a record can say beside its domains.
type column uint8

const (
	colNumber   column = iota // of the website, or the only number there is
	colMain                   // the subject's number, where a record has both
	colEntity                 // who filed
	colOwner                  // "vendor", or nothing
	colStatus                 // in words
	colSince                  // dates as 2026-01-31 …
	colGrace                  //
	colUntil                  //
	colVerified               //
	colApproved               // … and one as consoles print it
	colLimited                // 是 when the access provider has restricted the site
	columns
)

// field is a piece of a record: its text without quotes and escapes, and the
// bytes where it stands. A field that is missing is zero.
type field struct {
	text       string
	start, end int
}

// record is one entry as its format has cut it out. It is used again for the next.
type record struct {
	start   int // where the record can be read again from
	domains []field
	cols    [columns]field
	// kept is true for a list kept by hand, where a missing number is an
	// oversight. In a table with a column for the number, an empty one is the
	// answer "not filed": https://github.com/HG-ha/ICP_Query exports those.
	kept bool
}

func (r *record) reset(start int, kept bool) {
	*r = record{start: start, domains: r.domains[:0], kept: kept}
}

// set fills a column; of several sources for one, the first that has text wins.
func (r *record) set(c column, f field) {
	if r.cols[c].text == "" {
		r.cols[c] = f
	}
}

// Reason says why a record of the list does not count as a filing.
type Reason uint8

// The reasons. NoReason is for records that count.
const (
	NoReason   Reason = iota
	NoLicence         // the record has no number: a query for a domain that is not filed
	Restricted        // the access provider has restricted the site (限制接入: 是)
	Revoked           // the record's status says that the filing was cancelled
)

// interpret says what a record means, for every format. What is wrong with it
// goes to bad. The Filing lacks its Domain and Span: a record can have several.
func interpret(r *record, file *source.File, bad *problems) (Filing, Reason) {
	var f Filing
	f.Entity = r.cols[colEntity].text
	f.Vendor = readOwner(r, bad)
	f.Grace = readDate(r, colGrace, bad)
	f.Until = readDate(r, colUntil, bad)
	f.Verified = readDate(r, colVerified, bad)
	f.Since = readDate(r, colSince, bad)
	if f.Since.IsZero() {
		f.Since = looseDate(r.cols[colApproved].text)
	}
	reason := readStatus(r, &f, bad)
	if r.cols[colLimited].text != "" && !contains(notLimited, r.cols[colLimited].text) {
		reason = Restricted
	}
	at := r.cols[colNumber]
	if at.text == "" {
		at = r.cols[colMain]
	}
	if lacking := readNumber(r, at, &f, bad); reason == NoReason {
		reason = lacking
	}
	if at.text != "" {
		f.NumberSpan = source.Span{File: file, Start: at.start, End: at.end}
	}
	return f, reason
}

// The words of consoles and of people, in lower case.
var (
	pendingWords = []string{"pending", "备案中", "审核中", "待审核", "管局审核中"}
	filedWords   = []string{"filed", "已备案", "备案成功", "正常", "有效"}
	revokedWords = []string{"revoked", "cancelled", "canceled", "已注销", "注销", "已取消", "已撤销"}
	// noneWords stand where a number should: the domain is not filed.
	noneWords  = []string{"未备案", "无备案", "未查询到", "无", "暂无", "none", "null", "unfiled"}
	blankWords = []string{"-", "--", "—", "——", "/", "n/a"}
	notLimited = []string{"否", "no", "false", "0", "n", "未限制", "无", "-", "null"}
)

func contains(words []string, text string) bool {
	if slices.Contains(words, text) {
		return true
	}
	return len(text) < 32 && slices.Contains(words, strings.ToLower(text))
}

// readStatus understands the status column of hand-kept tables.
func readStatus(r *record, f *Filing, bad *problems) Reason {
	s := r.cols[colStatus]
	switch {
	case s.text == "", contains(filedWords, s.text):
	case contains(pendingWords, s.text):
		f.Pending = true
	case contains(revokedWords, s.text):
		return Revoked
	case contains(noneWords, s.text):
		return NoLicence
	default:
		bad.list("list.bad-status", s.start, s.end, clip(s.text))
	}
	return NoReason
}

func readOwner(r *record, bad *problems) bool {
	o := r.cols[colOwner]
	switch {
	case o.text == "":
		return false
	case strings.EqualFold(o.text, "vendor"):
		return true
	}
	bad.list("list.bad-owner", o.start, o.end, clip(o.text))
	return false
}

func readDate(r *record, c column, bad *problems) Date {
	at := r.cols[c]
	if at.text == "" {
		return Date{}
	}
	d, err := ParseDate(at.text)
	if err != nil {
		bad.list("list.bad-date", at.start, at.end, clip(at.text), columnKey(c))
	}
	return d
}

// looseDate reads a day as consoles print it: 2021-08-16 13:55:56, 2021/8/16. It
// is a note without weight for the verdict, so what it is not is no problem.
func looseDate(s string) Date {
	day, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	parts := strings.FieldsFunc(day, func(r rune) bool { return r == '-' || r == '/' })
	if len(parts) != 3 {
		return Date{}
	}
	for i, p := range parts[1:] {
		if len(p) == 1 {
			parts[i+1] = "0" + p
		}
	}
	d, _ := ParseDate(strings.Join(parts, "-"))
	return d
}
