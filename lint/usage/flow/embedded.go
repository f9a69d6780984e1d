package flow

import (
	"strings"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// embeddedPieces notes the URLs that are joined into the path of a page with a
// web-view, where the pieces before them are not all known:
// `/pages/web/web?title=${title}&url=${url}`.
func (c *collector) embeddedPieces(call *ast.Expr, m *module) {
	for _, prop := range call.List[0].Props {
		if prop.Key != "url" || prop.Value == nil || prop.Value.Kind != ast.Template && prop.Value.Kind != ast.Concat {
			continue
		}
		pieces := prop.Value.List
		page, _, ok := strings.Cut(pieces[0].Text, "?")
		shown := c.webViewPage(m.name, page)
		if pieces[0].Kind != ast.String || !ok || shown == nil {
			continue
		}
		to := contact{category: platform.WebView, api: "<web-view src>", place: m.span(call.L.Start, call.L.End)}
		for i, piece := range pieces[1:] {
			if before := pieces[i]; before.Kind == ast.String && model.PageParameter.MatchString(before.Text) {
				if found, _ := c.reaches(c.eval(piece, m, nil).text(), to); found {
					c.opened[shown.Name] = true
				}
			}
		}
	}
}
