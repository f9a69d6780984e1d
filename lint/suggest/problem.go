package suggest

import (
	"strings"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// Problem is the problem of a name that is not known. The arguments are the name
// and the known names; with a near one the id ends in "-near" and the near name
// is last.
func Problem(at source.Span, id message.ID, name string, known []string) *source.Problem {
	p := &source.Problem{Span: at, Message: id, Args: []any{name, strings.Join(known, ", ")}}
	if near := Name(name, known); near != "" {
		p.Message += "-near"
		p.Args = append(p.Args, near)
	}
	return p
}
