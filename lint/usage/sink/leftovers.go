package sink

import (
	"bytes"
	"maps"
	"net/netip"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/account"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// leftovers decides about the addresses that reached nothing that is known.
type leftovers struct {
	in     *inputs
	record *record
	out    *outlets
	idle   *unasked
	given  givenLiterals
	// unknown is what unknown code is given, and roots are those of engines, once they were
	// asked for.
	unknown *unknownCode
	roots   map[string]givenRoot
	paged
}

// all decides about the URL literals that reached nothing that is known: a base
// URL that goes where the evaluator could not follow is a use; pictures are media;
// text and what nothing reads is nothing.
func (a *leftovers) all() {
	a.variables()
	a.given = givenToPackages(a.record.packaged, a.in.values)
	styles := a.in.haveStyles()
	for _, r := range a.out.addresses {
		switch {
		case a.in.sources.Stopped():
			return
		case isMade(r.expr):
			if isOfLiteral(r.expr) || !r.mod.Minified() && !isCut(r.expr) {
				a.made(r.expr, r.mod)
			}
		case r.expr.Kind != ast.String:
			if (styles || beginsAsURL(r.expr)) && a.in.values.MayHoldURL(r.expr, r.mod, styles) {
				a.joined(r.expr, r.mod)
			}
		case !a.record.used[r.expr]:
			if ep, ok := eval.ParseURL(strings.TrimSpace(r.expr.Text)); ok {
				a.literal(r.expr, eval.Literal(r.expr, r.mod), ep, r.mod)
			}
		}
	}
}

// variables decides about the URLs of .env files and of the build that
// reached nothing known, although the code reads them.
func (a *leftovers) variables() {
	for _, table := range [...]map[string]eval.Values{a.in.values.Variables(), a.in.values.Constants()} {
		for _, name := range slices.Sorted(maps.Keys(table)) {
			for _, v := range table[name] {
				if len(v.Parts) == 0 || a.record.used[v.Parts[0].Expr] || model.MediaName.MatchString(name) {
					continue
				}
				if a.out.endsOfVariable(v.Parts[0].Expr, name).has(elsewhere | lost | taken | given) {
					a.record.mayReach(v, platform.Unknown)
				}
			}
		}
	}
}

// haveStyles reports whether a text may be a style, in which an address stands behind
// others: it is read out of url(…).
func (in *inputs) haveStyles() bool {
	for f := range in.files() {
		if f.Kind != miniprogram.Style && in.saysStyle(f) {
			return true
		}
	}
	return false
}

// saysStyle reports whether a file has the beginning of an address in a style where a text can
// take it from. None can from a block of styles, or from the style of an element that is no
// component.
func (in *inputs) saysStyle(f *miniprogram.File) bool {
	left := styleAddresses(f.Bytes)
	if left > 0 && f.Kind == miniprogram.Component {
		for _, b := range in.sources.Blocks(f, f.Bytes) {
			if b.Kind == markup.Style {
				left -= styleAddresses(f.Bytes[b.Start:b.End])
			}
		}
	}
	if left == 0 {
		return false
	}
	if g := in.values.Page(f); g != nil {
		for a := range g.Attributes() {
			if strings.TrimPrefix(strings.TrimPrefix(a.Name, "v-bind"), ":") == "style" && !g.IsOfComponent(a) {
				left -= styleAddresses(g.Src[a.Start:a.End])
			}
		}
	}
	return left > 0
}

// styleAddresses is how often url( stands in a source that is no end of a name: a.url(b).
func styleAddresses(src []byte) (n int) {
	for mark := []byte("url("); ; {
		at := bytes.Index(src, mark)
		if at < 0 {
			return n
		}
		if !endsInName(src[:at]) {
			n++
		}
		src = src[at+len(mark):]
	}
}

// endsInName reports whether what follows a text is the end of a name, or of a member's: \n
// and %20 begin none.
func endsInName(text []byte) bool {
	word := len(text)
	for word > 0 && isNameByte(text[word-1]) {
		word--
	}
	if word == len(text) {
		return word > 0 && text[word-1] == '.'
	}
	return word == 0 || text[word-1] != '\\' && text[word-1] != '%'
}

func isNameByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '$'
}

// beginsAsURL reports whether a text that is joined may begin with a URL: by the first
// letter of what is written at its start, if that is known.
func beginsAsURL(x *ast.Expr) bool {
	first := x
	switch {
	case x.Kind == ast.Call: // "https://".concat(host)
		first = x.L.L
	case len(x.List) > 0:
		first = x.List[0]
	}
	text := strings.TrimSpace(first.Text)
	return first.Kind != ast.String || text == "" || eval.BeginsAsURL(text)
}

// isVersion reports whether a host that was joined begins with a version or a number: an IP
// address that is not written as one, or names behind a text that ends with 2.0.
func isVersion(v *eval.Value, ep endpoint.Endpoint) bool {
	if ip, err := netip.ParseAddr(ep.Host); err != nil || !ip.Is4() {
		first, rest, _ := strings.Cut(ep.Host, ".")
		second, _, _ := strings.Cut(rest, ".")
		return len(v.Parts) > 1 && isNumber(first) && isNumber(second) &&
			slices.ContainsFunc(v.Parts, func(p eval.Part) bool { return strings.HasSuffix(p.Expr.Text, first+"."+second) })
	}
	written := v.Text[eval.HostOffset(v.Text):]
	if end := strings.IndexAny(written, "/:?#"); end >= 0 {
		written = written[:end]
	}
	return strings.Trim(written, "0123456789.") == "" && strings.Count(written, ".") < 3
}

// isNumber reports whether a name in a host can be a part of a version.
func isNumber(name string) bool {
	return len(name) < 4 && name != "" && strings.Trim(name, "0123456789") == ""
}

// verdict is what is decided about an address that reached no call.
type verdict uint8

// The verdicts.
const (
	ignored verdict = iota // it contacts nothing
	counted                // a base URL that counts as contacted
	told                   // it may be contacted
)

// literal decides about one expression x with the value v.
func (a *leftovers) literal(x *ast.Expr, v *eval.Value, ep endpoint.Endpoint, m *resolve.Module) {
	part, ok := v.Place(ep)
	if !ok {
		return
	}
	switch u, is := a.judge(x, part, ep, m, a.record.unexplained()); is {
	case counted:
		a.record.add(u)
	case told:
		a.tell(part.Expr, ep, u.Span)
	}
}

// tell accounts for an address that may be contacted, unless something is yet seen to contact it.
func (a *leftovers) tell(literal *ast.Expr, ep endpoint.Endpoint, at source.Span) {
	row := account.Row{Reason: account.Address, Message: "account.address", Args: []any{ep.String()}, Span: at}
	a.record.handed = append(a.record.handed, handed{literal, row})
}

// judge decides about one expression x with an address whose host a literal names; open
// reports whether a request goes to a host that is not known.
func (a *leftovers) judge(x *ast.Expr, part eval.Part, ep endpoint.Endpoint, m *resolve.Module, open bool) (u Use, is verdict) {
	around := ancestors(x)
	name, ok := a.out.bound.holder(x, around)
	shown := !ok && standsInShown(a.out, around)
	if !ok && !shown || a.out.isUnusedDefault(x, m) {
		return u, ignored
	}
	u = Use{Endpoint: ep, Category: unseen(ep), Certainty: Literal, Span: part.Mod.Span(part.Expr.Start, part.Expr.End)}
	if a.idle.has(ep.Host, part.Mod, u.Span) || ep.Host == nowhere || a.isGivenRoot(x) {
		return u, ignored
	}
	if category, ok := model.EngineRoots[name]; ok {
		u.Category = category
		return u, counted
	}
	picture := isPicture(x, around) || model.MediaName.MatchString(name) && !model.Base.MatchString(name)
	base := !picture && (model.Base.MatchString(name) || baseAround(x, around) || isBare(ep, m))
	if !base && (model.Namespaces[ep.Host] || (m.Minified() && a.given[x] != asArgument && !isOfPage(a.out, a.paged, x, m) || model.WebPage.MatchString(name)) && !isSocket(ep)) {
		return u, ignored
	}
	if a.out.isUnread(x, m) {
		return u, ignored
	}
	end := a.out.endsOf(x, part.Expr)
	switch as := max(a.given[x], a.given[part.Expr]); {
	case as == asArgument && !shown:
		end |= given
	case as == inObject:
		end |= lost
		if base {
			end |= given
		}
	}
	switch {
	case end.has(given) && !(isPicture(x, around) && model.MediaName.MatchString(name)),
		isSocket(ep) && (end.has(elsewhere|lost|taken) || end == 0 && a.out.isRead(name)),
		base && (end.has(taken|outside|passed) || open && (end.has(elsewhere|lost) || end == 0 && a.out.isRead(name))),
		!picture && open && end.has(lost|taken) && isOrigin(ep):
		return u, counted
	case end.has(lost | taken | pictured | passed | enclosed), open && end.has(elsewhere) && !end.has(harmless) && !picture && isOrigin(ep),
		!picture && a.isGivenToUnknown(x, part.Expr, end):
		return u, told
	}
	return u, ignored
}

// isGivenRoot reports whether an address is what the root of an engine is where a game gives
// it none, and this one does: unityNamespace.DATA_CDN || "https://…".
func (a *leftovers) isGivenRoot(x *ast.Expr) bool {
	or := x.Parent
	if or == nil || or.R != x || !isDefaultRoot(or) {
		return false
	}
	if a.roots == nil {
		a.findRoots()
	}
	root := a.roots[or.L.Text]
	return root.given && !root.other
}

// isDefaultRoot reports whether an expression is the root of an engine or, where it is not
// given, something else.
func isDefaultRoot(x *ast.Expr) bool {
	if x.Kind != ast.Logical || x.Op != lexer.Or || x.L.Kind != ast.Member {
		return false
	}
	_, is := model.EngineRoots[x.L.Text]
	return is
}

// givenRoot is what a program gives the root of an engine: an address, and what may be none.
type givenRoot struct{ given, other bool }

// findRoots finds what objects have under the names of roots, and what is assigned to those.
func (a *leftovers) findRoots() {
	a.roots = map[string]givenRoot{}
	add := func(name string, value *ast.Expr, m *resolve.Module) {
		if value == nil || isDefaultRoot(value) {
			return // it gives what was given, or the default
		}
		vs := a.in.values.Eval(value, m)
		root := givenRoot{true, len(vs) == 0 || slices.ContainsFunc(vs, isNoURL)}
		root.other = root.other || a.roots[name].other
		a.roots[name] = root
	}
	for name := range model.EngineRoots {
		for _, of := range a.in.values.Assigned(name) {
			add(name, of.Value, of.Mod)
		}
	}
	for m := range a.in.modules() {
		ast.Walk(m.Tree, func(x *ast.Expr, _ []*ast.Expr) {
			for _, p := range x.Props() {
				if _, is := model.EngineRoots[p.Key]; is && x.Kind == ast.Object {
					add(p.Key, p.Value, m)
				}
			}
		})
	}
}

// isNoURL reports whether a value is not known to be the address of a host.
func isNoURL(v *eval.Value) bool {
	if v.Kind != eval.Text {
		return true
	}
	_, ok := eval.ParseURL(v.Text)
	return !ok
}

// isPicture reports whether a literal, or the text that it is joined to, ends like
// the path of a picture, font, sound or film.
func isPicture(x *ast.Expr, around []*ast.Expr) bool {
	for i := len(around) - 1; i >= 0 && (around[i].Kind == ast.Template || around[i].Kind == ast.Concat); i-- {
		x = around[i]
	}
	return endsLikeMedia(x) || x.Kind == ast.String && isMedia(x.Text)
}

// endsLikeMedia reports whether a text that is joined of pieces ends like the path
// of a picture, font, sound or film.
func endsLikeMedia(x *ast.Expr) bool {
	if n := len(x.List); n > 0 && (x.Kind == ast.Template || x.Kind == ast.Concat) {
		return x.List[n-1].Kind == ast.String && isMedia(x.List[n-1].Text)
	}
	return false
}

// maxSegments is how many names the path of a base URL has.
const maxSegments = 3

// isOrigin reports whether paths can be put behind a URL: no page or query is named.
func isOrigin(ep endpoint.Endpoint) bool {
	path := strings.Trim(ep.Path, "/")
	return !strings.ContainsAny(path, "?#.") && strings.Count(path, "/") < maxSegments
}

// baseAround reports whether an object around a literal is named like the
// address of a server: HOST: {PRODUCTION: {COMMON: "https://…"}}.
func baseAround(x *ast.Expr, around []*ast.Expr) bool {
	inner := x
	for i := len(around) - 1; i >= 0 && i >= len(around)-3; i-- {
		if around[i].Kind != ast.Object {
			return false
		}
		if model.BaseHolder.MatchString(keyOf(around[i], inner)) {
			return true
		}
		inner = around[i]
	}
	return false
}

// unseen is the category of a base URL that no call was seen to use.
func unseen(ep endpoint.Endpoint) platform.Category {
	if isSocket(ep) {
		return platform.Socket
	}
	return platform.Unknown
}

// isSocket reports whether a URL is a socket's, which nobody writes as text.
func isSocket(ep endpoint.Endpoint) bool { return ep.Scheme == "ws" || ep.Scheme == "wss" }

// isBare reports whether a URL in minified code, whose names say nothing, is
// only a server's address.
func isBare(ep endpoint.Endpoint, m *resolve.Module) bool {
	return (ep.Path == "" || ep.Path == "/") && m.Minified()
}

func isMedia(text string) bool { return model.MediaFile.MatchString(text) }
