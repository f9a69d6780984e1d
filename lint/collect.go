package lint

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/parallel"
	"github.com/beianlint/beianlint/lint/usage"
)

// largeSources is how many bytes of sources need that room is made for what it takes to follow
// them: fewer are followed before that has been asked for.
const largeSources = 64 << 10

func bytesOf(t *app.Tenant) (n int) {
	for _, f := range t.Project.Files {
		n += len(f.Bytes)
	}
	return n
}

// sizes are mini programs that are still to be followed, the largest first.
type sizes struct {
	sync.Mutex
	indexes []int
	bytes   []int // of the sources of each
	all     int
}

func newSizes(programs []*app.Tenant) *sizes {
	s := &sizes{}
	for i, t := range programs {
		n := bytesOf(t)
		s.indexes, s.bytes, s.all = append(s.indexes, i), append(s.bytes, n), s.all+n
	}
	slices.SortStableFunc(s.indexes, func(i, j int) int { return cmp.Compare(s.bytes[j], s.bytes[i]) })
	return s
}

// take returns the index of the largest that is left, or of the smallest one: as one core takes
// the largest and all others the smallest, what they need at once is little more than what
// the largest one needs, and none is left with a large one at the end.
func (s *sizes) take(largest bool) (index int, ok bool) {
	s.Lock()
	defer s.Unlock()
	last := len(s.indexes) - 1
	switch {
	case last < 0:
		return 0, false
	case largest:
		index, s.indexes = s.indexes[0], s.indexes[1:]
	default:
		index, s.indexes = s.indexes[last], s.indexes[:last]
	}
	return index, true
}

// collect finds the uses of every mini program, one on each core at a time. The
// error is why ctx has ended.
func collect(ctx context.Context, programs []*app.Tenant, said usage.Said, done *Progress) ([]usage.Table, error) {
	done.found(len(programs))
	tables := make([]usage.Table, len(programs))
	todo := newSizes(programs)
	large := todo.all > largeSources
	var cores atomic.Int32
	parallel.Do(min(runtime.GOMAXPROCS(0), len(programs)), func() {
		largest := cores.Add(1) == 1
		for i, ok := todo.take(largest); ok && ctx.Err() == nil; i, ok = todo.take(largest) {
			done.following(programs[i].Project.Root, todo.bytes[i], large)
			var err error
			if tables[i], err = usage.Collect(ctx, programs[i].Project, said); err == nil {
				done.followed(programs[i].Project.Root)
			}
		}
	})
	return tables, context.Cause(ctx)
}
