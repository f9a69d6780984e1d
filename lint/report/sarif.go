package report

import (
	"io"
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/source"
)

// What GitHub takes: it refuses a file with more results, and links to a related
// place only from the message, which names maxRelated of them. With this many
// places the largest report stays below its 10 MB, compressed.
// (https://docs.github.com/en/code-security/code-scanning, "SARIF support")
const (
	maxResults   = 25_000
	maxLocations = 20
)

// SARIF writes a log of SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html)
// as GitHub's code scanning wants it. It returns the error of the writer.
func SARIF(w io.Writer, r *lint.Report, o *Options) error {
	findings := gravest(r.Findings)
	b := &filler{quote: quoteJSON}
	b.fill(`{$:$,"version":"2.1.0","runs":[{`, "$schema", "https://json.schemastore.org/sarif-2.1.0.json")
	index := o.sarifTool(b, findings)
	b.fill(`,"language":$,"columnKind":"utf16CodeUnits",#"results":[`, langTag(o.Lang), o.leftOut(len(r.Findings)-len(findings)))
	for i, f := range findings {
		b.fill("#\n", comma(i))
		o.sarifResult(b, f, r, index[f.Rule.ID])
	}
	b.fill("\n]}]}\n")
	return b.send(w)
}

// gravest returns the findings in their order, or as many as GitHub takes, the
// gravest first.
func gravest(findings []*lint.Finding) []*lint.Finding {
	if len(findings) <= maxResults {
		return findings
	}
	var chosen []*lint.Finding
	for _, s := range lint.Severities() {
		for _, f := range findings {
			if f.Severity == s && len(chosen) < maxResults {
				chosen = append(chosen, f)
			}
		}
	}
	return chosen
}

// leftOut says how many findings are not in the log.
func (o *Options) leftOut(n int) string {
	if n == 0 {
		return ""
	}
	b := filler{quote: quoteJSON}
	b.fill(`"invocations":[{"executionSuccessful":true,"toolExecutionNotifications":[{"level":"warning","message":{"text":$}}]}],`,
		count(o.Lang, "report.left-out", n))
	return b.String()
}

func (o *Options) sarifResult(b *filler, f *lint.Finding, r *lint.Report, rule int) {
	b.fill(`{"ruleId":$,"ruleIndex":#,"level":$,"message":{"text":$},"partialFingerprints":{"beianlint/v1":$},"locations":[{`,
		f.Rule.ID, digits(rule), gradeOf(f.Severity).sarif, o.sarifMessage(f), f.Fingerprint())
	o.sarifPlace(b, f.Span, r)
	b.fill(`}],"relatedLocations":[`)
	for i := range min(len(f.Related), maxLocations) {
		b.fill(`#{"id":#,"message":{"text":$},`, comma(i), digits(i+1), unlinked.Replace(o.toldOf(&f.Related[i])))
		o.sarifPlace(b, f.Related[i].Span, r)
		b.fill("}")
	}
	b.fill("]}")
}

// sarifMessage says what the finding says and names the first of the related
// places, as links to them: GitHub shows no others.
func (o *Options) sarifMessage(f *lint.Finding) string {
	text := unlinked.Replace(o.told(f))
	shown := min(len(f.Related), maxRelated)
	var links []string
	for i := range shown {
		where := linkText.Replace(short(o.Paths.at(f.Related[i].Span)))
		links = append(links, "["+where+"]("+digits(i+1)+")")
	}
	if more := len(f.Related) - shown; more > 0 {
		links = append(links, count(o.Lang, "report.more-places", more))
	}
	if len(links) == 0 {
		return text
	}
	return o.follow(text, o.Lang.Message("report.related")+strings.Join(links, ", "))
}

// In a message "[text](target)" is a link (section 3.11.6 of SARIF): those in
// what a message quotes are broken up.
var (
	unlinked = strings.NewReplacer("](", "] (")
	linkText = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`)
)

// sarifPlace writes a place with columns in UTF-16 code units, from 1.
func (o *Options) sarifPlace(b *filler, s source.Span, r *lint.Report) {
	s = o.placed(s, r)
	start, end := s.Position(), s.File.Position(s.End)
	uri, base := o.sarifFile(s.File.Name)
	b.fill(`"physicalLocation":{"artifactLocation":{"uri":$#},"region":{"startLine":#,"startColumn":#,"endLine":#,"endColumn":#}}`, uri, base,
		digits(start.Line), digits(start.UTF16), digits(end.Line), digits(end.UTF16))
}

// sarifFile names a file relative to the root that GitHub knows. What lies
// outside has an absolute name: GitHub takes it, and shows it as it is.
func (o *Options) sarifFile(name string) (uri, base string) {
	name = path.Clean(name)
	if base := path.Clean(o.Paths.Base); !source.Within(name, base) {
		return "file:///" + percent(name), ""
	}
	return percent(o.Paths.Show(name)), `,"uriBaseId":"%SRCROOT%"`
}
