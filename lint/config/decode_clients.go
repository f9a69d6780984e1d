package config

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/platform"
)

// callName is how code names what it calls, and what a module exports.
var callName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[\w$@.~/-]*[\w$]$`) })

// optionName is how a member of an argument is named, or one of a member.
var optionName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[\w$-]+(\[\])?(\.[\w$-]+(\[\])?)*$`)
})

// maxArgument is the last argument that can have an address.
const maxArgument = 15

// clients are calls of the team's own code that contact what they are given.
func (d *decoder) clients(n jsonc.Node) {
	d.Items(n, func(n jsonc.Node) {
		c := Client{Span: n.Span()}
		c.Category = platform.Request
		d.Object(n, []jsonc.Key{
			{Name: "call", Read: func(n jsonc.Node) { c.Call = d.callName(n) }},
			{Name: "argument", Read: func(n jsonc.Node) { c.Argument = d.argument(n) }},
			{Name: "option", Read: func(n jsonc.Node) { c.Option = d.optionName(n) }},
			{Name: "category", Read: func(n jsonc.Node) { c.Category = d.category(n) }},
		})
		if n.Kind() == jsonc.Object && !n.Get("call").Exists() {
			d.Fail(n, "config.no-call")
		}
		d.config.Clients = append(d.config.Clients, c)
	})
}

// callName is the name of what is called, without what says where the module is.
func (d *decoder) callName(n jsonc.Node) string {
	s := d.Text(n)
	if n.Kind() == jsonc.String && !callName().MatchString(s) {
		d.Fail(n, "config.call", s)
	}
	return strings.TrimLeft(s, "./")
}

func (d *decoder) argument(n jsonc.Node) int {
	i, err := strconv.Atoi(n.Raw())
	if n.Kind() != jsonc.Number || err != nil || i < 0 || i > maxArgument {
		d.Fail(n, "config.argument", maxArgument)
	}
	return i
}

func (d *decoder) optionName(n jsonc.Node) string {
	s := d.Text(n)
	if n.Kind() == jsonc.String && !optionName().MatchString(s) {
		d.Fail(n, "config.option", s)
	}
	return s
}
