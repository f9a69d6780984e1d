package lint

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/usage"
)

// collect finds the uses of every mini program, one on each core at a time. The
// error is why ctx has ended.
func collect(ctx context.Context, programs []*app.Tenant, said usage.Said, done *Progress) ([]usage.Table, error) {
	done.found(len(programs))
	tables := make([]usage.Table, len(programs))
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(programs)) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(programs) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				tables[i], _ = usage.Collect(ctx, programs[i].Project, said) // it fails once ctx has ended
				done.followed()
			}
		})
	}
	group.Wait()
	return tables, context.Cause(ctx)
}
