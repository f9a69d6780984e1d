package cli

import (
	"encoding/hex"
	"io"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/rule"
)

// writeAll writes the files asked for and prints the report in the format asked
// for, whether or not the one or the other can be done.
func writeAll(s *session, r *lint.Result) error {
	err := writeReports(s, r)
	if printing := printReport(s, r); err == nil {
		err = printing
	}
	return err
}

// printReport prints the report.
func printReport(s *session, r *lint.Result) error {
	if s.opt.quiet {
		r = s.opt.out.FailOn.Severe(r)
	}
	format := report.Findings.Format(s.opt.format)
	o, err := optionsOf(s, format, r.Root)
	if err != nil {
		return err
	}
	o.Quiet = s.opt.quiet
	if format.Secret { // it guards itself
		return format.Write(s.Stdout, r, o)
	}
	return guarded(s, func(w io.Writer) error { return format.Write(w, r, o) })
}

// guarded lets write print to Stdout. In a GitHub workflow the runner looks for
// commands in whatever a step prints: text is kept from being one.
func guarded(s *session, write func(io.Writer) error) error {
	if s.Getenv("GITHUB_ACTIONS") != "true" || s.opt.forPrograms() {
		return write(s.Stdout)
	}
	return withoutCommands(s, write)
}

// withoutCommands lets write print to Stdout what GitHub's runner does not obey.
func withoutCommands(s *session, write func(io.Writer) error) error {
	token, err := token(s.Rand)
	if err != nil {
		return err
	}
	return report.Guard(s.Stdout, token, write)
}

// token returns 128 random bits in hexadecimal.
func token(random io.Reader) (string, error) {
	var b [16]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", say("cli.no-randomness", message.Cause(err))
	}
	return hex.EncodeToString(b[:]), nil
}

// common returns what reports of all formats have in common.
func common(s *session) *report.Options {
	o := s.opt.out
	o.Lang, o.Paths, o.Version, o.Rules, o.Now = s.con.lang, s.dir.paths(), versionNumber(s.Version), rule.All, s.opt.run.Now
	o.Verbose, o.Links = s.opt.verbose, s.opt.mode == modeLint && s.Terminal && showsLinks(s.Getenv)
	o.Color = wantColor(s.opt.color, s.Getenv, s.Terminal || s.Piped && s.opt.mode == modeLint && inColoredLog(s.Getenv))
	return &o
}

// optionsOf says how a report in the format is written.
func optionsOf(s *session, format *report.Format, root string) (o *report.Options, err error) {
	o = common(s)
	host := hostPaths(s, root)
	o.Blob, o.Root = blob(s, root), host.Base
	if format.Host {
		o.Paths, o.Color, o.Links = host, false, false
	}
	if s.opt.mode == modeAction {
		o.Summary, o.Plain, o.Before = summarizes(s), !s.opt.annotations, s.con.annotated
	}
	if format.Secret {
		o.Token, err = token(s.Rand)
	}
	return o, err
}
