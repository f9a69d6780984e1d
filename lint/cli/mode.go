package cli

import (
	"errors"
	"strings"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/nearest"
)

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
	modeCompletion
	modeHelp

	anyMode = 1<<iota - 1
)

// subcommand is one mode: what parsing, help and completion know of it.
type subcommand struct {
	mode      mode
	name      string        // its first argument, "" for linting
	arguments *message.Text // what stands behind the flags
	short     message.Text  // one line for the list of subcommands
	about     message.Text  // the head of its own help
	notes     message.Text  // its end
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

// operands are the words for what stands behind the flags.
func (s *subcommand) operands(lang message.Lang) string {
	if s.arguments == nil {
		return ""
	}
	return s.arguments.In(lang)
}

// commands are the names of the subcommands.
//
//go:noinline
func commands() []string {
	var names []string
	for i := range subcommands[1:] {
		names = append(names, subcommands[i+1].name)
	}
	return names
}

// words are what the arguments may be, where they are no files or not only.
func (s *subcommand) words() []string {
	switch s.mode {
	case modeLint, modeHelp:
		return commands()
	case modeExplain:
		return ruleIDs()
	case modeCompletion:
		return shells
	}
	return nil
}

// unknownCommand says which subcommand may have been meant.
func unknownCommand(name string) error {
	if near := nearest.Name(name, commands()); near != "" {
		return say("cli.unknown-command-near", name, near)
	}
	return say("cli.unknown-command", name, strings.Join(commands(), ", "))
}

// meantCommand says so when a path that is not there may be a slip of a
// subcommand's name, or a flag without its dashes: version.
func meantCommand(f *flags, err error) error {
	var s *said
	if f.mode != modeLint || len(f.args) == 0 || !errors.As(err, &s) || s.id != "cli.no-such-path" || s.args[0] != f.args[0] {
		return err
	}
	if near := nearest.Name(f.args[0], commands()); near != "" {
		return say("cli.no-such-command", f.args[0], near)
	}
	if o := optionOf(f.args[0], f.mode); o != nil {
		return say("cli.no-such-command", f.args[0], dashed(o.name))
	}
	return err
}
