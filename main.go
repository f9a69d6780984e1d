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

func main() {
	cli.PaceGC()
	debug.SetTraceback("crash") // ends with SIGABRT where nothing can be caught, memory that is not there: 2 would be wrong usage
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	os.Exit(cli.Interruptible(signals, cli.Abandon, func(ctx context.Context) int {
		return cli.Main(ctx, os.Args[1:], cli.System(version))
	}))
}
