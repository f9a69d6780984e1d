package cli

import (
	"context"
	"os"
	"syscall"
	"testing"
)

func TestInterruptible(t *testing.T) {
	signals := make(chan os.Signal, 1)
	abandoned := 0
	abandon := func() { abandoned++ }
	if code := Interruptible(signals, abandon, func(context.Context) int { return exitFindings }); code != exitFindings || abandoned > 0 {
		t.Errorf("exit code %d of a run that ends, %d times abandoned", code, abandoned)
	}
	stops := func(ctx context.Context) int { <-ctx.Done(); return exitFailed }
	hangs := func(context.Context) int { select {} }
	for _, run := range []func(context.Context) int{stops, hangs} {
		signals <- os.Interrupt
		if code := Interruptible(signals, abandon, run); code != 130 {
			t.Errorf("exit code %d after SIGINT, want 130", code)
		}
		signals <- syscall.SIGTERM
		if code := Interruptible(signals, abandon, run); code != 143 {
			t.Errorf("exit code %d after SIGTERM, want 143", code)
		}
	}
	if abandoned != 4 {
		t.Errorf("%d of 4 interrupted runs are abandoned", abandoned)
	}
}
