package flow

import (
	"regexp"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/syntax"
)

// leftovers decides about the URL literals that reached nothing that is known:
// a base URL that is read somewhere is a use; pictures are media; text is
// nothing.
func (c *collector) leftovers() {
	reads := c.names()
	bound := c.bound()
	for _, m := range c.order {
		walk(m.tree, func(x *syntax.Expr, around []*syntax.Expr) {
			if x.Kind != syntax.String || c.used[x] {
				return
			}
			ep, ok := endpoint.ParseURL(strings.TrimSpace(x.Text))
			if !ok {
				return
			}
			name, ok := bound.holder(x, around)
			if !ok {
				return
			}
			u := Use{Endpoint: ep, Certainty: Literal, Span: m.span(x.Start, x.End)}
			switch {
			case isMedia(x.Text) || mediaName.MatchString(name) && !base.MatchString(name):
				u.Category = platform.Media
			case base.MatchString(name) && reads[name]:
				u.Category = platform.Unknown
			default:
				return
			}
			c.add(u)
		})
	}
}

// mediaFile matches the path of a picture, font, sound or film.
var mediaFile = regexp.MustCompile(`(?i)\.(png|jpe?g|gif|svg|webp|bmp|ico|avif|mp3|m4a|aac|wav|ogg|mp4|m3u8|mov|webm|flv|ttf|otf|woff2?|eot)([?#!@].*)?$|[?&]imageView|/imageMogr`)

func isMedia(text string) bool { return mediaFile.MatchString(text) }

// mediaName matches names that hold pictures, sounds or films.
var mediaName = regexp.MustCompile(`(?i)im(g|age)|pic|icon|avatar|logo|cover|poster|banner|thumb|background|^bg|oss|photo|audio|video|music|font|src$|cdn|static|assets?|portrait|head(er)?url`)

// base matches names that hold the address of a server.
var base = regexp.MustCompile(`(?i)base|host|server|domain|api|gateway|endpoint|prefix|socket|^ws|http|remote|backend|request|(?-i:^[A-Z_]*URL$)`)

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

// names returns those that live code reads somewhere.
func (c *collector) names() map[string]bool {
	reads := map[string]bool{}
	for _, m := range c.order {
		for _, b := range m.tree.Bindings {
			for _, d := range b.Defs {
				for _, key := range d.Path {
					reads[key] = true
				}
			}
		}
		walk(m.tree, func(x *syntax.Expr, around []*syntax.Expr) {
			switch x.Kind {
			case syntax.Member, syntax.Ident:
				if len(around) == 0 || around[len(around)-1].Kind != syntax.Assign || around[len(around)-1].L != x {
					reads[x.Text] = true
				}
			}
		})
	}
	return reads
}
