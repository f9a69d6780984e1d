package flow

import (
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/markup"
)

// readDataset reads e.currentTarget.dataset.name in the script of a page: the
// data-name attributes of the markup beside it
// (https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html).
func (c *collector) readDataset(m *module, name string) values {
	stem := strings.TrimSuffix(m.name, path.Ext(m.name))
	var out values
	for _, ext := range platform.MarkupExtensions() {
		f := c.files[stem+ext]
		if f == nil || f.Bytes == nil {
			continue
		}
		g := &page{file: f.File, src: c.active(f.Bytes), script: m}
		c.prepare(g)
		for a := range markup.Elements(g.src) {
			if attribute, ok := strings.CutPrefix(a.Name, "data-"); ok && datasetName(attribute) == strings.ToLower(name) {
				out = out.union(c.attributeValues(g, a))
			}
		}
	}
	return out
}

// datasetName is the property that data-image-url becomes, in lower case.
func datasetName(attribute string) string {
	return strings.ToLower(strings.ReplaceAll(attribute, "-", ""))
}
