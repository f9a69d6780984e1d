package report

import (
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/finding"
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

// SARIF writes a log of SARIF 2.1.0 as GitHub's code scanning wants it. It returns
// the error of the writer.
func SARIF(w io.Writer, r *lint.Result, o *Options) error {
	text, err := encodeJSON(sarifLog{
		Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{(&sarifBuilder{o, r}).run()},
	}, "")
	if err != nil {
		return err
	}
	_, err = w.Write(breakLines(breakLines(text, "rules"), "results"))
	return err
}

// sarifBuilder makes the log of a result.
type sarifBuilder struct {
	*Options
	r *lint.Result
}

func (b *sarifBuilder) run() sarifRun {
	findings := mostSevere(b.r.Findings)
	rules, index := b.rules(findings)
	version := semantic(b.Version)
	run := sarifRun{
		Tool:     sarifTool{sarifDriver{"beianlint", version, version, homepage, rules}},
		Language: langTag(b.Lang), ColumnKind: "utf16CodeUnits",
		Invocations: b.invocations(len(b.r.Findings) - len(findings)), Results: []sarifResult{},
	}
	for _, f := range findings {
		run.Results = append(run.Results, b.result(f, index[f.Rule]))
	}
	return run
}

// mostSevere returns the findings in their order, or as many as GitHub takes, the
// most severe first.
func mostSevere(findings []*finding.Finding) []*finding.Finding {
	if len(findings) <= maxResults {
		return findings
	}
	var chosen []*finding.Finding
	for _, s := range finding.Severities() {
		for _, f := range findings {
			if f.Severity == s && len(chosen) < maxResults {
				chosen = append(chosen, f)
			}
		}
	}
	return chosen
}

// invocations says how many findings are not in the log.
func (b *sarifBuilder) invocations(left int) []sarifInvocation {
	if left == 0 {
		return nil
	}
	return []sarifInvocation{{true, []sarifNotification{{"warning", sarifText{plural(b.Lang, "report.left-out", left)}}}}}
}

func (b *sarifBuilder) result(f *finding.Finding, rule int) sarifResult {
	result := sarifResult{
		RuleID: f.Rule, RuleIndex: rule, Level: gradeOf(f.Severity).sarif, Message: sarifText{b.message(f)},
		Fingerprints: sarifFingerprints{f.Fingerprint()},
		Locations:    []sarifLocation{{Physical: b.physical(f.Span)}}, Related: []sarifLocation{},
	}
	if f.Group != "" {
		result.Properties = &sarifGroup{f.Group}
	}
	for i := range min(len(f.Related), maxLocations) {
		related := &f.Related[i]
		result.Related = append(result.Related, sarifLocation{
			i + 1, &sarifText{unlinked.Replace(b.describeRelated(related))}, b.physical(related.Span),
		})
	}
	return result
}

// message says what the finding says and names the first of the related
// places, as links to them: GitHub shows no others.
func (b *sarifBuilder) message(f *finding.Finding) string {
	text := unlinked.Replace(b.describe(f))
	shown := min(len(f.Related), maxRelated)
	var links []string
	for i := range shown {
		where := linkText.Replace(visibleShort(b.Paths.at(f.Related[i].Span)))
		links = append(links, "["+where+"]("+strconv.Itoa(i+1)+")")
	}
	if more := len(f.Related) - shown; more > 0 {
		links = append(links, plural(b.Lang, "report.more-places", more))
	}
	if len(links) == 0 {
		return text
	}
	return b.appendSentence(text, b.Lang.Message("report.related")+strings.Join(links, ", "))
}

// In a message "[text](target)" is a link (section 3.11.6 of SARIF): those in
// what a message quotes are broken up.
var (
	unlinked = strings.NewReplacer("](", "] (")
	linkText = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`)
)

func (b *sarifBuilder) physical(s source.Span) sarifPhysical {
	s = b.spanOrList(s, b.r)
	start, end := s.Position(), s.File.Position(s.End)
	return sarifPhysical{b.artifact(s.File.Name), sarifRegion{start.Line, start.UTF16, end.Line, end.UTF16}}
}

// artifact names a file relative to the root that GitHub knows. What lies
// outside has an absolute name: GitHub takes it, and shows it as it is.
func (b *sarifBuilder) artifact(name string) sarifArtifact {
	name = path.Clean(name)
	if base := path.Clean(b.Paths.Base); !source.Within(name, base) {
		return sarifArtifact{URI: "file:///" + percent(name)}
	}
	return sarifArtifact{percent(b.Paths.Show(name)), "%SRCROOT%"}
}
