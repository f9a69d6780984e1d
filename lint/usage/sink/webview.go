package sink

import (
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/markup"
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
}

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
	for at := 0; ; {
		i := strings.Index(query[at:], "=http")
		if i < 0 {
			return
		}
		at += i + 1
		// the literal in which the host stands, behind the scheme
		host := len(page) + len("?") + at + len("https://")
		inner := v.Inner(strings.ReplaceAll(query[at:], "%3A%2F%2F", "://"), host)
		if w.record.contacted(inner, to) {
			w.opened[shown.Name] = true
		}
	}
}

// embeddedPieces notes the URLs that are joined into the path of a page with a
// web-view, where the pieces before them are not all known:
// `/pages/web/web?title=${title}&url=${url}`.
func (w *webViews) embeddedPieces(call *ast.Expr, m *resolve.Module) {
	for _, prop := range call.List[0].Props {
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
				if found, _ := w.record.reaches(w.in.values.Eval(piece, m).Texts(), to); found {
					w.opened[shown.Name] = true
				}
			}
		}
	}
}

// webViewPage returns the file of the page at a path, as it is written in a
// file, when the page shows a web-view.
func (w *webViews) webViewPage(from, page string) *miniprogram.File {
	for _, root := range append([]string{path.Dir(from)}, w.in.names.Roots...) {
		for _, stem := range [...]string{path.Join(root, page), path.Join(root, page, "index")} {
			for _, ext := range append(platform.MarkupExtensions(), ".vue", ".mpx", ".wpy", ".nvue", ".tsx", ".jsx", ".js") {
				if f := w.in.names.Files[stem+ext]; f != nil && w.webViewTag(f) {
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
	for a := range markup.Elements(f.Bytes) {
		if model.WebViews[a.Tag] {
			return true
		}
	}
	return false
}
