package report

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"io"
	"strconv"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/filing"
)

// The style and the script stand in the report itself: it loads nothing.
var (
	//go:embed html.css
	htmlStyle string
	//go:embed html.js
	htmlScript string
)

// HTML writes the report for the person who keeps the filings: one file that
// loads nothing and can be read without its script. It returns the error of the
// writer.
func HTML(w io.Writer, r *lint.Report, o *Options) error {
	h := &htmlReport{page: page{lang: o.Lang}, r: r, o: o}
	h.index()
	h.divide()
	h.raw("<!doctype html>")
	h.start("html", attr{"lang", langTag(o)})
	h.head()
	h.start("body")
	h.header()
	h.contents()
	h.start("main")
	h.filter()
	h.errands()
	for i := range r.Projects {
		h.program(i)
	}
	h.table(others, h.others)
	h.table(unknown, h.unknown)
	h.skipped()
	h.end(1)
	h.start("footer")
	h.say("p", "html.footer")
	h.end(1)
	h.start("script")
	h.raw(fixed(htmlScript))
	h.end(3)
	h.WriteByte('\n')
	_, err := io.WriteString(w, h.String())
	return err
}

// htmlReport is the report while it is written.
type htmlReport struct {
	page
	r *lint.Report
	o *Options

	errandList      []*errand       // the domains that somebody has to see to
	others, unknown []*lint.Finding // what else was found, and what nobody can tell
	duty            map[spoken]duty // what a finding says of a host
	severity        map[spoken]lint.Severity
	where           map[spoken]spots
	entries         []map[string][]*allowlist.Declaration // of each mini program, by host
}

// spoken is a host of a mini program of which a finding speaks.
type spoken struct{ project, host string }

func langTag(o *Options) string {
	if o.Lang == "zh" {
		return "zh-CN"
	}
	return "en"
}

// head allows the browser nothing but the style and the script of the file.
func (h *htmlReport) head() {
	title := h.lang.Message("html.title") + " · " + filing.DateOf(h.o.Now).String()
	h.start("head")
	h.void("meta", attr{"charset", "utf-8"})
	h.meta("viewport", "width=device-width, initial-scale=1")
	h.void("meta", attr{"http-equiv", "Content-Security-Policy"}, attr{"content", "default-src 'none'; style-src " +
		digest(htmlStyle) + "; script-src " + digest(htmlScript) + "; base-uri 'none'; form-action 'none'"})
	h.meta("color-scheme", "light dark")
	h.meta("referrer", "no-referrer")
	h.el("title", title)
	h.start("style")
	h.raw(fixed(htmlStyle))
	h.end(2)
}

func (h *htmlReport) meta(name, content string) {
	h.void("meta", attr{"name", name}, attr{"content", content})
}

// digest names an inline style or script in a Content-Security-Policy.
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// sectionID is where the contents lead to: a number, not a name of the repository.
func sectionID(kind string, n int) string { return kind + strconv.Itoa(n) }
