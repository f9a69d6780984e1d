package report

import (
	"io"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

// A robot of WeCom takes 4096 bytes of Markdown
// (https://developer.work.weixin.qq.com/document/path/99398), and nobody reads a message
// that fills the telephone. What is left is for who sends it, such as a link to the build.
const (
	maxDigest      = 3500 // bytes
	maxDigestLines = 20
	maxDigestLine  = 240 // bytes
)

// Digest writes a message for a chat: the verdict, what is to be done, and the findings
// by filing across all mini programs, the gravest first, as far as there is room. It is
// Markdown that WeCom, DingTalk and Feishu have in common: bold text and a list. It
// returns the error of the writer.
func Digest(w io.Writer, r *lint.Result, o *Options) error {
	groups := finding.Across(r.Findings)
	slices.SortStableFunc(groups, func(a, b *finding.Group) int { return compareSeverities(a.Finding, b.Finding) })
	d := digest{o}
	lines := []string{d.head(r), ""}
	if todo := todoLine(o.Lang, finding.Groups(r.Findings)); todo != "" {
		lines = append(lines, todo, "")
	}
	size := 0
	for _, l := range lines {
		size += len(l) + 1
	}
	for i, g := range groups {
		line := d.line(g)
		if more := len(groups) - i; more > 1 && (len(lines)+2 > maxDigestLines || size+len(line)+maxDigestLine > maxDigest) {
			lines = append(lines, "- "+plural(o.Lang, "report.digest-more", more))
			break
		}
		lines = append(lines, line)
		size += len(line) + 1
	}
	_, err := io.WriteString(w, strings.TrimRight(strings.Join(lines, "\n"), "\n")+"\n")
	return err
}

// digest writes the lines of a digest.
type digest struct{ *Options }

// head is the verdict with what was checked.
func (o digest) head(r *lint.Result) string {
	verdict := o.Lang.Message("report.passed")
	if o.FailOn.Failing(r.Summary) > 0 {
		verdict = o.Lang.Message("report.failed")
	}
	s := r.Summary
	return "**" + verdict + "**" + o.Lang.Message("report.digest-checked",
		plural(o.Lang, "report.project", s.Projects), plural(o.Lang, "report.host", s.Hosts), s.Filed)
}

// line is a group with its first place.
func (o digest) line(g *finding.Group) string {
	text := o.Lang.Message(severityID(g.Severity)) + message.Colon.In(o.Lang) + o.Lang.Message(g.Message, g.Args...)
	if at := g.Span; at.File != nil {
		text += bracketed(o.Lang, o.Paths.at(at))
	}
	return "- " + truncate(chat(text), maxDigestLine)
}

// chat is one line of text in which nothing is markup, a mention of somebody or a link:
// the chats know no escapes, so that the signs become their full-width forms.
func chat(text string) string { return asChat.Replace(visibleShort(text)) }

var asChat = strings.NewReplacer(
	"<", "＜", ">", "＞", "[", "［", "]", "］", "*", "＊", "`", "｀", "#", "＃", "@", "＠", "~", "～", "|", "｜", "!", "！", "&", "＆", `\`, "＼",
	"://", "：//",
)
