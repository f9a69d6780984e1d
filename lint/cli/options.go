package cli

import (
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/report"
)

// options is all that a run is asked for, on the command line or by the inputs of
// the Action. The table of flags says what sets a field.
type options struct {
	mode mode
	args []string // what stands behind the flags
	lang string

	run        lint.Options // its paths are as they were given until resolvePaths
	since      string       // a git revision
	allowEmpty bool
	timeout    time.Duration // 0: the run may take as long as it needs

	out report.Options // what all reports have in common
	output
	tasks
	inputOptions
}

// output says what is printed, where and how.
type output struct {
	format, color  string
	reports        []string // FORMAT=FILE
	file           string   // instead of printing
	quiet, verbose bool

	rules, ignoreRules []string // whose findings are reported, and whose are not
	sourceURL          string   // where the files of the repository can be read
}

// tasks is what a command does instead of its main job, or besides it.
type tasks struct {
	listFiles, printConfig bool   // of linting
	diff, trace            string // of hosts
	ci, add                bool   // of init
	dryRun, explain        bool   // of import
	version, help          bool
}

// inputOptions are those that only the Action has.
type inputOptions struct {
	workDir, sarifFile   string
	summary, annotations bool
}

// newOptions returns what holds for a command where nothing is said.
func newOptions(m mode) *options {
	o := &options{mode: m}
	o.defaults(modeLint) // an Action has those of linting
	o.defaults(m)
	return o
}

func (o *options) defaults(m mode) {
	for i := range flagTable {
		if f := &flagTable[i]; f.in&m != 0 && f.standard != "" {
			_ = f.to(o).Set(f.standard) // tested to be allowed
		}
	}
}

// forPrograms reports whether the format is for programs, which would trip over
// anything around it.
func (o *options) forPrograms() bool {
	subject := report.Findings
	if o.mode == modeHosts {
		subject = report.Hosts
	}
	format := subject.Format(o.format)
	return format != nil && format.Machine
}

// folders are the files and folders that are named, the current one without any.
func (o *options) folders() []string {
	if len(o.args) == 0 {
		return []string{"."}
	}
	return o.args
}

// printInstead makes of `--report FORMAT=-` what --format prints; two of them, or
// one beside --format, would be mixed up.
func (o *options) printInstead(formatGiven bool) error {
	var files []string
	for _, r := range o.reports {
		format, file := pair(r)
		switch {
		case file != stdout:
			files = append(files, r)
		case formatGiven:
			return say("cli.two-outputs", r)
		default:
			o.format, formatGiven = format, true
		}
	}
	o.reports = files
	return nil
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
