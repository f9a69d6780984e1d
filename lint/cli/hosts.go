package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/suggest"
)

// runHosts lists what the mini programs contact; it judges nothing.
func runHosts(ctx context.Context, s *session) int {
	r, code, ok := check(ctx, s)
	if !ok {
		return code
	}
	if s.opt.file != "" && s.opt.color == "auto" {
		s.opt.color = "never"
	}
	write, err := hostsWriter(s, r)
	var config *config.Error
	switch {
	case errors.As(err, &config):
		return problems(s, config.Problems)
	case err != nil:
		return s.con.usage(err)
	}
	if err := deliverTo(s, write); err != nil {
		return s.con.failed(err)
	}
	return code
}

// hostsWriter returns what writes the format that is asked for.
func hostsWriter(s *session, r *lint.Result) (func(io.Writer) error, error) {
	if s.opt.diff != "" {
		return compareHosts(s, r)
	}
	if s.opt.trace != "" {
		return traceHost(s, r)
	}
	format := report.Hosts.Format(s.opt.format)
	if format.Single {
		p, err := onlyProject(s, r)
		if err != nil {
			return nil, err
		}
		if p.Main().Lists.Bodies == nil {
			return nil, say("cli.no-api", p.Main().Name)
		}
		r = &lint.Result{Projects: []*app.App{p}}
	}
	if format.Boxes {
		leftOut(s, r.Projects)
	}
	return func(w io.Writer) error { return format.Write(w, r, common(s)) }, nil
}

// traceHost follows one host through the sources.
func traceHost(s *session, r *lint.Result) (func(io.Writer) error, error) {
	ep, err := endpoint.Parse(s.opt.trace)
	if err != nil {
		return nil, say("cli.trace-host", s.opt.trace)
	}
	return func(w io.Writer) error {
		found, err := report.Trace(w, r, ep.Host, common(s))
		if err == nil && !found {
			sayNowhere(s, r, ep.Host)
		}
		return err
	}, nil
}

// sayNowhere says that no file names a host, and which one may have been meant.
func sayNowhere(s *session, r *lint.Result, host string) {
	var hosts []string
	for i := range r.Projects {
		for j := range r.Projects[i].Hosts {
			hosts = append(hosts, r.Projects[i].Hosts[j].Host)
		}
	}
	if near := suggest.Name(host, hosts); near != "" {
		s.con.remark("trace.nowhere-near", host, near)
		return
	}
	s.con.remark("trace.nowhere", host)
}

// compareHosts compares one mini program with the allowlist in a file.
func compareHosts(s *session, r *lint.Result) (func(io.Writer) error, error) {
	p, err := onlyProject(s, r)
	if err != nil {
		return nil, err
	}
	name, err := s.dir.find(s.opt.diff)
	if err != nil {
		return nil, err
	}
	saved, err := config.ReadAllowlist(source.RootFor(s.FS, r.Root, name), name, p.Platform)
	if err != nil {
		return nil, err
	}
	leftOut(s, []*app.App{p})
	return func(w io.Writer) error { return report.Changes(w, app.Compare(p, saved), common(s)) }, nil
}

// onlyProject returns the mini program that is meant: lists are each one's own. Where
// there are several it is the one whose folder was named.
func onlyProject(s *session, r *lint.Result) (*app.App, error) {
	var named, projects []*app.App
	for _, p := range r.Projects {
		if p.Tenant != "" {
			continue
		}
		projects = append(projects, p)
		if slices.Contains(s.opt.run.Dirs, p.Root) {
			named = append(named, p)
		}
	}
	switch {
	case len(named) == 1:
		return named[0], nil
	case len(projects) == 1:
		return projects[0], nil
	}
	var roots []string
	for _, p := range projects {
		roots = append(roots, s.dir.show(p.Root))
	}
	return nil, say("cli.one-project", strings.Join(roots, ", "))
}

// leftOut says which hosts are in none of the boxes, and why.
func leftOut(s *session, projects []*app.App) {
	for _, p := range projects {
		for _, l := range p.LeftOut {
			s.con.remark("cli.left-out", l.Host, s.con.lang.Message(l.Reason))
		}
	}
}

// deliverTo prints what write writes, or puts it into the file that is named.
func deliverTo(s *session, write func(io.Writer) error) error {
	if s.opt.file == "" {
		return guarded(s, write)
	}
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	if err := s.Files.Replace(s.dir.resolve(s.opt.file), b.Bytes()); err != nil {
		return say("cli.unwritable", s.opt.file, message.Cause(err))
	}
	return nil
}
