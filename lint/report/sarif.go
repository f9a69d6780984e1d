package report

import (
	"io"
	"path"
	"strconv"
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
	j := jsonWriter{indent: true}
	j.begin("", '{')
	j.text("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
	j.text("version", "2.1.0")
	j.begin("runs", '[')
	j.begin("", '{')
	index := o.sarifTool(&j, findings)
	j.text("language", langTag(o.Lang))
	j.text("columnKind", "utf16CodeUnits")
	o.leftOut(&j, len(r.Findings)-len(findings))
	j.begin("results", '[')
	for _, f := range findings {
		o.sarifResult(&j, f, r, index[f.Rule.ID])
	}
	j.end(4)
	_, err := w.Write(j.Bytes())
	return err
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
func (o *Options) leftOut(j *jsonWriter, n int) {
	if n == 0 {
		return
	}
	j.begin("invocations", '[')
	j.begin("", '{')
	j.flag("executionSuccessful", true)
	j.begin("toolExecutionNotifications", '[')
	j.begin("", '{')
	j.text("level", "warning")
	j.sarifText("message", count(o.Lang, "report.left-out", n))
	j.end(4)
}

func (j *jsonWriter) sarifText(name, text string) {
	j.begin(name, '{')
	j.text("text", text)
	j.end(1)
}

func (o *Options) sarifResult(j *jsonWriter, f *lint.Finding, r *lint.Report, rule int) {
	j.begin("", '{')
	j.text("ruleId", f.Rule.ID)
	j.number("ruleIndex", rule)
	j.text("level", gradeOf(f.Severity).sarif)
	j.sarifText("message", o.sarifMessage(f))
	j.begin("locations", '[')
	j.begin("", '{')
	o.sarifPlace(j, f.Span, r)
	j.end(2)
	j.begin("relatedLocations", '[')
	for i := range min(len(f.Related), maxLocations) {
		j.begin("", '{')
		j.number("id", i+1)
		o.sarifPlace(j, f.Related[i].Span, r)
		j.sarifText("message", unlinked.Replace(o.toldOf(&f.Related[i])))
		j.end(1)
	}
	j.end(1)
	j.begin("partialFingerprints", '{')
	j.text("beianlint/v1", f.Fingerprint())
	j.end(2)
}

// sarifMessage says what the finding says and names the first of the related
// places, as links to them: GitHub shows no others.
func (o *Options) sarifMessage(f *lint.Finding) string {
	text := unlinked.Replace(o.told(f))
	shown := min(len(f.Related), maxRelated)
	var links []string
	for i := range shown {
		where := linkText.Replace(short(o.Paths.at(f.Related[i].Span)))
		links = append(links, "["+where+"]("+strconv.Itoa(i+1)+")")
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
func (o *Options) sarifPlace(j *jsonWriter, s source.Span, r *lint.Report) {
	s = o.placed(s, r)
	start, end := s.Position(), s.File.Position(s.End)
	j.begin("physicalLocation", '{')
	j.begin("artifactLocation", '{')
	o.sarifFile(j, s.File.Name)
	j.end(1)
	j.begin("region", '{')
	j.number("startLine", start.Line)
	j.number("startColumn", start.UTF16)
	j.number("endLine", end.Line)
	j.number("endColumn", end.UTF16)
	j.end(2)
}

// sarifFile names a file relative to the root that GitHub knows. What lies
// outside has an absolute name: GitHub takes it, and shows it as it is.
func (o *Options) sarifFile(j *jsonWriter, name string) {
	name = path.Clean(name)
	if base := path.Clean(o.Paths.Base); base != "." && !below(name, base) {
		j.text("uri", "file:///"+percent(name))
		return
	}
	j.text("uri", percent(o.Paths.Show(name)))
	j.text("uriBaseId", "%SRCROOT%")
}
