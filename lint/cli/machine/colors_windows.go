package machine

import (
	"os"

	"golang.org/x/sys/windows"
)

// ShowsColors asks a console to obey escape sequences, which older ones print instead
// (https://learn.microsoft.com/windows/console/console-virtual-terminal-sequences), and
// reports whether it does.
func ShowsColors(f *os.File) bool {
	var mode uint32
	console := windows.Handle(f.Fd())
	if windows.GetConsoleMode(console, &mode) != nil {
		return false
	}
	return windows.SetConsoleMode(console, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}
