package cli

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/nearest"
)

// parser reads a command line by the table of options, as the standard library's
// flag does, but with flags between and behind the arguments and with errors that
// are sentences. It knows the flags of all subcommands, since a flag may stand in
// front of the subcommand.
type parser struct {
	given []given
	mode  mode // what the first argument says
}

// given is a flag as it was given: name is its name or its alias.
type given struct{ name, value string }

// parse returns the arguments that are neither flags nor the subcommand. What
// stands behind -- is never either.
func (p *parser) parse(args []string) (rest []string, err error) {
	for len(args) > 0 && err == nil {
		arg := args[0]
		args = args[1:]
		switch {
		case arg == "--":
			return append(rest, args...), nil
		case len(arg) > 1 && arg[0] == '-':
			args, err = p.flag(arg, args)
		default:
			rest = p.argument(arg, rest)
		}
	}
	return rest, err
}

func (p *parser) argument(arg string, rest []string) []string {
	if s, ok := subcommandOf(arg); ok && p.mode == modeLint && len(rest) == 0 {
		p.mode = s.mode
		return rest
	}
	return append(rest, arg)
}

// flag takes a flag and its value, which can be the next argument; it returns
// the arguments that are left.
func (p *parser) flag(arg string, args []string) (left []string, err error) {
	typed, value, hasValue := strings.Cut(arg, "=")
	name := strings.TrimPrefix(typed[1:], "-")
	o := optionOf(name, anyMode)
	switch {
	case name == "" || name[0] == '-':
		return args, say("cli.bad-flag", arg)
	case o == nil:
		return args, p.unknown(typed, name)
	case o.isSwitch() && !hasValue:
		value = "true"
	case o.isSwitch():
		err = checkSwitch(dashed(name), value)
	case !hasValue && len(args) == 0:
		err = say("cli.no-value", dashed(name))
	case !hasValue:
		value, args = args[0], args[1:]
	}
	if err == nil {
		p.given = append(p.given, given{name, value})
	}
	return args, err
}

// unknown says that there is no such flag, and which one may have been meant:
// one with a like name, or one that has the name for a value (--json).
func (p *parser) unknown(typed, name string) error {
	var names []string
	for i := range options {
		o := &options[i]
		if o.in&p.mode == 0 {
			continue
		}
		names = append(names, o.name)
		if slices.Contains(o.allowed(), name) {
			return say("cli.unknown-flag-near", typed, dashed(o.name)+" "+name)
		}
	}
	if near := nearest.Name(name, names); near != "" {
		return say("cli.unknown-flag-near", typed, dashed(near))
	}
	return say("cli.unknown-flag", typed, p.mode.String())
}
