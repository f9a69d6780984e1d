package report

import (
	"io"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage"
)

// Trace writes how a host, in canonical form, is contacted in every mini
// program: where the literal stands, through which names it goes and which
// call contacts it; and where the host stands without being contacted, and why.
// It reports whether the host stands anywhere; the error is the writer's.
func Trace(w io.Writer, r *lint.Result, host string, o *Options) (found bool, err error) {
	p := newPrinter(o)
	for _, project := range r.Projects {
		for _, h := range project.Hosts {
			if h.Host == host {
				p.uses(h)
				found = true
			}
		}
		for _, d := range project.Declarations {
			if d.Endpoint.Host == host {
				p.step(d.Span, "trace.declared", string(d.Category))
				found = true
			}
		}
		for _, s := range project.Explain(host) {
			p.step(s.Span, s.Reason)
			found = true
		}
	}
	_, err = io.WriteString(w, p.String())
	return found, err
}

func (p *printer) uses(h *app.Host) {
	for _, u := range h.Uses {
		p.use(u)
	}
	if f := h.Filing; f.Span.File != nil {
		p.println(p.styled(bold, visiblePath(p.Paths.at(f.Span))) + ": " + Visible(p.Lang.Message("trace.filing", endpoint.Unicode(f.Domain), filingText(f, p.Lang))))
	}
}

// use writes one way of a host: the literal, the names, the call.
func (p *printer) use(u *usage.Use) {
	if u.Span.File == nil { // the config says so
		return
	}
	gutter := p.step(u.Span, "trace.literal", u.Endpoint.Host)
	for i, s := range u.Trail {
		if last := i == len(u.Trail)-1; !last || u.Certainty != usage.Call {
			p.note(gutter, "trace.then", p.Paths.at(s.Span)+": "+p.Lang.Message("trace.step", s.Name))
		}
	}
	end := p.Lang.Message(endOf(u), u.API, string(u.Category))
	if n := len(u.Trail); n > 0 && u.Certainty == usage.Call {
		end = p.Paths.at(u.Trail[n-1].Span) + ": " + end
	}
	p.note(gutter, "trace.then", end)
	p.println("")
}

// endOf is what a trail ends with.
func endOf(u *usage.Use) message.ID {
	switch {
	case u.Category == platform.Media:
		return "trace.media"
	case u.Certainty == usage.Call:
		return "trace.call"
	}
	return "trace.base"
}

// step writes a place with its source line and returns the gutter for notes.
func (p *printer) step(s source.Span, id message.ID, args ...any) string {
	p.println(p.styled(bold, visiblePath(p.Paths.at(s))) + ": " + Visible(p.Lang.Message(id, args...)))
	return p.source(s, finding.Notice)
}
