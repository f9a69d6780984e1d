package resolve

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/model"
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
func (s *Sources) truth(x *ast.Expr) truth {
	if x == nil {
		return maybe
	}
	switch x.Kind {
	case ast.Not:
		return s.truth(x.L).not()
	case ast.Ident: // const isH5 = process.env.TARO_ENV === 'h5'
		if b := x.Scope.Lookup(x.Text); b != nil && len(b.Defs) == 1 && b.Defs[0].Value != nil && b.Defs[0].Value.Kind == ast.Binary {
			return s.truth(b.Defs[0].Value)
		}
	case ast.Binary:
		if x.Op != lexer.Equal && x.Op != lexer.NotEqual {
			return maybe
		}
		t := s.compare(x.L, x.R)
		if t == maybe {
			t = s.compare(x.R, x.L)
		}
		if x.Op == lexer.NotEqual {
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

func (s *Sources) compare(variable, text *ast.Expr) truth {
	if variable.Kind != ast.Member || text.Kind != ast.String {
		return maybe
	}
	if !IsEnvironment(variable.L) {
		return maybe
	}
	if model.OtherTargets[text.Text] {
		return isFalse
	}
	fixed, ok := s.fixed[variable.Text]
	switch {
	case !ok:
		return maybe
	case fixed == text.Text:
		return isTrue
	}
	return isFalse
}

// IsEnvironment reports whether an expression is process.env or
// import.meta.env.
func IsEnvironment(x *ast.Expr) bool {
	if x.Kind != ast.Member || x.Text != "env" {
		return false
	}
	of := x.L
	process := of.Kind == ast.Ident && of.Text == "process"
	meta := of.Kind == ast.Member && of.Text == "meta" && of.L.Kind == ast.Ident && of.L.Text == "import"
	return process || meta
}
