package filing

import (
	"slices"
	"strings"
	"unicode/utf8"

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
	colBlack                  // a level where MIIT lists it among the violations
	colDeadline               // until which a risk must be put right, as Alibaba Cloud writes it
	colNature                 // whether the subject is a person (个人) or not
	colService                // 6, 7 or 8 for an app, mini program or quick app
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
	app  bool // it stands among the apps of a reply
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

// interpret fills in what a record of the part means, for every format. What is
// wrong with it goes to bad. Domain and Span are the caller's: a record can have
// several.
func (f *Filing) interpret(r *record, in *part, bad *problems) Reason {
	f.Entity = readEntity(r)
	f.Vendor = readOwner(r, bad)
	readDates(r, f, bad)
	reason := readStatus(r, f, bad)
	at := r.cols[colNumber]
	if at.text == "" {
		at = r.cols[colMain]
	}
	if lacking := readNumber(r, at, f, in.options, bad); reason == NoReason {
		reason = lacking
	}
	if at.text != "" {
		f.NumberSpan = source.Span{File: in.file, Start: at.start, End: at.end}
	}
	return reason
}

func readDates(r *record, f *Filing, bad *problems) {
	f.Grace = readDate(r, colGrace, bad)
	f.Until = readDate(r, colUntil, bad)
	f.Verified = readDate(r, colVerified, bad)
	f.Since = readDate(r, colSince, bad)
	if f.Since.IsZero() {
		f.Since = looseDate(r.cols[colApproved].text)
	}
	if f.Until.IsZero() {
		f.Until = readDeadline(r.cols[colDeadline], bad)
	}
}

// readEntity returns who filed, unless that is a person: the name of one has no
// place in a list that is committed.
func readEntity(r *record) string {
	entity, nature := r.cols[colEntity].text, r.cols[colNature].text
	if strings.Contains(nature, "个人") || !r.kept && nature == "" && looksPersonal(entity) {
		return ""
	}
	return entity
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

// readStatus understands what says of itself that it is no good filing.
func readStatus(r *record, f *Filing, bad *problems) Reason {
	reason := readStatusWord(r, f, bad)
	if says(r.cols[colLimited]) {
		reason = Restricted
	}
	if says(r.cols[colBlack]) {
		reason = Blacklisted
	}
	return reason
}

// says reports whether a yes-or-no field says yes.
func says(f field) bool { return f.text != "" && !contains(notLimited, f.text) }

// readStatusWord understands the status column of hand-kept tables.
func readStatusWord(r *record, f *Filing, bad *problems) Reason {
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

// organisations are the words of which the shortest names of organisations have one.
const organisations = "公司厂店院校会社局部所站台网行馆室组处团队园户中心集团"

// looksPersonal reports whether a subject of which nothing else is known could
// be a person: two to four Chinese characters, none of them an organisation's.
func looksPersonal(entity string) bool {
	if n := utf8.RuneCountInString(entity); n < 2 || n > 4 {
		return false
	}
	for _, r := range entity {
		if r < '\u4e00' || r > '\u9fff' || strings.ContainsRune(organisations, r) {
			return false
		}
	}
	return true
}
