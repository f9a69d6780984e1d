// Package filedlist finds out which files hold the filed list of a run and what
// they add up to.
package filedlist

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"

	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/source"
)

// Name is the name that a filed list has where nothing names it.
const Name = "filed-domains.txt"

// ErrNone is wrapped by the *Error that says that there is no filed list or that
// it holds no entry.
var ErrNone = errors.New("no filed list")

// Error says why a filed list cannot be used. Ids of its problems begin with
// "list."; a Span without a File has no place.
type Error struct {
	Problems []*source.Problem // at least one
	Err      error             // ErrNone or nil
}

// Error names the first problem by its id; a person is shown the problems.
func (e *Error) Error() string {
	if len(e.Problems) == 0 {
		return "bad filed list"
	}
	return fmt.Sprintf("bad filed list: %s", e.Problems[0].Message)
}

// Unwrap returns ErrNone or nil.
func (e *Error) Unwrap() error { return e.Err }

// List is what a run measures a mini program against.
type List struct {
	Names    []string          // fs names of the files that were read
	Filings  *filing.List      // nil if there is none and none is needed
	Problems []*source.Problem // what the list says against itself: findings
	Complete bool              // all that the list speaks for is linted in this run

	needed map[string]bool // domains of the filings that some mini program needs

	byDomain map[string]*filing.Filing // filled when a near miss is first looked for
	domains  []string                  // sorted
}

// Read reads and joins filed lists. The error is an *Error; when a list is
// needed, to have none or an empty one is an error as well. It calls long before it
// reads a long list, with its size.
func Read(fsys fs.FS, sources []config.List, policy *config.Lists, need bool, long func(bytes int64)) (*List, error) {
	out := &List{needed: map[string]bool{}}
	if len(sources) == 0 && need {
		return nil, &Error{Problems: []*source.Problem{{Message: "list.missing", Args: []any{Name}}}, Err: ErrNone}
	}
	if len(sources) == 0 {
		return out, nil
	}
	r := reader{fsys: fsys, options: filing.Options{CountApps: policy.CountApps}, long: long}
	for _, s := range sources {
		r.read(s)
	}
	out.Names = r.names
	if len(r.fatal) > 0 {
		return nil, &Error{Problems: r.fatal}
	}
	out.Filings = r.join(policy)
	out.Problems = append(r.findings, out.Filings.Conflicts()...)
	if policy.Closed {
		out.Problems = append(out.Problems, out.Filings.Refused()...)
	}
	if out.Filings.Len() == 0 && need {
		return nil, emptyList(r.names)
	}
	return out, nil
}

// emptyList is the error for lists that hold no entry.
func emptyList(names []string) error {
	e := &Error{Err: ErrNone}
	for _, n := range names {
		e.Problems = append(e.Problems, &source.Problem{Span: source.Span{File: source.NewFile(n, nil)}, Message: "list.empty"})
	}
	return e
}

// Need notes that a mini program needs the filing of a domain.
func (l *List) Need(domain string) { l.needed[domain] = true }

// Unused yields the filings that no mini program needs, in the list's order.
func (l *List) Unused() iter.Seq[*filing.Filing] {
	return func(yield func(*filing.Filing) bool) {
		if l.Filings == nil || !l.Complete {
			return
		}
		for f := range l.Filings.All() {
			if !l.needed[f.Domain] && !yield(f) {
				return
			}
		}
	}
}

// Rejected returns the record of the list that would cover a host if it counted,
// and why it does not; nil for none.
func (l *List) Rejected(host string) (*filing.Filing, filing.Reason) {
	if l.Filings == nil {
		return nil, filing.NoReason
	}
	return l.Filings.Rejected(host)
}
