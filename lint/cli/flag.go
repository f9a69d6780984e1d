package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/suggest"
)

// flag is one flag as data. A name may stand for several flags, of different
// commands: --format.
type flag struct {
	name, alias string
	in          mode // the subcommands that have it
	section     section
	value       *message.Text // the word for its value; nil for a switch
	help        message.Text

	values   []string        // the allowed ones, where they are closed
	names    func() []string // the same, where another package knows them
	standard string          // the value when it is not given
	many     bool            // may be given several times
	paired   bool            // its value is VALUE=FILE
	file     bool            // its value is, or ends in, the name of a file

	apart []string // flags that it does not go with
	needs string   // the flag that it is nothing without

	check func(string) error         // what else must hold for the value
	to    func(*options) pflag.Value // the field that it sets
}

// section is a heading of the help.
type section uint8

const (
	reading section = iota
	writing
)

// isSwitch reports whether the flag takes no value.
func (f *flag) isSwitch() bool { return f.value == nil }

// allowed are the values that the flag may have; none where it may have any.
func (f *flag) allowed() []string {
	if f.names != nil {
		return f.names()
	}
	return f.values
}

// dashed is a flag as it is written: -o, --format.
func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// flagOf returns the flag of that name or alias in a mode. It returns nil if there
// is none.
func flagOf(name string, in mode) *flag {
	for i := range flagTable {
		if f := &flagTable[i]; f.in&in != 0 && (f.name == name || f.alias == name && name != "") {
			return f
		}
	}
	return nil
}

// bind returns what sets the flag's field of the options.
func (f *flag) bind(o *options) checked { return checked{f.to(o), f} }

// checked is a value that is set only when the flag allows it.
type checked struct {
	pflag.Value
	flag *flag
}

// Set returns a refusal, or what check returns.
func (c checked) Set(value string) error {
	if err := c.flag.refuse(value); err != nil {
		return err
	}
	return c.Value.Set(value)
}

// give sets the flag's field; name is what errors call it.
func (f *flag) give(o *options, name, value string) error {
	return named(f.bind(o).Set(value), name)
}

// refusal is an error about a value, for the caller to say whose: of --lang, or
// of an input.
type refusal func(name string) error

func (r refusal) Error() string { return r("the value").Error() }

// named puts a name into an error about a value.
func named(err error, name string) error {
	var r refusal
	if errors.As(err, &r) {
		return r(name)
	}
	return err
}

// refuse says what is wrong with a value.
func (f *flag) refuse(value string) error {
	word, file, paired := strings.Cut(value, "=")
	switch {
	case value == "" && !f.isSwitch():
		return refusal(func(name string) error { return say("cli.no-value", name) })
	case f.paired && (!paired || file == ""):
		return refusal(func(name string) error { return say("cli.no-pair", name, *f.value, value) })
	case f.check != nil:
		return f.check(value)
	case !f.paired:
		word = value
	}
	if len(f.allowed()) == 0 || slices.Contains(f.allowed(), word) {
		return nil
	}
	return refusal(func(name string) error { return oneOf(name, word, f.allowed()) })
}

// oneOf says that a value is none of those known.
func oneOf(name, value string, known []string) error {
	if near := suggest.Name(value, known); near != "" {
		return say("cli.bad-value-near", name, value, near)
	}
	return say("cli.bad-value", name, value, strings.Join(known, ", "))
}
