package report

import (
	"bytes"
	"io"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/platform"
)

// Console writes, box by box, what can be pasted into the platform's console:
// WeChat takes one line with semicolons, Alipay one domain a line. It returns
// the error of the writer.
func Console(w io.Writer, r *lint.Report, o *Options) error {
	var b bytes.Buffer
	p := paint(o.Color)
	for i, project := range r.Projects {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(p.in(bold, projectTitle(project, o)) + "\n")
		empty := true
		for _, box := range project.Boxes {
			if len(box.Entries) > 0 {
				empty = false
				b.WriteString("\n" + p.in(dim, box.Title.In(o.Lang)) + "\n" + pasted(project.Platform, box) + "\n")
			}
		}
		if empty {
			b.WriteString("\n" + o.Lang.Message("report.no-entries") + "\n")
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

func pasted(id platform.ID, box lint.Box) string {
	separator := ";"
	if id == platform.Alipay {
		separator = "\n"
	}
	list := texts(box.Entries)
	for i, entry := range list {
		list[i] = Visible(entry)
	}
	return strings.Join(list, separator)
}

func texts(entries []endpoint.Endpoint) []string {
	out := []string{}
	for _, e := range entries {
		out = append(out, e.String())
	}
	return out
}

// calls are the names of the platforms' calls that set domains
// (https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/domain-management/).
type wechatCalls struct {
	ModifyDomain     modifyDomain      `json:"modify_domain"`
	SetWebViewDomain *setWebViewDomain `json:"setwebviewdomain,omitempty"`
}

// modifyDomain is the body of a call. A box that is nil is not in the body: an
// empty one would be emptied on the platform.
type modifyDomain struct {
	Action   string   `json:"action"`
	Request  []string `json:"requestdomain,omitzero"`
	Socket   []string `json:"wsrequestdomain,omitzero"`
	Upload   []string `json:"uploaddomain,omitzero"`
	Download []string `json:"downloaddomain,omitzero"`
	UDP      []string `json:"udpdomain,omitzero"`
	TCP      []string `json:"tcpdomain,omitzero"`
}

type setWebViewDomain struct {
	Action  string   `json:"action"`
	WebView []string `json:"webviewdomain"`
}

// alipayCalls has one body for each call, which adds one domain.
type alipayCalls struct {
	Create []safeDomain `json:"alipay.open.mini.safedomain.create"`
}

type safeDomain struct {
	Domain string `json:"safe_domain"`
}

// API writes the bodies of the platform's own calls that put the domains of the
// only mini program into its lists, each under the name of its call. It returns
// the error of the writer.
func API(w io.Writer, r *lint.Report, _ *Options) error {
	p := r.Projects[0]
	if p.Platform == platform.Alipay {
		calls := alipayCalls{Create: []safeDomain{}}
		for _, domain := range setTo(p, platform.Request) {
			calls.Create = append(calls.Create, safeDomain{domain})
		}
		return writeJSON(w, calls)
	}
	calls := wechatCalls{ModifyDomain: modifyDomain{
		Action: "set", Request: setTo(p, platform.Request), Socket: setTo(p, platform.Socket),
		Upload: setTo(p, platform.Upload), Download: setTo(p, platform.Download),
		UDP: setTo(p, platform.UDP), TCP: setTo(p, platform.TCP),
	}}
	if pages := setTo(p, platform.WebView); len(pages) > 0 {
		calls.SetWebViewDomain = &setWebViewDomain{Action: "set", WebView: pages}
	}
	return writeJSON(w, calls)
}

// setTo returns what a box is to be set to; nil where that is not known, because
// only hosts that nobody has named are contacted.
func setTo(p *lint.Project, c platform.Category) []string {
	for _, box := range p.Boxes {
		if box.Category == c && (len(box.Entries) > 0 || !box.Open) {
			return texts(box.Entries)
		}
	}
	return nil
}

// Changes writes, box by box, what a saved allowlist lacks and what it has too
// much. It returns the error of the writer.
func Changes(w io.Writer, changes []lint.Change, o *Options) error {
	var b bytes.Buffer
	p := paint(o.Color)
	for i, c := range changes {
		if i > 0 {
			b.WriteString("\n")
		}
		title := c.Title.In(o.Lang)
		if !c.Recorded {
			title = o.Lang.Message("report.box-not-recorded", title)
		}
		b.WriteString(p.in(bold, title) + "\n")
		for _, e := range c.Add {
			b.WriteString(p.in(green, "+ "+Visible(e.String())) + "\n")
		}
		for _, raw := range c.Remove {
			b.WriteString(p.in(red, "- "+Visible(raw)) + "\n")
		}
	}
	if len(changes) == 0 {
		b.WriteString(o.Lang.Message("report.no-changes") + "\n")
	}
	_, err := w.Write(b.Bytes())
	return err
}
