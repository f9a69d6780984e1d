package resolve

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// leastInert is from how many functions on a library is looked at. What smaller ones do with
// addresses is followed: event buses, helpers for lists and objects.
const leastInert = 1500

// isInert reports whether a script is a large library that cannot contact anybody by itself, as
// those that draw charts: it exports what it does, has no address, names no function of a
// platform that contacts, loads nothing and makes no page. What exports nothing is had by other
// ways, as the chunks of a bundle are. Following all its objects would take the work that the rest
// of the mini program needs; what it gives back is not known, as of a package.
func isInert(t *ast.Tree) bool {
	if t == nil || len(t.Funcs) < leastInert || len(t.Imports) > 0 || len(t.Elements) > 0 || t.TooDeep != nil || t.TooLong != nil {
		return false
	}
	inert, exports := !slices.ContainsFunc(t.Bindings, takesContacting), len(t.Exports) > 0
	ast.Walk(t, func(x *ast.Expr, around []*ast.Expr) {
		inert = inert && !mayContact(x, around)
		exports = exports || x.Kind == ast.Ident && (x.Text == "exports" || x.Text == "module") && x.Binding() == nil
	})
	return inert && exports
}

// mayContact reports whether an expression is a way to contact somebody, or leads to one.
func mayContact(x *ast.Expr, around []*ast.Expr) bool {
	switch x.Kind {
	case ast.String:
		return isContacting(x.Text) || holdsAddress(x.Text)
	case ast.Member:
		return isContacting(x.Text) || outsideNames()[x.Text] && !isReadByName(x, around)
	case ast.Ident:
		return x.Binding() == nil && (isContacting(x.Text) || outsideNames()[x.Text] && !isReadByName(x, around))
	case ast.Index:
		return x.L.Kind == ast.Ident && model.GlobalObjects[x.L.Text] && x.L.Binding() == nil
	case ast.Object:
		return slices.ContainsFunc(x.Props(), func(p ast.Prop) bool { return isContacting(p.Key) || holdsAddress(p.Key) })
	}
	return false
}

// takesContacting reports whether a name is given a part of a value that has such a name:
// const { request: send } = x.
func takesContacting(b *ast.Binding) bool {
	return slices.ContainsFunc(b.Defs, func(d ast.Def) bool {
		return slices.ContainsFunc(d.Path, func(key string) bool { return isContacting(key) || outsideNames()[key] })
	})
}

func isContacting(name string) bool { return contacting()[name] }

// isReadByName reports whether only a member of a platform's object is read that contacts
// nobody, or whether the object is there at all: wx.getSystemInfoSync, typeof wx.
func isReadByName(x *ast.Expr, around []*ast.Expr) bool {
	if len(around) == 0 {
		return false
	}
	outer := around[len(around)-1]
	return outer.Kind == ast.Member && outer.L == x || outer.Kind == ast.Unknown && len(outer.List) == 1
}

// contacting are the names of what contacts somebody: functions of platforms, and those of
// browsers that frameworks and libraries bring along.
var contacting = sync.OnceValue(func() map[string]bool {
	names := maps.Clone(model.Requesters)
	for _, p := range platform.Known() {
		for _, api := range p.APIs {
			first, _, _ := strings.Cut(api.Name, ".")
			names[first] = true
		}
	}
	return names
})

// outsideNames are the names of what leads to those, or to other modules.
var outsideNames = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{"require": true, "getApp": true, "getCurrentPages": true, "eval": true}
	for _, prefix := range platform.APIPrefixes() {
		names[prefix] = true
	}
	for name := range model.NativeMakers {
		names[name] = true
	}
	return names
})

// holdsAddress reports whether a text has the beginning of an address that is not only a name,
// as it is or encoded, or is a host.
func holdsAddress(text string) bool {
	text = strings.ToLower(strings.TrimSpace(text))
	if host, ok := strings.CutPrefix(text, "//"); ok && strings.IndexAny(host, hostBytes) == 0 {
		return true
	}
	for rest := text; ; {
		before, behind, ok := strings.Cut(rest, "://")
		if !ok {
			return strings.Contains(text, "%3a%2f%2f") || isSchemeOnly(text) || isHost(text)
		}
		host := behind[:len(behind)-len(strings.TrimLeft(behind, hostBytes))]
		if isAddressScheme(before[strings.LastIndexFunc(before, isNoLetter)+1:]) && !model.Namespaces[host] {
			return true
		}
		rest = behind
	}
}

// isAddressScheme reports whether what has a scheme may be contacted, or what has the end of
// one, of which the rest may come from elsewhere.
func isAddressScheme(scheme string) bool {
	if strings.HasSuffix("https", scheme) || strings.HasSuffix("http", scheme) || strings.HasSuffix("wss", scheme) || scheme == "ws" {
		return true
	}
	_, is := platform.PortedURL(scheme + "://")
	return is
}

// isSchemeOnly reports whether a text is a scheme, with its colon.
func isSchemeOnly(text string) bool {
	scheme, ok := strings.CutSuffix(text, ":")
	return ok && scheme != "" && isAddressScheme(scheme)
}

// isHost reports whether a text can be no name of a property but only a host: it has a suffix
// under which hosts of mini programs are filed.
func isHost(text string) bool {
	i := strings.LastIndexByte(text, '.')
	return i > 0 && hostSuffixes[text[i+1:]] && strings.Trim(text, hostBytes) == ""
}

// hostSuffixes are the suffixes of most hosts. Others are names of properties in libraries:
// label.show, axis.name.
var hostSuffixes = map[string]bool{"com": true, "cn": true, "net": true, "org": true, "io": true, "xyz": true, "top": true, "cc": true, "tech": true, "vip": true, "club": true, "site": true, "online": true, "dev": true, "app": true, "ltd": true, "im": true, "me": true, "co": true, "tv": true}

func isNoLetter(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') }

// hostBytes are what hosts are written with.
const hostBytes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._"
