package sink

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// unasked finds the servers that the source of an SDK names and that nothing asks, since
// what the SDK is given says so. It closes only where all is seen that it is given.
type unasked struct {
	in    *inputs
	known map[unaskedKey]bool
	spans []source.Span // of those that were found
}

// maxUnasked bounds how often all modules are looked at for a server and the module that names
// it: a mini program has one or two such SDKs.
const maxUnasked = 32

type unaskedKey struct {
	host string
	m    *resolve.Module
}

// has reports whether nothing asks a host that the source of an SDK names at a place.
func (u *unasked) has(host string, m *resolve.Module, at source.Span) bool {
	of := platform.UnaskedFor(host)
	if of == nil || m == nil {
		return false
	}
	key := unaskedKey{host, m}
	is, ok := u.known[key]
	if !ok && len(u.known) < maxUnasked {
		switch {
		case of.By != nil:
			is = u.allName(m, of.By)
		case of.Providers != nil:
			is = u.allElsewhere(m, of.Providers)
		case of.StandsIn:
			is = standsIn(host, m)
		default:
			is = u.isOff(m, of)
		}
		u.known[key] = is
	}
	if is {
		u.spans = append(u.spans, at)
	}
	return is
}

// drop leaves out the uses of servers that nothing asks: what stands for a host is asked where
// a call is seen to get it.
func (u *unasked) drop(uses []Use) []Use {
	return slices.DeleteFunc(uses, func(use Use) bool {
		of := platform.UnaskedFor(use.Endpoint.Host)
		return of != nil && !of.StandsIn && use.SDK == "" && u.has(use.Endpoint.Host, u.in.sources.Module(use.Span.File.Name), use.Span)
	})
}

// allElsewhere reports whether the source of uniCloud has no service space of some providers:
// a build writes those of the project into it, as JSON, and objects describe others.
func (u *unasked) allElsewhere(runtime *resolve.Module, providers []string) bool {
	others, isRuntime := true, false
	add := func(provider string) {
		others = others && provider != "" && !slices.Contains(providers, provider)
	}
	for m := range u.in.modules() {
		ast.Walk(m.Tree, func(x *ast.Expr, _ []*ast.Expr) {
			switch {
			case x.Kind == ast.String && m == runtime && strings.Contains(x.Text, platform.UniCloud+".init"):
				isRuntime = true
			case x.Kind == ast.String && strings.Contains(x.Text, `"spaceId"`):
				spacesIn(x.Text, add)
			case x.Kind == ast.Object:
				if provider, isSpace := providerIn(x, m == runtime); isSpace {
					add(provider)
				}
			case m != runtime && givesUnknownSpace(x):
				add("")
			case x.Kind == ast.Call && len(x.List) > 0 && ast.NameOf(x.L) == "init" && memberOf(x.List[0], "env") != nil:
				add("") // the SDK of Tencent, which is in uniCloud's source, by itself
			}
		})
	}
	return isRuntime && others
}

// givesUnknownSpace reports whether an expression may say which service space is used, but not
// by a literal: init(space), space.provider = name.
func givesUnknownSpace(x *ast.Expr) bool {
	switch {
	case x.Kind == ast.Assign:
		return x.L.Kind == ast.Member && x.L.Text == "provider"
	case x.Kind != ast.Call || ast.NameOf(x.L) != "init" || len(x.List) != 1:
		return false
	case x.L.Kind == ast.Member && x.L.L.Kind == ast.This: // a component's own
		return false
	}
	switch x.List[0].Kind {
	case ast.String, ast.Number, ast.Function, ast.Not, ast.This:
		return false
	case ast.Object:
		return slices.ContainsFunc(x.List[0].Props(), func(p ast.Prop) bool { return p.Spread || p.Computed != nil })
	}
	return true
}

// spacesIn gives the providers of the service spaces that a text describes.
func spacesIn(text string, add func(provider string)) {
	doc, _ := jsonc.Parse(source.NewFile("", []byte(text)))
	switch root := doc.Root(); root.Kind() {
	case jsonc.Array:
		root.Each(func(_, space jsonc.Node) bool { add(space.Get("provider").String()); return true })
	default:
		add(root.Get("provider").String())
	}
}

// providerIn returns the provider that an object names, as far as it is written there, and
// whether it describes a service space: uniCloud's source tells itself of one by names.
func providerIn(x *ast.Expr, isOwn bool) (provider string, isSpace bool) {
	of := memberOf(x, "provider")
	if of != nil && of.Kind == ast.String {
		return of.Text, true
	}
	space := memberOf(x, "spaceId")
	return "", space != nil && (!isOwn || of != nil && of.Kind != ast.Ident && !areOfSame(of, space))
}

// areOfSame reports whether a provider and a service space are read of the same description.
func areOfSame(provider, space *ast.Expr) bool {
	isRead := provider.Kind == ast.Member && space.Kind == ast.Member && provider.Text == "provider" && space.Text == "spaceId"
	return isRead && provider.L.Kind == ast.Ident && space.L.Kind == ast.Ident && provider.L.Binding() != nil && provider.L.Binding() == space.L.Binding()
}

// memberOf returns what an object literal has under a key, nil for nothing.
func memberOf(x *ast.Expr, key string) *ast.Expr {
	i := slices.IndexFunc(x.Props(), func(p ast.Prop) bool { return p.Key == key })
	if i < 0 {
		return nil
	}
	return x.Props()[i].Value
}
