package sink

import (
	"iter"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// sdks notes the hosts of the SDKs that live code imports, unless their source
// is among the files and was followed like any other.
type sdks struct {
	in       *inputs
	record   *record
	replaced map[platform.Replaced]bool // whether an option names a server, once asked for
}

func (d *sdks) all() {
	for m := range d.in.modules() {
		for _, imp := range m.Tree.Imports {
			if sdk, hosts, ok := platform.SDKByImport(imp.From); ok {
				d.sdk(imp.From, sdk, hosts, m.Span(imp.Start, imp.End), d.in.sources.Load(m, imp.From))
			}
		}
	}
	for _, f := range d.in.project.Configs {
		if path.Base(f.Name) == "manifest.json" && f.Doc != nil {
			d.uniStatistics(f.Doc.Root())
		}
	}
	if spaces := d.serviceSpaces(); len(spaces) > 0 {
		d.uniCloud(spaces)
	}
}

// sdk notes the hosts of an SDK that is called by a name at a place.
func (d *sdks) sdk(name string, sdk message.Text, hosts []platform.SDKHost, at source.Span, own *resolve.Module) {
	if own != nil && (d.record.contactsIn(own.File) || d.asksNothing(own)) {
		return
	}
	if len(hosts) == 0 {
		d.record.dynamic = append(d.record.dynamic, Use{Category: platform.Upload, API: sdk.EN, Certainty: Dynamic, Span: at})
	}
	for _, h := range hosts {
		if h.On != "" && !slices.Contains(d.in.project.Platforms, h.On) || d.isReplaced(h.By) {
			continue
		}
		for _, category := range h.Categories {
			d.record.add(Use{Endpoint: endpoint.Endpoint{Scheme: "https", Host: h.Host}, Category: category, API: sdk.EN, SDK: name, Certainty: Call, Span: at})
		}
	}
}

// asksNothing reports whether all that an SDK's own source has to do with requests stands in
// functions that nothing calls.
func (d *sdks) asksNothing(own *resolve.Module) bool {
	all := requestWord().FindAllStringIndex(own.Tree.Source, -1)
	isLive := func(at []int) bool { return !d.in.live.IsDead(own.Name, at[0]) }
	return len(all) > 0 && !slices.ContainsFunc(all, isLive)
}

// requestWord finds the names of the APIs that contact servers.
var requestWord = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\b(?:` + strings.Join(slices.Sorted(maps.Keys(model.Wrappers)), "|") + `)\b`)
})

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
				d.sdk(h.SDK.EN, h.SDK, []platform.SDKHost{h}, on.Span(), nil)
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

// serviceSpaces are the folders of uniCloud's service spaces beside the sources.
func (d *sdks) serviceSpaces() (spaces []string) {
	if d.in.project.List == nil {
		return nil
	}
	for _, folder := range append([]string{d.in.project.Root}, d.in.project.Sources...) {
		for _, name := range d.in.project.List(folder) {
			name, ok := strings.CutSuffix(name, "/")
			if _, known := platform.UniCloudFolders[name]; ok && known && !slices.Contains(spaces, name) {
				spaces = append(spaces, name)
			}
		}
	}
	slices.Sort(spaces)
	return spaces
}

// uniCloud notes the hosts of service spaces where live code calls uniCloud: the one
// for files only where it uploads some.
func (d *sdks) uniCloud(spaces []string) {
	var at []source.Span
	uploads := false
	for m := range d.in.modules() {
		for x := range cloudCalls(m) {
			at = append(at, m.Span(x.L.Start, x.L.End))
			uploads = uploads || x.L.Text == "uploadFile"
		}
	}
	if len(at) == 0 {
		return
	}
	for _, space := range spaces {
		sdk := platform.UniCloudFolders[space]
		for _, h := range platform.HostsOf(sdk) {
			switch {
			case h.Below: // each space has one of its own
				d.record.dynamic = append(d.record.dynamic, Use{Category: h.Categories[0], API: sdk.EN, Certainty: Dynamic, Span: at[0]})
			case h.Categories[0] != platform.Upload || uploads:
				d.sdk(sdk.EN, sdk, []platform.SDKHost{h}, at[0], nil)
			}
		}
	}
}

// cloudCalls gives the calls of uniCloud in a module but those that follow a login by
// a provider which apps alone have. An inner call stands before those around it.
func cloudCalls(m *resolve.Module) iter.Seq[*ast.Expr] {
	return func(yield func(*ast.Expr) bool) {
		var calls []*ast.Expr
		for _, x := range m.Tree.Calls {
			if root := rootOf(x.L); root != x.L && root.Kind == ast.Ident && root.Text == platform.UniCloud && root.Binding() == nil {
				calls = append(calls, x)
			}
			if isAppLogin(x) {
				calls = slices.DeleteFunc(calls, func(c *ast.Expr) bool { return x.Start <= c.Start && c.End <= x.End })
			}
		}
		for _, x := range calls {
			if !yield(x) {
				return
			}
		}
	}
}

// isAppLogin reports whether a call names a provider that apps alone have.
func isAppLogin(x *ast.Expr) bool {
	if len(x.List) == 0 {
		return false
	}
	return slices.ContainsFunc(x.List[0].Props(), func(p ast.Prop) bool {
		return p.Key == "provider" && p.Value != nil && p.Value.Kind == ast.String && p.Value.Text == platform.AppProvider
	})
}
