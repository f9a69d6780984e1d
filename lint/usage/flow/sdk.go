package flow

import (
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// sdks notes the hosts of the SDKs that live code imports, unless their source
// is among the files and was followed like any other.
func (c *collector) sdks() {
	for _, m := range c.order {
		for _, imp := range m.tree.Imports {
			if sdk, hosts, ok := platform.SDKByImport(imp.From); ok {
				c.sdk(sdk, hosts, m.span(imp.Start, imp.End), c.load(m, imp.From))
			}
		}
	}
	for _, f := range c.project.Configs {
		if path.Base(f.Name) == "manifest.json" && f.Doc != nil {
			c.uniStatistics(f.Doc.Root())
		}
	}
}

func (c *collector) sdk(sdk message.Text, hosts []platform.SDKHost, at source.Span, own *module) {
	if own != nil && c.contactsIn(own.file) {
		return
	}
	if len(hosts) == 0 {
		c.dynamic = append(c.dynamic, Use{Category: platform.Upload, API: sdk.EN, Certainty: Dynamic, Span: at})
	}
	for _, h := range hosts {
		if h.On != "" && !slices.Contains(c.project.Platforms, h.On) {
			continue
		}
		for _, category := range h.Categories {
			c.add(Use{Endpoint: endpoint.Endpoint{Scheme: "https", Host: h.Host}, Category: category, API: sdk.EN, Certainty: Call, Span: at})
		}
	}
}

// contactsIn reports whether a use in the file was found.
func (c *collector) contactsIn(f *source.File) bool {
	for i := range c.uses {
		if c.uses[i].Span.File == f && c.uses[i].Category.Enforced() {
			return true
		}
	}
	return false
}

// uniStatistics notes the host that uni-app reports to when a manifest
// switches its statistics on: version 2 has another than version 1.
func (c *collector) uniStatistics(root jsonc.Node) {
	sections := []jsonc.Node{root}
	for _, p := range platform.All() {
		sections = append(sections, root.Get(p.Names.Manifest))
	}
	for _, of := range sections {
		on := of.At("uniStatistics", "enable")
		if !on.Bool() {
			continue
		}
		two := strings.HasPrefix(of.At("uniStatistics", "version").String(), "2")
		for _, h := range platform.UniStatistics() {
			if strings.HasSuffix(h.Host, ".dcloud.net.cn") == two {
				c.sdk(h.SDK, []platform.SDKHost{h}, on.Span(), nil)
			}
		}
		return
	}
}
