package report

import (
	"io"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// HostsTable writes every host of every mini program as a table for people:
// which domain, for what, filed or not, and where it stands first. It returns
// the error of the writer.
func HostsTable(w io.Writer, r *lint.Result, o *Options) error {
	var b strings.Builder
	p := paint(o.Color)
	for i, project := range r.Projects {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(p.styled(bold, projectTitle(project, o)) + "\n")
		if len(project.Hosts) == 0 {
			b.WriteString("  " + o.Lang.Message("report.no-hosts") + "\n")
		} else {
			writeTable(&b, hostRows(project, o), p)
		}
		if clause := project.Unanswered().Clause().In(o.Lang); clause != "" {
			b.WriteString("  " + clause + "\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func projectTitle(p *app.App, o *Options) string {
	title := visiblePath(o.Paths.Show(p.Root)) + bracketed(o.Lang, platformNames(p.Platforms, o.Lang))
	if p.Tenant != "" {
		title += message.Comma.In(o.Lang) + Visible(o.Paths.Show(p.Tenant))
	}
	return title
}

func platformNames(ids []platform.ID, l message.Lang) string {
	var names []string
	for _, id := range ids {
		names = append(names, platformName(id, l))
	}
	return strings.Join(names, message.Enumeration.In(l))
}

// isPart reports whether a host counts for some platforms of a mini program only.
func isPart(h *app.Host) bool {
	return len(h.Uses) > 0 && h.Platforms != nil
}

// targetNames says for which platforms a host counts.
func targetNames(h *app.Host, l message.Lang) string {
	if isPart(h) {
		return platformNames(h.Platforms, l)
	}
	return l.Message("report.all-platforms")
}

// platformName is the platform's name for people; a platform that is not in
// the tables is shown by its id.
func platformName(id platform.ID, l message.Lang) string {
	if p := platform.ByID(id); p != nil {
		return p.Name.In(l)
	}
	return string(id)
}

func hostRows(p *app.App, o *Options) [][]string {
	rows := [][]string{{
		o.Lang.Message("report.column-domain"), o.Lang.Message("report.column-category"),
		o.Lang.Message("report.column-filing"), o.Lang.Message("report.column-declared"), o.Lang.Message("report.column-place"),
	}}
	hosts := byDomain(p.Hosts)
	for _, h := range hosts {
		rows = append(rows, []string{
			hostName(h.Host), categoryNames(h.Categories), filingText(h.Filing, o.Lang), declaredText(h.Declared, o.Lang),
			firstPlace(p, h, o.Paths),
		})
	}
	return withTargets(rows, hosts, o.Lang)
}

// withTargets adds a column with the platforms that hosts count for, where one does not
// count for all. Behind the head, a row is about the host at its place.
func withTargets(rows [][]string, hosts []*app.Host, l message.Lang) [][]string {
	if !slices.ContainsFunc(hosts, isPart) {
		return rows
	}
	rows[0] = slices.Insert(rows[0], 1, l.Message("report.column-platform"))
	for i, h := range hosts {
		rows[i+1] = slices.Insert(rows[i+1], 1, targetNames(h, l))
	}
	return rows
}

// hostName is the host as people write it in an address: punycode decoded, IPv6
// in brackets, which also keeps "::1" from beginning a line.
func hostName(host string) string {
	if strings.Contains(host, ":") {
		return "[" + host + "]"
	}
	return endpoint.Unicode(host)
}

func categoryNames(categories []platform.Category) string {
	names := make([]string, len(categories))
	for i, c := range categories {
		names[i] = string(c)
	}
	return strings.Join(names, ", ")
}

// filingText is the number of the filing where there is one that counts, or
// what the matter is.
func filingText(f app.Filing, l message.Lang) string {
	if f.Covered() && f.Number != "" {
		return f.Number
	}
	if owner := ownerOf(f).In(l); owner != "" {
		return l.Message("report.filed-by", owner)
	}
	return l.Message(message.ID("report.status-" + string(f.Status)))
}

// ownerOf returns the vendor that has filed a domain, where it is known.
func ownerOf(f app.Filing) message.Text {
	if v := platform.VendorOf(f.Domain); v != nil && f.Status == filing.Vendor {
		return v.Owner
	}
	return message.Text{}
}

// firstPlace shows where a host stands first, "" where that is not known.
func firstPlace(p *app.App, h *app.Host, paths Paths) string {
	span := firstSpan(p, h)
	if span.File == nil {
		return ""
	}
	return paths.at(span)
}

// firstSpan is where a host is used first or, where no code uses it, declared.
func firstSpan(p *app.App, h *app.Host) source.Span {
	if len(h.Uses) > 0 {
		return h.Uses[0].Span
	}
	for _, d := range p.Declarations {
		if d.Endpoint.Host == h.Host {
			return d.Span
		}
	}
	return source.Span{}
}

// writeTable writes rows below a heading.
func writeTable(b *strings.Builder, rows [][]string, p paint) {
	for n, line := range aligned(rows) {
		line = "  " + line
		if n == 0 {
			line = p.styled(dim, line)
		}
		b.WriteString(line + "\n")
	}
}

// aligned aligns columns by terminal cells, of which a Chinese character takes two.
// A column without a text takes no room.
func aligned(rows [][]string) (lines []string) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, s := range row {
			row[i] = Visible(s)
			widths[i] = max(widths[i], cells(row[i]))
		}
	}
	for _, row := range rows {
		line := ""
		for i, s := range row {
			if widths[i] > 0 {
				line += "  " + pad(s, widths[i])
			}
		}
		lines = append(lines, strings.TrimRight(strings.TrimPrefix(line, "  "), " "))
	}
	return lines
}
