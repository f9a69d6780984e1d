package parser

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestDecorators has a line for what is decorated, with the calls that this makes.
func TestDecorators(t *testing.T) {
	tests := []struct{ src, want string }{
		{"@a class B {}", "a(class B{})"},
		{"@a('b') @c.d\nclass E {}", `a("b") a("b")(class E{}) c.d(class E{})`},
		{"export default @a class B {}", "a(class B{})"},
		{"@a export default class B {}", "a(class B{})"},
		{"@a export class B {}", "a(class B{})"},
		{"@a abstract class B {}", "a(class B{})"},
		{"@a export const b = c()", "c()"},
		{"@a('b')", `a("b")`},
		{"class A { @b c() {} }", `b(class A{c:func c/0{}->}.prototype "c" {value:func c/0{}->})`},
		{"class A { @b('d') c = 1; @e f }", `b("d") b("d")(class A{c:1 f:nil}.prototype "c" {value:1}) e(class A{c:1 f:nil}.prototype "f" {})`},
	}
	for _, tt := range tests {
		tree := Parse([]byte(tt.src), Options{})
		var calls []string
		for _, x := range tree.Calls {
			calls = append(calls, show(x))
		}
		if diff := cmp.Diff(tt.want, strings.Join(calls, " ")); diff != "" {
			t.Errorf("%s: %s", tt.src, diff)
		}
	}
}
