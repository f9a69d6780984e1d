package filing

import (
	"bytes"
	"iter"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// Outcome is what merging does with a row.
type Outcome string

// The outcomes.
const (
	Added     Outcome = "added"
	Changed   Outcome = "changed"
	Unchanged Outcome = "unchanged"
	Skipped   Outcome = "skipped"
)

// Merged is what became of one row.
type Merged struct {
	*Row
	Outcome Outcome
	// Before and After are the line of the list, without its end; "" where
	// there is none.
	Before, After string
	// Why and Args say why a row was skipped.
	Why  message.ID
	Args []any
	// Listed is where the list has the domain of a skipped row as filed.
	Listed source.Span
}

// newList is how a list begins that there was not yet.
const newList = "# 域名 domain  备案号 filing number  更多 more\n"

// Merge puts rows into a filed list in the text format; nil for a list that is
// not there yet. What the list says stays as it is, comments and order too: a
// number, end, entity or check that has changed is put in its place, and what is
// new comes last. Only what filings are made of is written: no names of people,
// no addresses. A row that does not count as a filing is skipped.
//
// The problems are those of the list, ids "list."; then nothing was merged. text
// is the whole list in UTF-8.
func Merge(list *source.File, rows iter.Seq[*Row]) (text []byte, merged []*Merged, problems []*source.Problem) {
	m, problems := newMerger(list)
	if len(problems) > 0 {
		return nil, nil, problems
	}
	all := slices.Collect(rows)
	m.overruled = overrule(all)
	for _, row := range all {
		merged = append(merged, m.row(row))
	}
	return m.bytes(), merged, nil
}

// Append puts lines behind a filed list in the text format, which stays as it is.
// The text is in UTF-8; ok is false for a list in another format.
func Append(list *source.File, lines []string) (text []byte, ok bool) {
	m, problems := newMerger(list)
	if len(problems) > 0 {
		return nil, false
	}
	m.fresh = lines
	return m.bytes(), true
}

// merger is a list that rows are merged into.
type merger struct {
	part   *part
	text   string         // of the list
	listed map[string]int // domain to its place in lines
	lines  []*listed
	edits  []edit
	fresh  []string        // lines to add
	seen   map[string]*Row // rows that were merged, by domain

	overruled map[*Row]*Row // rows that another one contradicts
	ending    string
}

// listed is a line of the list with a domain.
type listed struct {
	record record
	filing *Filing
	reason Reason
}

// edit replaces a part of the list.
type edit struct {
	start, end int
	text       string
}

func newMerger(list *source.File) (*merger, []*source.Problem) {
	if list == nil {
		list = source.NewFile("", []byte(newList))
	}
	bad := &problems{file: list}
	files := decode(list, "", bad)
	if len(files) != 1 || bad.fatal.count > 0 {
		return nil, bad.fatal.kept
	}
	bad.file = files[0].File
	p := &part{file: bad.file, data: bad.file.Bytes}
	text := string(p.data)
	at := 0
	if p.format, at = recognise(text, p.data, "", bad); bad.fatal.count > 0 {
		return nil, bad.fatal.kept
	}
	if _, ok := p.format.(textList); !ok {
		bad.list("list.not-text", 0, 0)
		return nil, bad.fatal.kept
	}
	m := &merger{part: p, text: text, listed: map[string]int{}, seen: map[string]*Row{}, ending: "\n"}
	if strings.Contains(text, "\r\n") {
		m.ending = "\r\n"
	}
	m.readLines(at, bad)
	if bad.fatal.count > 0 {
		return nil, bad.fatal.kept
	}
	return m, nil
}

// readLines finds the lines with a domain; of a domain that stands twice, the
// first that counts.
func (m *merger) readLines(at int, bad *problems) {
	for more := true; more; {
		var r record
		if at, more = m.part.format.read(at, &r, bad); !more {
			return
		}
		host, ok := checkDomain(r.domains[0], false, bad)
		if !ok {
			continue
		}
		f := &Filing{Domain: host, Span: source.Span{File: m.part.file, Start: r.domains[0].start, End: r.domains[0].end}}
		reason := f.interpret(&r, m.part, bad)
		i, there := m.listed[host]
		if !there || m.lines[i].reason != NoReason && reason == NoReason {
			m.listed[host] = len(m.lines)
		}
		m.lines = append(m.lines, &listed{r, f, reason})
	}
}

// row merges one row.
func (m *merger) row(row *Row) *Merged {
	out := &Merged{Row: row, Outcome: Skipped}
	i, there := m.listed[row.Domain]
	if there && m.lines[i].reason == NoReason {
		out.Listed = m.lines[i].filing.Span
	}
	if out.Why, out.Args = whySkipped(row); out.Why != "" {
		return out
	}
	first, again := m.seen[row.Domain]
	switch by := m.overruled[row]; {
	case by != nil && dated(dayOf(asOf(&row.Filing)), dayOf(asOf(&by.Filing))):
		out.Why, out.Args = "import.older", []any{named(row), asOf(&by.Filing).String()}
	case by != nil:
		out.Why, out.Args = "import.contradicted", []any{named(row)}
	case again && (first.Number != row.Number || first.Pending != row.Pending):
		out.Why, out.Args = "import.conflict", []any{named(row), first.Number}
	case again:
		out.Why, out.Args = "import.repeated", []any{named(row)}
	case there && row.Pending && m.lines[i].filing.Number != "":
		out.Why, out.Args = "import.pending", []any{named(row), m.lines[i].filing.Number}
	case there:
		m.seen[row.Domain] = row
		m.change(out, m.lines[i])
	default:
		m.seen[row.Domain] = row
		out.Outcome, out.After = Added, newLine(row)
		m.fresh = append(m.fresh, out.After)
	}
	return out
}

// whySkipped says why a row is no filing, "" when it is one.
func whySkipped(row *Row) (message.ID, []any) {
	n, err := ParseNumber(row.Number)
	switch p := row.Problem; {
	case p != nil && p.Message.Rule() == "list":
		return p.Message, p.Args
	case row.Reason != NoReason && named(row) == "":
		return "import.nameless", []any{row.Reason.TextOf(&row.Filing)}
	case row.Reason != NoReason:
		return "import.not-counted", []any{named(row), row.Reason.TextOf(&row.Filing)}
	case row.Domain == "": // cannot be: the row has a reason or a problem
		return "import.nameless", []any{NoDomain.Text()}
	case row.Pending, row.Vendor && row.Number == "", err == nil && n.files():
		return "", nil
	case row.Number == "":
		return "import.not-counted", []any{named(row), NoLicence.Text()}
	}
	return "import.not-counted", []any{named(row), BadNumber.Text()}
}

// named returns what a row is called: by its domain, or else by its number.
func named(row *Row) string {
	if row.Domain == "" {
		return clip(row.Number)
	}
	return row.Domain
}

// bytes returns the list with all that was changed and added.
func (m *merger) bytes() []byte {
	var b bytes.Buffer
	at := 0
	for _, e := range m.sorted() {
		b.WriteString(m.text[at:e.start])
		b.WriteString(e.text)
		at = e.end
	}
	b.WriteString(m.text[at:])
	if len(m.fresh) > 0 && b.Len() > 0 && !strings.HasSuffix(m.text, "\n") {
		b.WriteString(m.ending)
	}
	for _, line := range m.fresh {
		b.WriteString(line)
		b.WriteString(m.ending)
	}
	return b.Bytes()
}
