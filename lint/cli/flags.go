package cli

import (
	"strconv"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/report"
)

// flags is the command line. What sets a field stands in options.
type flags struct {
	mode mode
	args []string // folders, without the subcommand

	filed, exclude      []string
	config, lang, color string
	format              string
	reports             []string // FORMAT=FILE
	output, diff, trace string
	baseline, since     string
	failOn              report.Threshold
	platform            platform.ID
	now                 time.Time
	noIgnore            bool
	allowEmpty, verbose bool
	writeBaseline       bool
	quiet               bool
	listFiles           bool
	printConfig         bool
	settings
	ci            bool
	dryRun        bool
	version, help bool
}

// machine reports whether the format is for programs, which would trip over
// anything around it.
func (f *flags) machine() bool {
	subject := report.Findings
	if f.mode == modeHosts {
		subject = report.Hosts
	}
	format := subject.Format(f.format)
	return format != nil && format.Machine
}

// folders are the files and folders that are named, the current one without any.
func (f *flags) folders() []string {
	if len(f.args) == 0 {
		return []string{"."}
	}
	return f.args
}

// parse reads the command line. Flags may stand between and behind the folders.
// Its errors are in words of the catalogue.
func parse(args []string) (flags, error) {
	p := &parser{mode: modeLint}
	rest, err := p.parse(args)
	f := flags{mode: p.mode, args: rest}
	f.help, f.version = p.has("help"), p.has("version")
	if f.help || f.version {
		return f, nil
	}
	f.standards(modeLint) // an Action has those of linting
	f.standards(f.mode)
	if err == nil {
		err = p.apply(&f)
	}
	if err == nil {
		err = f.toStdout(p.has("format"))
	}
	if err == nil && f.mode == modeAction && len(f.args) > 0 {
		err = say("cli.action-arguments", f.args[0])
	}
	return f, err
}

// standards sets what holds where a flag is not given.
func (f *flags) standards(m mode) {
	for i := range options {
		if o := &options[i]; o.in&m != 0 && o.standard != "" {
			_ = o.set(f, o.name, o.standard) // tested to be allowed
		}
	}
}

// has reports whether an option was given, under its name or its alias; a switch
// that was turned off again (--quiet=false) was not.
func (p *parser) has(name string) (has bool) {
	o := optionOf(name, anyMode)
	for _, s := range p.given {
		if s.name == o.name || s.name == o.alias {
			on, err := strconv.ParseBool(s.value)
			has = !o.isSwitch() || err != nil || on
		}
	}
	return has
}

// apply sets the fields of what was given.
func (p *parser) apply(f *flags) error {
	for _, s := range p.given {
		o := optionOf(s.name, f.mode)
		if o == nil {
			return say("cli.flag-not-here", dashed(s.name), owners(s.name), f.mode.String())
		}
		if err := p.together(o); err != nil {
			return err
		}
		if err := o.set(f, dashed(s.name), s.value); err != nil {
			return err
		}
	}
	return nil
}

// together checks an option against the others that are given.
func (p *parser) together(o *option) error {
	if !p.has(o.name) {
		return nil
	}
	for _, other := range o.apart {
		if p.has(other) {
			return say("cli.apart", dashed(o.name), dashed(other))
		}
	}
	if o.needs != "" && !p.has(o.needs) {
		return say("cli.needs", dashed(o.name), dashed(o.needs))
	}
	return nil
}

// owners are the commands that have a flag.
func owners(name string) string {
	var all []string
	for i := range subcommands {
		if m := subcommands[i].mode; optionOf(name, m) != nil {
			all = append(all, m.String())
		}
	}
	return strings.Join(all, ", ")
}

func checkGlob(glob string) error {
	if !doublestar.ValidatePattern(glob) {
		return say("cli.bad-glob", glob)
	}
	return nil
}

// china is the time zone of dates without one.
var china = time.FixedZone("UTC+8", 8*60*60)

func checkTime(s string) error {
	_, err := parseTime(s)
	return err
}

// parseTime reads an instant (RFC 3339) or a date, which begins in China.
func parseTime(s string) (time.Time, error) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t, nil
	}
	if t, err := time.ParseInLocation(time.DateOnly, s, china); err == nil {
		return t, nil
	}
	return time.Time{}, say("cli.bad-time", s)
}
