package report

import (
	"cmp"
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/message"
)

// byDomain returns the hosts in the order in which people keep filings: by
// registrable domain, then filing number.
func byDomain(hosts []*app.Host) []*app.Host {
	list := slices.Clone(hosts)
	slices.SortFunc(list, func(a, b *app.Host) int {
		return cmp.Or(strings.Compare(endpoint.FilingDomain(a.Host), endpoint.FilingDomain(b.Host)),
			strings.Compare(a.Filing.Number, b.Filing.Number), strings.Compare(a.Host, b.Host))
	})
	return list
}

// declaredText says whether the allowlist names what is contacted of a host.
func declaredText(d app.Declared, l message.Lang) string {
	if d == app.NotKnown {
		return l.Message("report.declared-unknown")
	}
	return l.Message(message.ID("report.declared-" + string(d)))
}

// csvHeader names the columns; they are the same in every language.
var csvHeader = []string{
	"project", "platform", "host", "registrable_domain", "categories", "enforced",
	"filing_status", "filing_domain", "filing_number", "declared", "file", "line", "column", "platforms",
}

// HostsCSV writes every host of every mini program as a table for spreadsheets:
// UTF-8 with a byte order mark, without which Excel takes Chinese for another
// encoding. It returns the error of the writer.
func HostsCSV(w io.Writer, r *lint.Result, o *Options) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	rows := [][]string{csvHeader}
	for _, p := range r.Projects {
		for _, h := range byDomain(p.Hosts) {
			at := o.Paths.place(firstSpan(p, h))
			rows = append(rows, []string{
				safeStart(o.Paths.Show(cmp.Or(p.Tenant, p.Root))), string(p.Platform), h.Host, endpoint.FilingDomain(h.Host), categoryNames(h.Categories),
				strconv.FormatBool(h.Enforced), string(h.Filing.Status), h.Filing.Domain, h.Filing.Number,
				string(h.Declared), at.file, strconv.Itoa(at.line), strconv.Itoa(at.column), idsOf(p, h),
			})
		}
	}
	for _, row := range rows {
		for i, cell := range row {
			row[i] = withoutFormula(cell)
		}
	}
	return out.WriteAll(rows)
}

// idsOf lists the platforms that a host counts for, by the names that flags have for them.
func idsOf(p *app.App, h *app.Host) string {
	ids := p.Platforms
	if isPart(h) {
		ids = h.Platforms
	}
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = string(id)
	}
	return strings.Join(names, ", ")
}

// withoutFormula keeps a cell from being a formula, which in spreadsheets of East Asia
// may begin with the full-width forms as well
// (https://owasp.org/www-community/attacks/CSV_Injection).
func withoutFormula(cell string) string {
	if cell = Visible(cell); strings.IndexAny(cell, "=+-@＝＋－＠") == 0 {
		return "'" + cell
	}
	return cell
}

// HostsMarkdown writes every host of every mini program as tables of Markdown.
// It returns the error of the writer.
func HostsMarkdown(w io.Writer, r *lint.Result, o *Options) error {
	var b strings.Builder
	for i, p := range r.Projects {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString("## " + escape(projectTitle(p, o)) + "\n\n")
		if len(p.Hosts) == 0 {
			b.WriteString(o.Lang.Message("report.no-hosts") + "\n")
			continue
		}
		for n, row := range hostRows(p, o) {
			for i, cell := range row {
				row[i] = escape(cell)
			}
			b.WriteString("| " + strings.Join(row, " | ") + " |\n")
			if n == 0 {
				b.WriteString(strings.Repeat("|---", len(row)) + "|\n")
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
