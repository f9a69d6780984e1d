package report

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"io"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
)

// The style and the script stand in the report itself: it loads nothing.
var (
	//go:embed html.css
	htmlStyle string
	//go:embed html.js
	htmlScript string
)

// htmlHead allows the browser nothing but the style and the script of the file.
const htmlHead = `<!doctype html>
<html lang="{}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{html.title} · {}</title>
<style>`

// htmlForm hides entries. The script fills and shows it.
const htmlForm = `
<main>
<form hidden role="search" aria-label="{html.filter}" autocomplete="off">
<label><span>{html.search}</span> <input type="search" name="q" placeholder="{html.search-in}"></label>
<label><span>{html.status}</span> <select name="status"><option value="">{html.all}</option></select></label>
<label><span>{html.program}</span> <select name="program"><option value="">{html.all}</option></select></label>
<label><span>{html.box}</span> <select name="box"><option value="">{html.all}</option></select></label>
<label><span>{html.severity}</span> <select name="severity"><option value="">{html.all}</option></select></label>
<button type="reset">{html.reset}</button>
<output aria-live="polite" data-text="{}"></output>
</form>`

// HTML writes the report for the person who keeps the filings: one file that
// loads nothing and can be read without its script. It returns the error of the
// writer.
func HTML(w io.Writer, r *lint.Report, o *Options) error {
	h := &htmlReport{page: page{lang: o.Lang}, r: r, o: o, known: map[string]*known{}}
	for _, p := range r.Projects {
		h.index(p)
	}
	h.divide()
	h.put(htmlHead, langTag(o.Lang), digest(htmlStyle), digest(htmlScript), filing.DateOf(o.Now).String())
	h.raw(htmlStyle)
	h.put("</style>\n</head>\n<body>")
	h.header()
	h.contents()
	h.put(htmlForm, h.lang.Message("html.shown", "{n}", "{all}"))
	h.errands()
	for i := range r.Projects {
		h.program(i)
	}
	h.table("others", "html.others", h.others)
	h.table("unknown", "html.unknown", h.unknown)
	h.put("\n</main>\n<footer><p>{html.footer}</p></footer>\n<script>")
	h.raw(htmlScript)
	h.put("</script>\n</body>\n</html>\n")
	_, err := io.WriteString(w, h.String())
	return err
}

// htmlReport is the report while it is written.
type htmlReport struct {
	page
	r *lint.Report
	o *Options

	apps  []*app
	known map[string]*known // by folder of mini program and host

	todo            []*errand       // the domains that somebody has to see to
	others, unknown []*lint.Finding // what else was found, and what nobody can tell
}

func langTag(l message.Lang) string {
	if l == message.Chinese {
		return "zh-CN"
	}
	return "en"
}

// digest names an inline style or script in a Content-Security-Policy.
//
//go:noinline
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return base64.StdEncoding.EncodeToString(sum[:])
}
