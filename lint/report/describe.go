package report

import (
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// maxDescribed bounds what a finding says, in bytes: what it quotes is as long
// as somebody made it, and a host that is given too much shows nothing.
const maxDescribed = 4000

// describe returns what a finding says on one line: what is wrong and what to do.
// It is for hosts that show it to people.
func (o *Options) describe(f *finding.Finding) string {
	text := f.Text(o.Lang)
	if help := f.Help(o.Lang); help != "" {
		text = o.appendSentence(text, help)
	}
	return visibleShort(text)
}

// describeRelated returns what a related place says.
func (o *Options) describeRelated(r *source.Related) string {
	return visibleShort(o.Lang.Message(r.Message, r.Args...))
}

// visibleShort is Visible for a text of any length.
func visibleShort(text string) string {
	return truncate(Visible(truncate(text, maxDescribed)), maxDescribed)
}

// appendSentence puts a sentence behind another; the texts of the catalogue have
// neither a full stop nor a capital letter.
func (o *Options) appendSentence(text, more string) string {
	if o.Lang == message.Chinese {
		return text + "。" + more
	}
	if more[0] >= 'a' && more[0] <= 'z' {
		more = strings.ToUpper(more[:1]) + more[1:]
	}
	return text + ". " + more
}

// spanOrList returns the span, or the first line of the filed list for one
// without a file: GitHub refuses a whole report for one finding without a place, GitLab
// and reviewdog drop the finding.
func (o *Options) spanOrList(s source.Span, r *lint.Result) source.Span {
	if s.File != nil {
		return s
	}
	name := path.Join(o.Paths.Base, "filed-domains.txt")
	if len(r.Lists) > 0 {
		name = r.Lists[0]
	}
	return source.Span{File: source.NewFile(name, nil)}
}

const homepage = "https://github.com/beianlint/beianlint"
