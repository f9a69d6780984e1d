package eval

import (
	"strings"
	"testing"
)

// Each property that is asked for is looked for in each call, setter, assignment and element
// of markup: that is counted, so that components with thousands of properties end.
func TestSettersAreCounted(t *testing.T) {
	const (
		read     = "p%d: String,"
		observed = "p%[1]d: { type: String, observer() { h(%[1]d) } },"
	)
	for name, shape := range map[string]struct {
		markup, script, declared string
		least                    int // units of work for a property
	}{
		"calls and setters": {"", "this.setData({ a: 1 })", read, 4},
		"assignments":       {"", "this.b.a = 1", read, 2},
		"elements":          {"<view/>", "", read, 1},
		"observed elements": {"<view/>", "", observed, 1},
		"observed calls":    {"", "x.f(1)", observed, 1},
	} {
		work := func(properties, n int) int {
			given, tests := repeated(properties, `p%d="a"`), repeated(properties, "if (this.data.p%[1]d === 'b') g(%[1]d)")
			if shape.declared == observed {
				given, tests = "", ""
			}
			markup, script := strings.Repeat(shape.markup, n), strings.Repeat(shape.script+"\n", n)
			return workOn("-- app.json --\n{\"pages\": [\"a\"]}\n-- app.js --\n-- a.json --\n{\"usingComponents\": {\"x-c\": \"./c\"}}\n-- a.wxml --\n<x-c " + given + "/>" + markup +
				"\n-- a.js --\nPage({ f() {\n" + script + "} })\n-- c.json --\n{\"component\": true}\n-- c.js --\nComponent({ properties: {\n" + repeated(properties, shape.declared) + "}, f() {\n" + tests + script + "} })\n")
		}
		per := func(properties int) int { return (work(properties, 300) - work(properties, 100)) / 200 }
		if one, many := per(1), per(50); many-one < shape.least*49 {
			t.Errorf("%s: one is %d units of work for one property, %d for 50", name, one, many)
		}
	}
}
