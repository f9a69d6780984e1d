package flow

import (
	"github.com/beianlint/beianlint/lint/usage/script"
	"github.com/beianlint/beianlint/lint/usage/syntax"
)

// truth is what is known of a condition.
type truth uint8

const (
	maybe truth = iota
	isTrue
	isFalse
)

// truth decides a condition on a variable that the project's config fixes.
// Nothing else is decided: hosts of every environment stay in live code, and
// a release only takes an edit.
func (p *Program) truth(x *syntax.Expr, m *module, f *frame) truth {
	switch x.Kind {
	case syntax.Not:
		return p.truth(x.L, m, f).not()
	case syntax.Binary:
		if x.Op != script.Equal && x.Op != script.NotEqual {
			return maybe
		}
		t := p.compare(x.L, x.R)
		if t == maybe {
			t = p.compare(x.R, x.L)
		}
		if x.Op == script.NotEqual {
			return t.not()
		}
		return t
	}
	return maybe
}

func (t truth) not() truth {
	switch t {
	case isTrue:
		return isFalse
	case isFalse:
		return isTrue
	}
	return maybe
}

func (p *Program) compare(variable, text *syntax.Expr) truth {
	if variable.Kind != syntax.Member || text.Kind != syntax.String {
		return maybe
	}
	name, ok := environment(variable)
	if !ok {
		return maybe
	}
	fixed, ok := p.fixed[name]
	switch {
	case !ok:
		return maybe
	case fixed == text.Text:
		return isTrue
	}
	return isFalse
}
