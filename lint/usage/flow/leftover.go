package flow

import (
	"regexp"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/syntax"
)

// leftovers decides about the URL literals that reached nothing that is known:
// a base URL that goes where the evaluator could not follow is a use; pictures
// are media; text and what nothing reads is nothing.
func (c *collector) leftovers() {
	out := &outlets{collector: c, bound: c.bound()}
	for _, m := range c.order {
		walk(m.tree, func(x *syntax.Expr, around []*syntax.Expr) {
			if x.Kind != syntax.String || c.used[x] {
				return
			}
			if ep, ok := endpoint.ParseURL(strings.TrimSpace(x.Text)); ok {
				c.leftover(x, ep, m, around, out)
			}
		})
	}
}

func (c *collector) leftover(x *syntax.Expr, ep endpoint.Endpoint, m *module, around []*syntax.Expr, out *outlets) {
	name, ok := out.bound.holder(x, around)
	if !ok {
		return
	}
	u := Use{Endpoint: ep, Certainty: Literal, Span: m.span(x.Start, x.End)}
	switch {
	case isMedia(x.Text) || mediaName.MatchString(name) && !base.MatchString(name):
		u.Category = platform.Media
	case (base.MatchString(name) || isBare(ep, m)) && out.leaves(x):
		u.Category = platform.Unknown
	default:
		return
	}
	c.add(u)
}

// isBare reports whether a URL is a socket's, or, in minified code, whose
// names say nothing, only a server's address.
func isBare(ep endpoint.Endpoint, m *module) bool {
	if ep.Scheme == "ws" || ep.Scheme == "wss" {
		return true
	}
	return (ep.Path == "" || ep.Path == "/") && m.minified()
}

// minifiedLine is the average length of line above which code is minified.
const minifiedLine = 400

func (m *module) minified() bool {
	return len(m.tree.Source) > minifiedLine*(1+strings.Count(m.tree.Source, "\n"))
}

// mediaFile matches the path of a picture, font, sound or film.
var mediaFile = regexp.MustCompile(`(?i)\.(png|jpe?g|gif|svg|webp|bmp|ico|avif|mp3|m4a|aac|wav|ogg|mp4|m3u8|mov|webm|flv|ttf|otf|woff2?|eot)([?#!@].*)?$|[?&]imageView|/imageMogr`)

func isMedia(text string) bool { return mediaFile.MatchString(text) }

// mediaName matches names that hold pictures, sounds or films.
var mediaName = regexp.MustCompile(`(?i)im(g|age)|pic|icon|avatar|logo|cover|poster|banner|thumb|background|^bg|oss|photo|audio|video|music|font|src$|cdn|static|assets?|portrait|head(er)?url`)

// base matches names that hold the address of a server.
var base = regexp.MustCompile(`(?i)base|host|server|domain|api|gateway|endpoint|prefix|socket|^ws|http|remote|backend|request|(?-i:^[A-Z_]*URL$)`)

// strongBase matches the options that clients take their base URL in.
var strongBase = regexp.MustCompile(`(?i)^(base_?ur[li]|base_?api|base_?host|prefix_?url|api_?base(_?url)?|request_?url|server_?url|root_?url)$`)

// talks matches callees whose arguments are text for people or for comparing.
var talks = regexp.MustCompile(`(?i)^(log|info|warn|error|debug|table|alert|confirm|toast|message|msg|notify|t|test|match|matchall|indexof|lastindexof|includes|startswith|endswith|split|replace|replaceall|equal|assert)$|error$|showtoast|showmodal|showloading|clipboard|qrcode|invariant|deprecat`)

// textKeys are properties that hold text for people.
var textKeys = regexp.MustCompile(`(?i)^(text|title|content|desc|description|message|msg|tips?|label|placeholder|name|author|homepage|license|copyright|xmlns|namespace|repository|bugs|subtitle|summary|intro|about|remark|note|example|docs?|help|referer|referrer|origin)$`)

// holder returns the name of the property, constant or parameter that a
// literal is given to; false when it is text.
func (b bound) holder(x *syntax.Expr, around []*syntax.Expr) (string, bool) {
	inner := x
	for i := len(around) - 1; i >= 0; i-- {
		if name := b[inner]; name != "" {
			return name, true
		}
		outer := around[i]
		switch outer.Kind {
		case syntax.Object, syntax.Class, syntax.Element:
			key := keyOf(outer, inner)
			return key, key != "" && !textKeys.MatchString(key)
		case syntax.Call, syntax.New:
			if outer.L == inner {
				break // a method of the literal
			}
			name := nameOf(outer.L)
			return name, !talks.MatchString(name)
		case syntax.Assign:
			return nameOf(outer.L), outer.R == inner
		case syntax.Binary:
			return "", false // a comparison
		case syntax.Function:
			return outer.Func.Name, true
		}
		inner = outer
	}
	return b[inner], true
}

// bound says to which name an expression is given.
type bound map[*syntax.Expr]string

func (c *collector) bound() bound {
	b := bound{}
	for _, m := range c.order {
		for _, binding := range m.tree.Bindings {
			for _, d := range binding.Defs {
				if d.Value != nil && len(d.Path) == 0 {
					b[d.Value] = binding.Name
				}
			}
		}
	}
	return b
}

// keyOf returns the name of the property that has a value.
func keyOf(x, value *syntax.Expr) string {
	props := x.Props
	if x.Class != nil {
		props = x.Class.Members
	}
	for _, prop := range props {
		if prop.Value == value {
			return prop.Key
		}
	}
	return ""
}
