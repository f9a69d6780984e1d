package cli

import "github.com/beianlint/beianlint/lint/message"

// mode is what beianlint is asked to do: its first argument. Modes are bits, so
// that a flag can name all that have it.
type mode uint16

const (
	modeLint mode = 1 << iota
	modeHosts
	modeInit
	modeImport
	modeExplain
	modeAction
	modeHelp

	anyMode = 1<<iota - 1
)

// subcommand is one mode: what parsing, help and completion know of it.
type subcommand struct {
	mode      mode
	name      string       // its first argument, "" for linting
	arguments message.Text // what stands behind the flags
	short     message.Text // one line for the list of subcommands
	about     message.Text // the head of its own help
	notes     message.Text // its end
}

// subcommandOf returns the subcommand of that name.
//
//go:noinline
func subcommandOf(name string) (*subcommand, bool) {
	for i := range subcommands[1:] {
		if s := &subcommands[i+1]; s.name == name {
			return s, true
		}
	}
	return nil, false
}

// subcommand returns what is known of a mode.
//
//go:noinline
func (m mode) subcommand() *subcommand {
	for i := range subcommands {
		if subcommands[i].mode == m {
			return &subcommands[i]
		}
	}
	return &subcommands[0]
}

// String is the command as it is typed: beianlint hosts.
func (m mode) String() string {
	if name := m.subcommand().name; name != "" {
		return "beianlint " + name
	}
	return "beianlint"
}
