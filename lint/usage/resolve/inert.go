package resolve

import (
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
	inert, exports := true, len(t.Exports) > 0
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
		return contacting()[x.Text] || holdsAddress(x.Text)
	case ast.Member:
		return contacting()[x.Text]
	case ast.Ident:
		return isOutside(x) && !isReadByName(x, around)
	case ast.Object:
		for _, p := range x.Props() {
			if contacting()[p.Key] {
				return true
			}
		}
	}
	return false
}

// isOutside reports whether a name is one of the platform or of a build, by which code gets at
// what contacts somebody.
func isOutside(x *ast.Expr) bool {
	return (contacting()[x.Text] || outsideNames()[x.Text]) && x.Binding() == nil
}

// isReadByName reports whether only a member of a platform's object is read that contacts
// nobody, or whether the object is there at all: wx.getSystemInfoSync, typeof wx.
func isReadByName(x *ast.Expr, around []*ast.Expr) bool {
	if len(around) == 0 || contacting()[x.Text] {
		return false
	}
	outer := around[len(around)-1]
	return outer.Kind == ast.Member && outer.L == x || outer.Kind == ast.Unknown && len(outer.List) == 1
}

// contacting are the names of what contacts somebody: functions of platforms, and those of
// browsers that frameworks and libraries bring along.
var contacting = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{"XMLHttpRequest": true, "WebSocket": true, "EventSource": true, "fetch": true, "sendBeacon": true, "importScripts": true, "ajax": true, "axios": true}
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

// holdsAddress reports whether a text has the beginning of an address that is not only a name.
func holdsAddress(text string) bool {
	if host, ok := strings.CutPrefix(strings.TrimSpace(text), "//"); ok && strings.IndexAny(host, hostBytes) == 0 {
		return true
	}
	for rest := text; ; {
		before, behind, ok := strings.Cut(rest, "://")
		if !ok {
			return false
		}
		host := behind[:len(behind)-len(strings.TrimLeft(behind, hostBytes))]
		if isAddressScheme(before[strings.LastIndexFunc(before, isNoLetter)+1:]) && !model.Namespaces[host] {
			return true
		}
		rest = behind
	}
}

// isAddressScheme reports whether what has a scheme may be contacted; none may come from elsewhere.
func isAddressScheme(scheme string) bool {
	switch scheme {
	case "", "http", "https", "ws", "wss":
		return true
	}
	_, is := platform.PortedURL(scheme + "://")
	return is
}

func isNoLetter(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') }

// hostBytes are what hosts are written with.
const hostBytes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._"
