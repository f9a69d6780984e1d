//go:build unix

package cli_test

import (
	"os"
	"runtime"
	"syscall"
)

// peakOf returns the most memory, in MB, that a process had that has ended.
func peakOf(p *os.ProcessState) int {
	usage, ok := p.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" { // there in bytes
		return int(usage.Maxrss >> 20)
	}
	return int(usage.Maxrss >> 10)
}
