package sink

import (
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// webViews notes the addresses that travel to a page with a web-view.
type webViews struct {
	in     *inputs
	record *record
	// opened are the pages with a web-view that are opened with a known address:
	// that the page itself does not know it says nothing.
	opened map[string]bool
	// shows are the pages that were looked for.
	shows map[pagePath]*miniprogram.File
}

// pagePath is the path of a page as it is written in a file of a folder.
type pagePath struct{ folder, page string }

// embedded notes the URL in the query of a page that has a web-view.
func (w *webViews) embedded(v *eval.Value, from string, to contact) {
	page, query, ok := strings.Cut(v.Text, "?")
	if !ok || !strings.Contains(query, "=http") {
		return
	}
	shown := w.webViewPage(from, page)
	if shown == nil {
		return
	}
	for at := len(page) + len("?"); ; {
		i := strings.Index(v.Text[at:], "=http")
		if i < 0 {
			return
		}
		at += i + len("=")
		if name := v.Text[strings.LastIndexAny(v.Text[:at], "?&")+1 : at-len("=")]; model.TextKeys.MatchString(name) {
			continue
		}
		if w.record.contacted(decodedFrom(v, at), to) {
			w.opened[shown.Name] = true
		}
	}
}

// decodedFrom is the address that stands in a text from an offset on, encoded or
// not, from the literal in which its host stands.
func decodedFrom(v *eval.Value, at int) *eval.Value {
	text, _, _ := strings.Cut(v.Text[at:], "&")
	host := strings.LastIndex(text[:min(len(text), maxScheme)], "%2F") + len("%2F")
	if i := strings.Index(text, "//"); i >= 0 {
		host = i + len("//")
	}
	for range maxEncoded {
		text = eval.Decoded(text)
	}
	return v.Inner(text, at+host)
}

const (
	// maxScheme is how long a scheme is at most that is encoded twice.
	maxScheme = len("https%253A%252F%252F")
	// maxEncoded is how often addresses are encoded at most.
	maxEncoded = 2
)

// shared notes the URLs in the paths of cards that people share, whoever opens one gets
// the page, and the pictures on them.
func (w *webViews) shared() {
	for _, m := range w.in.live.Modules {
		for name, f := range m.Hooks() {
			if model.Sharers[name] {
				w.card(f, m)
			}
		}
	}
}

// card notes the URL in the path of the card that a function returns, and its picture.
func (w *webViews) card(f *ast.Func, m *resolve.Module) {
	for _, x := range f.Returns {
		to := contact{category: platform.WebView, api: "<web-view src>", place: m.Span(x.Start, x.End)}
		cards := w.in.values.Eval(x, m)
		for _, v := range w.in.values.Property(cards, model.SharedPath).Texts() {
			w.embedded(v, m.Name, to)
		}
		to.category, to.api = platform.Media, model.SharedPicture
		w.record.reaches(w.in.values.Property(cards, model.SharedPicture).Texts(), to)
	}
}

// embeddedPieces notes the URLs that are joined into the path of a page with a
// web-view, where the pieces before them are not all known:
// `/pages/web/web?title=${title}&url=${url}`.
func (w *webViews) embeddedPieces(call *ast.Expr, m *resolve.Module) {
	for _, prop := range call.List[0].Props() {
		if prop.Key != "url" || prop.Value == nil || prop.Value.Kind != ast.Template && prop.Value.Kind != ast.Concat {
			continue
		}
		pieces := prop.Value.List
		page, _, ok := strings.Cut(pieces[0].Text, "?")
		shown := w.webViewPage(m.Name, page)
		if pieces[0].Kind != ast.String || !ok || shown == nil {
			continue
		}
		to := contact{category: platform.WebView, api: "<web-view src>", place: m.Span(call.L.Start, call.L.End)}
		for i, piece := range pieces[1:] {
			if before := pieces[i]; before.Kind == ast.String && model.PageParameter.MatchString(before.Text) {
				for _, v := range w.in.values.Eval(piece, m).Texts() {
					if w.record.contacted(decodedFrom(v, 0), to) {
						w.opened[shown.Name] = true
					}
				}
			}
		}
	}
}

// webViewPage returns the file of the page at a path, as it is written in a
// file, when the page shows a web-view.
func (w *webViews) webViewPage(from, page string) *miniprogram.File {
	key := pagePath{path.Dir(from), page}
	shown, ok := w.shows[key]
	if !ok {
		shown = w.find(key)
		w.shows[key] = shown
	}
	return shown
}

// find is webViewPage for a path that was not asked for before. A page that is not live cannot be opened.
func (w *webViews) find(key pagePath) *miniprogram.File {
	for _, root := range append([]string{key.folder}, w.in.names.Roots...) {
		for _, stem := range [...]string{path.Join(root, key.page), path.Join(root, key.page, "index")} {
			for _, ext := range append(platform.MarkupExtensions(), ".vue", ".mpx", ".wpy", ".nvue", ".tsx", ".jsx", ".js") {
				if f := w.in.names.Files[stem+ext]; f != nil && w.in.live.Files[f.Name] && w.webViewTag(f) {
					return f
				}
			}
		}
	}
	return nil
}

func (w *webViews) webViewTag(f *miniprogram.File) bool {
	if f.Kind == miniprogram.Script {
		m := w.in.values.Module(f.Name)
		return m != nil && slices.ContainsFunc(m.Tree.Elements, func(x *ast.Expr) bool { return model.WebViews[x.Text] })
	}
	g := w.in.values.Page(f)
	return g != nil && g.HasTag(model.WebViews)
}
