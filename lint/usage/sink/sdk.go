package sink

import (
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// sdks notes the hosts of the SDKs that live code imports, unless their source
// is among the files and was followed like any other.
type sdks struct {
	in     *inputs
	record *record
}

func (d *sdks) all() {
	for m := range d.in.modules() {
		for _, imp := range m.Tree.Imports {
			if sdk, hosts, ok := platform.SDKByImport(imp.From); ok {
				d.sdk(sdk, hosts, m.Span(imp.Start, imp.End), d.in.sources.Load(m, imp.From))
			}
		}
	}
	for _, f := range d.in.project.Configs {
		if path.Base(f.Name) == "manifest.json" && f.Doc != nil {
			d.uniStatistics(f.Doc.Root())
		}
	}
}

func (d *sdks) sdk(sdk message.Text, hosts []platform.SDKHost, at source.Span, own *resolve.Module) {
	if own != nil && d.record.contactsIn(own.File) {
		return
	}
	if len(hosts) == 0 {
		d.record.dynamic = append(d.record.dynamic, Use{Category: platform.Upload, API: sdk.EN, Certainty: Dynamic, Span: at})
	}
	for _, h := range hosts {
		if h.On != "" && !slices.Contains(d.in.project.Platforms, h.On) {
			continue
		}
		for _, category := range h.Categories {
			d.record.add(Use{Endpoint: endpoint.Endpoint{Scheme: "https", Host: h.Host}, Category: category, API: sdk.EN, Certainty: Call, Span: at})
		}
	}
}

// uniStatistics notes the host that uni-app reports to when a manifest
// switches its statistics on: the public ones of version 2 have another than version
// 1. Private ones, which version 2 alone means, report to a space of one's own
// (https://uniapp.dcloud.net.cn/uni-stat-v2.html).
func (d *sdks) uniStatistics(root jsonc.Node) {
	sections := []jsonc.Node{root}
	for _, p := range platform.All() {
		sections = append(sections, root.Get(p.Names.Manifest))
	}
	for _, of := range sections {
		on := of.At("uniStatistics", "enable")
		if !on.Bool() {
			continue
		}
		kind, two := statisticsOf(sections)
		if kind == "private" || kind == "" && two {
			return
		}
		for _, h := range platform.UniStatistics() {
			if strings.HasSuffix(h.Host, ".dcloud.net.cn") == (kind == "public") {
				d.sdk(h.SDK, []platform.SDKHost{h}, on.Span(), nil)
			}
		}
		return
	}
}

// statisticsOf returns the type of the statistics and whether they are of version
// 2, as the root of a manifest or the section of a platform says.
func statisticsOf(sections []jsonc.Node) (kind string, two bool) {
	for _, of := range sections {
		if kind == "" {
			kind = of.At("uniStatistics", "type").String()
		}
		two = two || strings.HasPrefix(of.At("uniStatistics", "version").String(), "2")
	}
	return kind, two
}
