package eval

import (
	"fmt"
	"strings"
	"testing"
)

// TestLater: a call of what others give is one of few functions, or it is not followed.
func TestLater(t *testing.T) {
	send := func(others int) string {
		var src strings.Builder
		src.WriteString("const own = { f(c) {} }; function send(c) { const f = c.f || own.f; f(c) }; let result; send({ u: 'a', f: c => { result = c.u } });")
		for range others {
			src.WriteString("send({ u: 'b', f: c => {} });")
		}
		return texts(src.String())
	}
	for others, want := range map[int]string{0: "a", maxLater - 2: "a b b", maxLater: ""} {
		if got := send(others); got != want {
			t.Error(fmt.Sprint(others), got, want)
		}
	}
}

// TestShortArguments: a list that is handed on may be too short to replace a default.
func TestShortArguments(t *testing.T) {
	const src = "let result; const h = (f, a) => f.apply(null, a); function l() { h(function (e, r = 'b') { result = r }, arguments) } l('a')"
	if got := texts(src); !strings.Contains(got, "b") {
		t.Error(got)
	}
}
