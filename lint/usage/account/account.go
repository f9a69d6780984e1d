// Package account holds what could not be followed in a mini program, so that
// hosts may be missing: the rows that the sinks write and reports count.
package account

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// Reason says why something was not followed.
type Reason string

// The reasons, in the order in which they are told.
const (
	Call    Reason = "call"    // a network call whose address is not known
	API     Reason = "api"     // an API is called by a name that cannot be known
	Address Reason = "address" // an address in live code leads nowhere that is known
	Import  Reason = "import"  // an import of live code leads to nothing that was read
	File    Reason = "file"    // a file ships and was not read
	Bound   Reason = "bound"   // a bound of the evaluation was met
)

// LongScript is the message of a Bound of the lexer: a file is not read to its end.
const LongScript message.ID = "account.long-script"

// Reasons are all of them.
var Reasons = []Reason{Call, API, Address, Import, File, Bound}

// Row is one thing that was not followed.
type Row struct {
	Reason  Reason
	Message message.ID // "account.…": what it is, with Args
	Args    []any
	Span    source.Span // where it stands first
	Count   int         // in how many places the same was met
}

// List is what was not followed in a mini program, by reason, then place.
type List []Row

// Ledger gathers rows.
type Ledger struct {
	list List
	at   map[key]int
}

// key is what rows that are counted as one have in common.
type key struct {
	reason  Reason
	message message.ID
	args    string
}

// Add adds a row. One that says the same of another place is counted at the first.
func (l *Ledger) Add(r Row) {
	k := key{r.Reason, r.Message, fmt.Sprint(r.Args...)}
	if i, ok := l.at[k]; ok {
		l.list[i].Count++
		return
	}
	if l.at == nil {
		l.at = map[key]int{}
	}
	l.at[k], r.Count = len(l.list), 1
	l.list = append(l.list, r)
}

// List returns the rows in order.
func (l *Ledger) List() List { return l.list.sorted() }

// With returns a list that has these rows as well.
func (l List) With(rows ...Row) List { return append(slices.Clone(l), rows...).sorted() }

func (l List) sorted() List {
	out := slices.Clone(l)
	sort.SliceStable(out, func(i, j int) bool {
		a, b := &out[i], &out[j]
		return cmp.Or(slices.Index(Reasons, a.Reason)-slices.Index(Reasons, b.Reason), source.CompareSpans(a.Span, b.Span), strings.Compare(string(a.Message), string(b.Message))) < 0
	})
	return out
}

// words are what the rows are counted under.
var words = []struct {
	id      message.ID
	reasons []Reason
}{
	{"account.calls", []Reason{Call, API}},
	{"account.addresses", []Reason{Address}},
	{"account.imports", []Reason{Import}},
	{"account.files", []Reason{File}},
	{"account.bounds", []Reason{Bound}},
}

// Clause says how much was not followed: "3 network calls and 12 addresses were
// not followed". It is empty if there is nothing.
func (l List) Clause() message.Text {
	if len(l) == 0 {
		return message.Text{}
	}
	return message.Text{EN: l.clause(message.English), ZH: l.clause(message.Chinese)}
}

func (l List) clause(lang message.Lang) string {
	var parts []string
	total := 0
	for _, w := range words {
		if n := l.count(w.reasons); n > 0 {
			parts = append(parts, lang.Count(w.id, n))
			total += n
		}
	}
	last := len(parts) - 1
	text := parts[last]
	if last > 0 {
		text = strings.Join(parts[:last], message.Enumeration.In(lang)) + lang.Message("account.and") + text
	}
	if total == 1 {
		return lang.Message("account.clause.one", text)
	}
	return lang.Message("account.clause.many", text)
}

func (l List) count(reasons []Reason) (n int) {
	for i := range l {
		if slices.Contains(reasons, l[i].Reason) {
			n += l[i].Count
		}
	}
	return n
}
