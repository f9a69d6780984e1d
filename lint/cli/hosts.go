package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/nearest"
	"github.com/beianlint/beianlint/lint/report"
)

// hosts lists what the mini programs contact; it judges nothing.
func (c *command) hosts(ctx context.Context, f *flags) int {
	r, code, ok := c.check(ctx, f)
	if !ok {
		return code
	}
	if f.output != "" && f.color == "auto" {
		f.color = "never"
	}
	write, err := c.hostsWriter(r, f)
	var config *lint.ConfigError
	switch {
	case errors.As(err, &config):
		return c.problems(config.Problems, f)
	case err != nil:
		return c.usage(err)
	}
	if err := c.deliverTo(f, write); err != nil {
		return c.failed(err)
	}
	return code
}

// hostsWriter returns what writes the format that is asked for.
func (c *command) hostsWriter(r *lint.Report, f *flags) (func(io.Writer) error, error) {
	if f.diff != "" {
		return c.changes(r, f)
	}
	if f.trace != "" {
		return c.trace(r, f)
	}
	format := report.Hosts.Format(f.format)
	if format.Single {
		p, err := c.one(r, f)
		if err != nil {
			return nil, err
		}
		r = &lint.Report{Projects: []*lint.Project{p}}
	}
	if format.Boxes {
		c.leftOut(r.Projects)
	}
	return func(w io.Writer) error { return format.Write(w, r, c.textOptions(f)) }, nil
}

// trace follows one host through the sources.
func (c *command) trace(r *lint.Report, f *flags) (func(io.Writer) error, error) {
	ep, err := endpoint.Parse(f.trace)
	if err != nil {
		return nil, say("cli.trace-host", f.trace)
	}
	return func(w io.Writer) error {
		found, err := report.Trace(w, r, ep.Host, c.textOptions(f))
		if err == nil && !found {
			c.nowhere(r, ep.Host)
		}
		return err
	}, nil
}

// nowhere says that no file names a host, and which one may have been meant.
func (c *command) nowhere(r *lint.Report, host string) {
	var hosts []string
	for i := range r.Projects {
		for j := range r.Projects[i].Hosts {
			hosts = append(hosts, r.Projects[i].Hosts[j].Host)
		}
	}
	if near := nearest.Name(host, hosts); near != "" {
		c.remark("trace.nowhere-near", host, near)
		return
	}
	c.remark("trace.nowhere", host)
}

// changes compares one mini program with the allowlist in a file.
func (c *command) changes(r *lint.Report, f *flags) (func(io.Writer) error, error) {
	p, err := c.one(r, f)
	if err != nil {
		return nil, err
	}
	name, err := c.name(f.diff)
	if err != nil {
		return nil, err
	}
	saved, err := lint.ReadAllowlist(c.FS, name, p.Platform)
	if err != nil {
		return nil, err
	}
	c.leftOut([]*lint.Project{p})
	return func(w io.Writer) error { return report.Changes(w, lint.Compare(p, saved), c.textOptions(f)) }, nil
}

// one returns the mini program that is meant: lists are each one's own. Where
// there are several it is the one whose folder was named.
func (c *command) one(r *lint.Report, f *flags) (*lint.Project, error) {
	var named, projects []*lint.Project
	for _, p := range r.Projects {
		if p.Tenant != "" {
			continue
		}
		projects = append(projects, p)
		if slices.ContainsFunc(f.folders(), func(dir string) bool { return c.resolve(dir) == p.Root }) {
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
		roots = append(roots, c.paths().Show(p.Root))
	}
	return nil, say("cli.one-project", strings.Join(roots, ", "))
}

// leftOut says which hosts are in none of the boxes, and why.
func (c *command) leftOut(projects []*lint.Project) {
	for _, p := range projects {
		for _, l := range p.LeftOut {
			c.remark("cli.left-out", l.Host, c.lang.Message(l.Reason))
		}
	}
}

// deliverTo prints what write writes, or puts it into the file that is named.
func (c *command) deliverTo(f *flags, write func(io.Writer) error) error {
	if f.output == "" {
		return c.guarded(f, write)
	}
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	if err := c.Files.Replace(c.resolve(f.output), b.Bytes()); err != nil {
		return say("cli.unwritable", f.output, message.Cause(err))
	}
	return nil
}
