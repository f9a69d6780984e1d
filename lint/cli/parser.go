package cli

import (
	"flag"
	"io"
	"strings"
)

// parser is the standard library's flag set, with flags between arguments and
// with errors that are sentences. It knows the flags of all subcommands, since
// a flag may stand in front of the subcommand.
type parser struct {
	set   *flag.FlagSet
	given []given
	err   error // what a flag's value said; package flag keeps the text alone
}

// given is a flag as it was given: name is its name or its alias.
type given struct{ name, value string }

func newParser() *parser {
	p := &parser{set: flag.NewFlagSet("beianlint", flag.ContinueOnError)}
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

// parse returns the arguments that are no flags.
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
		rest, args = append(rest, after[0]), after[1:]
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
	return say("cli.bad-flag", text)
}

// unknown says that there is no such flag, and which one may have been meant.
func (p *parser) unknown(name string) error {
	best, edits := "", 3
	for i := range options {
		if d := distance(name, options[i].name); d < edits {
			best, edits = options[i].name, d
		}
	}
	if best == "" || 2*edits > len(name) {
		return say("cli.unknown-flag", dashed(name))
	}
	return say("cli.unknown-flag-near", dashed(name), dashed(best))
}

// distance counts the edits (insertions, deletions, replacements of a byte)
// between two names (https://en.wikipedia.org/wiki/Levenshtein_distance).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replace := diagonal
			if a[i] != b[j] {
				replace++
			}
			diagonal = row[j+1]
			row[j+1] = min(replace, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}
