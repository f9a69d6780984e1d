package lint

import (
	"io/fs"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/nearest"
	"github.com/beianlint/beianlint/lint/source"
)

const listName = "filed-domains.txt"

// filedList is what a run measures a mini program against.
type filedList struct {
	names    []string
	list     *filing.List      // nil when there is none and none is needed
	problems []*source.Problem // what the list says against itself: findings
	whole    bool              // all that the list speaks for is linted in this run
	needed   map[string]bool   // domains of the filings that some mini program needs

	byDomain map[string]*filing.Filing // filled when a near miss is first looked for
	domains  []string                  // sorted
}

// readList reads and joins filed lists. The error is a *ListError; when a list
// is needed, to have none or an empty one is an error as well.
func readList(fsys fs.FS, sources []listSource, policy listPolicy, need bool) (*filedList, error) {
	out := &filedList{needed: map[string]bool{}}
	if len(sources) == 0 && need {
		return nil, &ListError{Problems: []*source.Problem{{Message: "list.missing", Args: []any{listName}}}, Err: ErrNoList}
	}
	if len(sources) == 0 {
		return out, nil
	}
	r := listReader{fsys: fsys, options: filing.Options{CountApps: policy.countApps}}
	for _, s := range sources {
		r.read(s)
	}
	out.names = r.names
	if len(r.fatal) > 0 {
		return nil, &ListError{Problems: r.fatal}
	}
	out.list = r.join(policy.allowLocal)
	out.problems = append(r.findings, out.list.Conflicts()...)
	if out.list.Len() == 0 && need {
		return nil, emptyList(r.names)
	}
	return out, nil
}

// emptyList is the error for lists that hold no entry.
func emptyList(names []string) error {
	var empty problems
	for _, n := range names {
		empty.add(source.Span{File: source.NewFile(n, nil)}, "list.empty")
	}
	return &ListError{Problems: empty, Err: ErrNoList}
}

// idle yields the filings that no mini program needs, in the list's order.
func (l *filedList) idle() iter.Seq[*filing.Filing] {
	return func(yield func(*filing.Filing) bool) {
		if l.list == nil || !l.whole {
			return
		}
		for f := range l.list.All() {
			if !l.needed[f.Domain] && !yield(f) {
				return
			}
		}
	}
}

// mostCompared bounds the search for a near miss: a longer list is not kept by
// hand, and comparing every entry would take longer than the linting.
const mostCompared = 10_000

// byName fills in byDomain and domains, of a list that is not too long.
func (l *filedList) byName() {
	if l.byDomain != nil || l.list == nil || l.list.Len() > mostCompared {
		return
	}
	l.byDomain = map[string]*filing.Filing{}
	for f := range l.list.All() {
		l.byDomain[f.Domain] = f
	}
	l.domains = slices.Sorted(maps.Keys(l.byDomain))
}

// below returns the first filing that is listed for a host below domain, nil for
// none: mostly the domain was filed, and the list names the host of the home page.
// What a vendor filed is the vendor's domain.
func (l *filedList) below(domain string) *filing.Filing {
	l.byName()
	for _, d := range l.domains {
		if strings.HasSuffix(d, "."+domain) && !l.byDomain[d].Vendor {
			return l.byDomain[d]
		}
	}
	return nil
}

// nearest returns the filing whose domain differs from domain by a slip of the
// pen, nil for none. Another suffix is more often another domain: example.cn,
// example.com.
func (l *filedList) nearest(domain string) *filing.Filing {
	l.byName()
	label, suffix, _ := strings.Cut(domain, ".")
	best, limit := "", nearest.Slips(label)
	for _, d := range l.domains {
		if _, other, _ := strings.Cut(d, "."); nearest.Distance(suffix, other, 1) > 1 {
			continue
		}
		if n := nearest.Distance(domain, d, limit); n <= limit {
			best, limit = d, n-1
		}
	}
	return l.byDomain[best]
}
