// Beianlint reads WeChat and Alipay mini programs and fails when they contact
// or declare a domain that is not on the team's list of filed (ICP备案) domains.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/beianlint/beianlint/lint/cli"
)

var version string // set by the linker: -X main.version=v1.2.3

// gcPercent lets the heap grow further before it is collected: a run is short,
// and the trees of its sources live until it ends. Measured: a quarter less time.
const gcPercent = 400

func main() {
	debug.SetGCPercent(gcPercent)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends what waits for others, as a full pipe
	code := cli.Main(ctx, os.Args[1:], cli.System(version))
	stop()
	os.Exit(code)
}
