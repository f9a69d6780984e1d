package sink

import (
	"cmp"
	"iter"
	"slices"
	"sort"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/parallel"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/account"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// inputs are what all sinks look at.
type inputs struct {
	project *miniprogram.Project
	names   *resolve.Names
	sources *resolve.Sources
	live    *resolve.Live
	values  *eval.Program
}

// modules are those of live code, until the run is to stop.
func (in *inputs) modules() iter.Seq[*resolve.Module] {
	return func(yield func(*resolve.Module) bool) {
		for _, m := range in.live.Modules {
			if in.sources.Stopped() || !yield(m) {
				return
			}
		}
	}
}

// files goes through the live files, while the run has not ended.
func (in *inputs) files() iter.Seq[*miniprogram.File] {
	return func(yield func(*miniprogram.File) bool) {
		for _, f := range slices.Concat(in.names.Imported, in.project.Files) {
			if in.sources.Stopped() {
				return
			}
			if in.live.Files[f.Name] && f.Bytes != nil && !yield(f) {
				return
			}
		}
	}
}

// Result is what contacts something in one mini program.
type Result struct {
	Uses    []Use
	Dynamic []Use // calls whose host is only known at run time
	// Malformed are the constant addresses of calls that no platform takes.
	Malformed []Malformed
	// NotFollowed is where uses may be missing.
	NotFollowed account.List
	// Called are the rows of the team that some call matched, by their indexes.
	Called map[int]bool
	// Unasked are the places of servers that an SDK does not ask as it is used.
	Unasked []source.Span
}

// Collect finds what live code contacts, in path order. The rows say what the team
// knows of its own calls.
func Collect(sources *resolve.Sources, live *resolve.Live, program *eval.Program, rows []model.TeamCall) Result {
	in := &inputs{sources.Names().Project, sources.Names(), sources, live, program}
	indexed := parallel.Ahead(func() index { return newIndex(in) })
	r := newRecord()
	views := &webViews{in: in, record: r, opened: map[string]bool{}, shows: map[pagePath]*miniprogram.File{}}
	known := &knownCalls{}
	if len(live.Modules) > 0 { // else there are no calls
		known = newKnownCalls(rows, in.values)
	}
	(&scripts{in: in, record: r, views: views, known: known, senders: map[string]bool{}}).all()
	(&markups{in, r, views, map[[2]string]attributeCategory{}}).all()
	views.shared()
	idle := &unasked{in: in, known: map[unaskedKey]bool{}}
	(&leftovers{in: in, record: r, out: newOutlets(in, indexed()), idle: idle, paged: paged{}}).all()
	(&sdks{in: in, record: r, replaced: map[platform.Replaced]bool{}}).all()
	r.complete(in.values)
	r.uses = idle.drop(r.uses)
	r.settle()
	(&gaps{in, r}).all()
	r.dynamic = slices.DeleteFunc(r.dynamic, func(u Use) bool { return u.Category == platform.WebView && views.opened[u.Span.File.Name] })
	sortUses(r.uses)
	sortUses(r.dynamic)
	return Result{r.uses, r.dynamic, r.malformed, r.missing.List(), known.called, idle.spans}
}

func sortUses(uses []Use) {
	sort.SliceStable(uses, func(i, j int) bool {
		a, b := &uses[i], &uses[j]
		return cmp.Or(cmp.Compare(a.Span.File.Name, b.Span.File.Name), cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Category, b.Category), cmp.Compare(a.Endpoint.String(), b.Endpoint.String())) < 0
	})
}
