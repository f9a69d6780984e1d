package cli

import (
	"errors"
	"flag"
	"slices"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/report"
)

// mode is what beianlint is asked to do: its first argument.
type mode string

const (
	modeLint    mode = ""
	modeHosts   mode = "hosts"
	modeInit    mode = "init"
	modeImport  mode = "import"
	modeExplain mode = "explain"
	modeAction  mode = "action"
	modeHelp    mode = "help"
)

// modes are the subcommands.
var modes = []mode{modeHosts, modeInit, modeImport, modeExplain, modeAction, modeHelp}

// modeOf returns the subcommand of that name.
func modeOf(name string) (mode, bool) { return mode(name), slices.Contains(modes, mode(name)) }

// flags is the command line.
type flags struct {
	mode mode
	args []string // folders, without the subcommand

	filed, exclude      []string
	config, lang, color string
	format              string
	output, diff, trace string
	failOn              report.Threshold
	platform            platform.ID
	now                 time.Time
	noIgnore            bool
	allowEmpty, verbose bool
	ci                  bool
	dryRun              bool
	version, help       bool
}

// formats are the values of --format, the default first.
var formats = map[mode][]string{
	modeLint:  report.FormatNames(),
	modeHosts: {"table", "json", "csv", "markdown", "console", "api"},
}

// machine reports whether the format is for programs, which would trip over
// anything around it.
func (f *flags) machine() bool {
	if f.mode == modeHosts {
		return f.format == "json" || f.format == "csv" || f.format == "api"
	}
	format := report.FormatByName(f.format)
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
	f := flags{failOn: "error", color: "auto"}
	rest, err := newParser(&f).parse(args)
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		return f, err
	}
	f.help = err != nil
	f.args = rest
	if len(rest) > 0 {
		if m, ok := modeOf(rest[0]); ok {
			f.mode, f.args = m, rest[1:]
		}
	}
	if f.help || f.version {
		return f, nil
	}
	return f, f.check()
}

// check finishes what depends on the subcommand.
func (f *flags) check() error {
	if f.mode == modeAction && len(f.args) > 0 {
		return say("cli.action-arguments", f.args[0])
	}
	if err := f.checkOwners(); err != nil {
		return err
	}
	known, ok := formats[f.mode]
	if !ok {
		return nil
	}
	if f.diff != "" && f.format != "" {
		return say("cli.diff-format")
	}
	if f.trace != "" && (f.format != "" || f.diff != "") {
		return say("cli.trace-format")
	}
	if f.format == "" {
		f.format = known[0]
	}
	return oneOf("--format", f.format, known)
}

// checkOwners refuses flags that only some subcommands have.
func (f *flags) checkOwners() error {
	for _, own := range []struct {
		name  string
		given bool
		modes []mode
	}{
		{"-o", f.output != "", []mode{modeHosts, modeImport}},
		{"--ci", f.ci, []mode{modeInit}},
		{"--dry-run", f.dryRun, []mode{modeImport}},
		{"--diff", f.diff != "", []mode{modeHosts}},
		{"--trace", f.trace != "", []mode{modeHosts}},
	} {
		if own.given && !slices.Contains(own.modes, f.mode) {
			return say("cli.flag-not-here", own.name, string(own.modes[0]))
		}
	}
	return nil
}

// define declares the flags.
func (p *parser) define(f *flags) {
	p.list("filed", &f.filed)
	p.value("exclude", func(s string) error {
		f.exclude = append(f.exclude, s)
		if !doublestar.ValidatePattern(s) {
			return say("cli.bad-glob", s)
		}
		return nil
	})
	p.set.StringVar(&f.config, "config", "", "")
	p.set.StringVar(&f.format, "format", "", "")
	p.set.StringVar(&f.output, "o", "", "")
	p.set.StringVar(&f.diff, "diff", "", "")
	p.set.StringVar(&f.trace, "trace", "", "")
	p.value("fail-on", func(s string) error {
		return choose("--fail-on", s, &f.failOn, "error", "warning", "notice", report.Never)
	})
	p.value("platform", func(s string) error {
		return choose("--platform", s, &f.platform, platform.WeChat, platform.Alipay)
	})
	p.value("color", func(s string) error { return choose("--color", s, &f.color, "auto", "always", "never") })
	p.value("lang", func(s string) error { return choose("--lang", s, &f.lang, "en", "zh") })
	p.value("now", func(s string) (err error) { f.now, err = parseTime(s); return err })
	p.set.BoolVar(&f.noIgnore, "no-ignore", false, "")
	p.set.BoolVar(&f.allowEmpty, "allow-empty", false, "")
	p.set.BoolVar(&f.ci, "ci", false, "")
	p.set.BoolVar(&f.dryRun, "dry-run", false, "")
	p.set.BoolVar(&f.verbose, "verbose", false, "")
	p.set.BoolVar(&f.version, "version", false, "")
}

// choose sets *to to one of the values known.
func choose[T ~string](name, value string, to *T, known ...T) error {
	names := make([]string, len(known))
	for i, k := range known {
		names[i] = string(k)
	}
	*to = T(value)
	return oneOf(name, value, names)
}

// oneOf says so when value is none of those known.
func oneOf(name, value string, known []string) error {
	for _, k := range known {
		if value == k {
			return nil
		}
	}
	return say("cli.bad-value", name, value, strings.Join(known, ", "))
}

// china is the time zone of dates without one.
var china = time.FixedZone("UTC+8", 8*60*60)

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
