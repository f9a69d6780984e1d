package lint

import (
	"context"
	"runtime"
	"sync/atomic"

	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/parallel"
	"github.com/beianlint/beianlint/lint/usage"
)

// largeSources is how many bytes of sources need that room is made for what it takes to follow
// them: fewer are followed before that has been asked for.
const largeSources = 64 << 10

func bytesOf(programs []*app.Tenant) (n int) {
	for _, t := range programs {
		for _, f := range t.Project.Files {
			n += len(f.Bytes)
		}
	}
	return n
}

// collect finds the uses of every mini program, one on each core at a time. The
// error is why ctx has ended.
func collect(ctx context.Context, programs []*app.Tenant, said usage.Said, done *Progress) ([]usage.Table, error) {
	done.found(len(programs))
	tables := make([]usage.Table, len(programs))
	large := bytesOf(programs) > largeSources
	var next atomic.Int64
	parallel.Do(min(runtime.GOMAXPROCS(0), len(programs)), func() {
		for i := int(next.Add(1)) - 1; i < len(programs) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
			done.following(programs[i].Project.Root, bytesOf(programs[i:i+1]), large)
			var err error
			if tables[i], err = usage.Collect(ctx, programs[i].Project, said); err == nil {
				done.followed(programs[i].Project.Root)
			}
		}
	})
	return tables, context.Cause(ctx)
}
