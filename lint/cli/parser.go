package cli

import (
	"flag"
	"io"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/nearest"
)

// parser is the standard library's flag set, with flags between arguments and
// with errors that are sentences. It knows the flags of all subcommands, since
// a flag may stand in front of the subcommand.
type parser struct {
	set   *flag.FlagSet
	given []given
	mode  mode  // what the first argument says
	err   error // what a flag's value said; package flag keeps the text alone
}

// given is a flag as it was given: name is its name or its alias.
type given struct{ name, value string }

func newParser() *parser {
	p := &parser{mode: modeLint, set: flag.NewFlagSet("beianlint", flag.ContinueOnError)}
	p.set.SetOutput(io.Discard)
	for i := range options {
		o := &options[i]
		p.define(o.name, o.isSwitch())
		if o.alias != "" {
			p.define(o.alias, o.isSwitch())
		}
	}
	return p
}

// define declares a flag under a name, unless that is done.
func (p *parser) define(name string, isSwitch bool) {
	take := func(value string) error {
		p.given = append(p.given, given{name, value})
		return nil
	}
	switch {
	case p.set.Lookup(name) != nil:
	case isSwitch:
		p.set.BoolFunc(name, "", func(value string) error {
			if p.err = checkSwitch(dashed(name), value); p.err != nil {
				return p.err
			}
			return take(value)
		})
	default:
		p.set.Func(name, "", take)
	}
}

// parse returns the arguments that are neither flags nor the subcommand. What
// stands behind -- is never either.
func (p *parser) parse(args []string) (rest []string, err error) {
	for len(args) > 0 {
		err = p.set.Parse(args)
		after := p.set.Args()
		if err != nil {
			return rest, p.explain(err)
		}
		if used := len(args) - len(after); used > 0 && args[used-1] == "--" || len(after) == 0 {
			return append(rest, after...), nil
		}
		if s, ok := subcommandOf(after[0]); ok && p.mode == modeLint && len(rest) == 0 {
			p.mode = s.mode
		} else {
			rest = append(rest, after[0])
		}
		args = after[1:]
	}
	return rest, nil
}

// explain puts the standard library's error into a sentence. Its texts are
// the only way to know the kind (https://go.dev/issue/30562).
func (p *parser) explain(err error) error {
	if p.err != nil {
		return p.err
	}
	text := err.Error()
	if name, ok := strings.CutPrefix(text, "flag provided but not defined: -"); ok {
		return p.unknown(name)
	}
	if name, ok := strings.CutPrefix(text, "flag needs an argument: -"); ok {
		return say("cli.no-value", dashed(name))
	}
	return say("cli.bad-flag", strings.TrimPrefix(text, "bad flag syntax: "))
}

// unknown says that there is no such flag, and which one may have been meant:
// one with a like name, or one that has the name for a value (--json).
func (p *parser) unknown(name string) error {
	var names []string
	for i := range options {
		o := &options[i]
		if o.in&p.mode == 0 {
			continue
		}
		names = append(names, o.name)
		if slices.Contains(o.allowed(), name) {
			return say("cli.unknown-flag-near", dashed(name), dashed(o.name)+" "+name)
		}
	}
	if near := nearest.Name(name, names); near != "" {
		return say("cli.unknown-flag-near", dashed(name), dashed(near))
	}
	return say("cli.unknown-flag", dashed(name), p.mode.String())
}
