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
	colStatus                 // in words; a record can have several, see record.statuses
	colFiled                  // the answer to "is it filed?"
	colRemark                 // where people write that it is not
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
	// table is true for a row of a table and an item of JSON: an address there
	// stands for its host.
	table bool
	app   bool // it stands among the apps of a reply
	// site is true where there is a place for the number of the site: if that is
	// empty, the number of the subject is no filing of the domain.
	site     bool
	statuses []field
	keys     []string // of an object of JSON, those that are known
	twice    bool     // a key of JSON stands in it twice: nobody knows which is meant
	names    *names   // of its columns, for who asks
	section  string   // the title of the section or sheet that it stands in
}

func (r *record) reset(start int, kept bool) {
	if r.names != nil {
		*r.names = names{}
	}
	*r = record{start: start, domains: r.domains[:0], statuses: r.statuses[:0], keys: r.keys[:0], kept: kept, names: r.names}
}

// set fills a column; of several sources for one, the first that has text wins,
// but each status counts.
func (r *record) set(c column, f field) {
	if c == colStatus && f.text != "" {
		r.statuses = append(r.statuses, f)
	}
	if r.cols[c].text == "" {
		r.cols[c] = f
	}
}

// names are the names of the columns that a record was read from. They are only
// kept for who asks.
type names struct {
	domain   string
	cols     [columns]string
	statuses []string
}

// nameDomain notes where the domains of a record come from.
func (r *record) nameDomain(name string) {
	if r.names != nil && r.names.domain == "" {
		r.names.domain = name
	}
}

// setNamed fills a column, as set does, and notes its name.
func (r *record) setNamed(c column, f field, name string) {
	if r.names != nil && f.text != "" {
		if c == colStatus {
			r.names.statuses = append(r.names.statuses, name)
		}
		if r.cols[c].text == "" {
			r.names.cols[c] = name
		}
	}
	r.set(c, f)
}

// interpret fills in what a record of the part means, for every format. What is
// wrong with it goes to bad. Domain and Span are the caller's: a record can have
// several.
func (f *Filing) interpret(r *record, in *part, bad *problems) Reason {
	f.Entity = readEntity(r)
	f.Vendor = readOwner(r, bad)
	readDates(r, f, bad)
	reason := f.readStatus(r, bad)
	at := r.cols[colNumber]
	if at.text == "" {
		at = r.cols[colMain]
	}
	if lacking := readNumber(r, at, f, in.options, bad); reason == NoReason {
		reason = lacking
	}
	if r.twice && reason == NoReason {
		reason = Ambiguous
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

var (
	// pendingWord stands in the text format for the number that there is not yet.
	pendingWord = "pending"
	blankWords  = []string{"-", "--", "—", "——", "/", "\\", "n/a"}
	notLimited  = []string{"否", "no", "false", "0", "n", "未限制", "不限制", "未限制接入", "无限制", "无", "正常", "-", "--", "/", "null"}
)

func contains(words []string, text string) bool {
	if slices.Contains(words, text) {
		return true
	}
	return len(text) < 32 && slices.Contains(words, strings.ToLower(text))
}

// says reports whether a yes-or-no field says yes.
func says(f field) bool { return f.text != "" && !contains(notLimited, f.text) }

func readOwner(r *record, bad *problems) bool {
	o := r.cols[colOwner]
	switch {
	case o.text == "":
		return false
	case strings.EqualFold(o.text, "vendor"):
		return true
	}
	bad.list("list.bad-owner", o.start, o.end, bad.quote(o.text))
	return false
}

// organisations are the words of which the shortest names of organisations have one.
const organisations = "公司厂店院校会社局部所站台网行馆室组处团队园户中心集团"

// looksPersonal reports whether a subject of which nothing else is known could
// be a person: two to four Chinese characters, none of them an organisation's.
func looksPersonal(entity string) bool {
	const between = "·" // the names of some peoples, which are longer: 阿不都·热合曼
	parted := strings.Contains(entity, between)
	entity = strings.ReplaceAll(entity, between, "")
	if n := utf8.RuneCountInString(entity); n < 2 || n > 4 && !parted {
		return false
	}
	for _, r := range entity {
		if r < '\u4e00' || r > '\u9fff' || strings.ContainsRune(organisations, r) {
			return false
		}
	}
	return true
}
