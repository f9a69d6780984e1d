package report

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
)

// The style and the script stand in the report itself: it loads nothing.
var (
	//go:embed html/page.html html/parts.html
	htmlTemplates embed.FS
	//go:embed html/style.css
	htmlStyle string
	//go:embed html/script.js
	htmlScript string
)

// HTML writes the report for the person who keeps the filings: one file that
// loads nothing and can be read without its script. It returns the error of the
// writer.
func HTML(w io.Writer, r *lint.Result, o *Options) error {
	say := func(id message.ID) text { return text(o.Lang.Message(id)) }
	page, err := template.New("page.html").Funcs(template.FuncMap{"say": say}).ParseFS(htmlTemplates, "html/*.html")
	if err != nil {
		return err
	}
	var b strings.Builder
	if err := page.Execute(&b, (&htmlBuilder{newHTMLIndex(r, o)}).page()); err != nil {
		return err
	}
	_, err = io.WriteString(w, htmlEntities.Replace(b.String()))
	return err
}

// htmlEntities keeps two characters as reports have always had them: html/template
// spells a plus sign because of UTF-7, which no page with a charset is read as.
var htmlEntities = strings.NewReplacer("&#34;", "&quot;", "&#43;", "+")

// htmlBuilder shows what stands in the index of a report.
type htmlBuilder struct{ *htmlIndex }

func (h *htmlBuilder) page() *htmlPage {
	page := &htmlPage{
		Lang: langTag(h.lang), Day: text(filing.DateOf(h.now).String()),
		Style: template.CSS(htmlStyle), Script: template.JS(htmlScript), StyleHash: hash(htmlStyle), ScriptHash: hash(htmlScript),
		Header: h.header(), Shown: h.say("html.shown", "{n}", "{all}"),
	}
	for _, t := range h.tasks {
		page.Tasks = append(page.Tasks, h.task(t))
	}
	for _, e := range h.ending() {
		page.Ending = append(page.Ending, e.row(&h.htmlWords))
	}
	page.Contents = h.contents(len(page.Ending))
	for i := range h.programs {
		page.Programs = append(page.Programs, h.program(i))
	}
	for _, t := range []htmlTable{h.table("others", "html.others", h.others), h.table("unknown", "html.unknown", h.unknown)} {
		if len(t.Findings) > 0 {
			page.Tables = append(page.Tables, t)
		}
	}
	return page
}

func langTag(l message.Lang) string {
	if l == message.Chinese {
		return "zh-CN"
	}
	return "en"
}

// hash names an inline style or script in a Content-Security-Policy.
func hash(inline string) string {
	sum := sha256.Sum256([]byte(inline))
	return base64.StdEncoding.EncodeToString(sum[:])
}
