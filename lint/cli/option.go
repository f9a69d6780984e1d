package cli

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/nearest"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/report"
)

// option is one flag as data. A name may stand in several options, for different
// subcommands: --format.
type option struct {
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

	check func(string) error // what else must hold for the value
	to    func(*flags) any   // the field that it sets
}

// section is a heading of the help.
type section uint8

const (
	reading section = iota
	writing
)

// isSwitch reports whether the flag takes no value.
func (o *option) isSwitch() bool { return o.value == nil }

// allowed are the values that the flag may have; none where it may have any.
func (o *option) allowed() []string {
	if o.names != nil {
		return o.names()
	}
	return o.values
}

// dashed is a flag as it is written: -o, --format.
//
//go:noinline
func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// optionOf returns the option of that name or alias in a mode, nil for none.
//
//go:noinline
func optionOf(name string, in mode) *option {
	for i := range options {
		if o := &options[i]; o.in&in != 0 && (o.name == name || o.alias == name && name != "") {
			return o
		}
	}
	return nil
}

// set puts a value into the option's field. name is what errors call it: --lang,
// or the name of an input.
func (o *option) set(f *flags, name, value string) error {
	if err := o.refuse(name, value); err != nil {
		return err
	}
	switch to := o.to(f).(type) {
	case *bool:
		*to, _ = strconv.ParseBool(value)
	case *string:
		*to = value
	case *[]string:
		*to = append(*to, value)
	case *report.Threshold:
		*to = report.Threshold(value)
	case *platform.ID:
		*to = platform.ID(value)
	case *time.Time:
		*to, _ = parseTime(value)
	}
	return nil
}

// refuse says what is wrong with a value.
func (o *option) refuse(name, value string) error {
	head, file, paired := strings.Cut(value, "=")
	switch {
	case value == "":
		return say("cli.no-value", name)
	case o.paired && (!paired || file == ""):
		return say("cli.no-pair", name, *o.value, value)
	case o.paired:
		value = head
	}
	if o.check != nil {
		return o.check(value)
	}
	return oneOf(name, value, o.allowed())
}

// oneOf says so when value is none of those known.
func oneOf(name, value string, known []string) error {
	if len(known) == 0 || slices.Contains(known, value) {
		return nil
	}
	if near := nearest.Name(value, known); near != "" {
		return say("cli.bad-value-near", name, value, near)
	}
	return say("cli.bad-value", name, value, strings.Join(known, ", "))
}

// checkSwitch is what holds for the values of all switches.
func checkSwitch(name, value string) error {
	if _, err := strconv.ParseBool(value); err != nil {
		return oneOf(name, value, []string{"true", "false"})
	}
	return nil
}
