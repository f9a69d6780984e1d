package cli

import (
	"flag"
	"io"
	"strings"
)

// parser is the standard library's flag set, with flags between arguments and
// with errors that are sentences.
type parser struct {
	set *flag.FlagSet
	err error // what a flag's value said; package flag keeps the text alone
}

// newParser returns a parser that sets f.
func newParser(f *flags) *parser {
	p := &parser{set: flag.NewFlagSet("beianlint", flag.ContinueOnError)}
	p.set.SetOutput(io.Discard)
	p.define(f)
	return p
}

// value declares a flag whose value is given to set.
func (p *parser) value(name string, set func(string) error) {
	p.set.Func(name, "", func(s string) error {
		p.err = set(s)
		return p.err
	})
}

// list declares a flag that may be given several times.
func (p *parser) list(name string, to *[]string) {
	p.value(name, func(s string) error {
		*to = append(*to, s)
		return nil
	})
}

// parse returns the arguments that are no flags. It returns flag.ErrHelp when
// help is asked for.
func (p *parser) parse(args []string) (rest []string, err error) {
	for len(args) > 0 {
		err = p.set.Parse(args)
		after := p.set.Args()
		if err != nil && err != flag.ErrHelp {
			return nil, p.explain(err)
		}
		if used := len(args) - len(after); used > 0 && args[used-1] == "--" || len(after) == 0 || err != nil {
			return append(rest, after...), err
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
	best, edits := "help", distance(name, "help")
	p.set.VisitAll(func(f *flag.Flag) {
		if d := distance(name, f.Name); d < edits {
			best, edits = f.Name, d
		}
	})
	if edits > 2 || 2*edits > len(name) {
		return say("cli.unknown-flag", dashed(name))
	}
	return say("cli.unknown-flag-near", dashed(name), "--"+best)
}

// dashed is the flag as it is written: -o, --format.
func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
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
