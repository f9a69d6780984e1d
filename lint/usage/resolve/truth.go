package resolve

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// guard decides a guard whose condition is on a variable that the project's
// config fixes, or on the target of the build. Nothing else is decided: hosts of
// every environment stay in live code, and a release only takes an edit.
func (s *Sources) guard(g *ast.Guard) ast.Truth {
	switch g.Test {
	case ast.Truthy:
		return s.truth(g.Cond, 0)
	case ast.Falsy:
		return s.truth(g.Cond, 0).Not()
	case ast.OneOf:
		return s.oneOf(g)
	case ast.NoneOf:
		return s.oneOf(g).Not()
	}
	return ast.Maybe
}

// oneOf decides whether a condition is one of the cases of a switch.
func (s *Sources) oneOf(g *ast.Guard) ast.Truth {
	any := ast.IsFalse
	for _, c := range g.Cases {
		any = any.Or(s.equal(g.Cond, c, 0))
	}
	return any
}

// maxNames bounds how many names a condition is followed through.
const maxNames = 8

func (s *Sources) truth(x *ast.Expr, depth int) ast.Truth {
	if x == nil {
		return ast.Maybe
	}
	switch x.Kind {
	case ast.Not:
		return s.truth(x.L, depth).Not()
	case ast.Ident: // const isH5 = process.env.TARO_ENV === 'h5'
		if value := constant(x); value != nil && depth < maxNames {
			return s.truth(value, depth+1)
		}
	case ast.Logical:
		return s.logical(x, depth)
	case ast.Binary:
		switch x.Op {
		case lexer.Equal:
			return s.equal(x.L, x.R, depth)
		case lexer.NotEqual:
			return s.equal(x.L, x.R, depth).Not()
		}
	}
	return ast.Maybe
}

func (s *Sources) logical(x *ast.Expr, depth int) ast.Truth {
	left, right := s.truth(x.L, depth), s.truth(x.R, depth)
	switch x.Op {
	case lexer.Or:
		return left.Or(right)
	case lexer.And:
		return left.Not().Or(right.Not()).Not()
	}
	return ast.Maybe
}

// constant is the value of a name that is given one only; nil for others.
func constant(x *ast.Expr) *ast.Expr {
	b := x.Binding()
	if b == nil || len(b.Defs) != 1 || b.Defs[0].Func != nil || b.Defs[0].From != "" || len(b.Defs[0].Path) > 0 {
		return nil
	}
	return b.Defs[0].Value
}

func (s *Sources) equal(a, b *ast.Expr, depth int) ast.Truth {
	t := s.compare(a, b, depth)
	if t == ast.Maybe {
		t = s.compare(b, a, depth)
	}
	return t
}

func (s *Sources) compare(variable, text *ast.Expr, depth int) ast.Truth {
	target := targetText(text)
	if target == "" {
		return ast.Maybe
	}
	switch variable.Kind {
	case ast.Unknown: // typeof NAME
		if target == "undefined" && s.build != nil && s.build.defined.asks(variable) {
			return ast.IsFalse
		}
	case ast.Ident: // const env = process.env.TARO_ENV
		if value := constant(variable); value != nil && depth < maxNames {
			return s.compare(value, text, depth+1)
		}
		if isPlatformName(variable) || (variable.Text == model.TargetMode || variable.Text == model.TargetName) && variable.Binding() == nil {
			return s.targets.ask(target)
		}
	case ast.Call:
		if ast.NameOf(variable.L) == model.TargetGetter && (text.Kind == ast.Member || isTaro(variable.L)) {
			return s.targets.ask(target)
		}
	case ast.Member:
		return s.compareMember(variable, target)
	}
	return ast.Maybe
}

func (s *Sources) compareMember(variable *ast.Expr, target string) ast.Truth {
	switch {
	case variable.Text == model.TargetProperty:
		return s.targets.ask(target)
	case !IsEnvironment(variable.L):
		return ast.Maybe
	case model.OtherTargets[target]:
		return ast.IsFalse
	}
	fixed, ok := s.fixed[variable.Text]
	switch {
	case !ok && model.TargetVariables[variable.Text]:
		return s.targets.ask(target)
	case !ok:
		return ast.Maybe
	case fixed == target:
		return ast.IsTrue
	}
	return ast.IsFalse
}

// targetText is the text of a string, or the name in a framework's table of
// targets; "" for what is neither.
func targetText(x *ast.Expr) string {
	if x.Kind == ast.String || x.Kind == ast.Member && (x.L.Kind == ast.Ident || x.L.Kind == ast.Member) && x.L.Text == model.TargetTable {
		return x.Text
	}
	return ""
}

// isTaro reports whether a function is one of Taro's: others have an environment
// of their own.
func isTaro(callee *ast.Expr) bool {
	if callee.Kind == ast.Member {
		callee = callee.L
	}
	if callee.Kind != ast.Ident {
		return false
	}
	b := callee.Binding()
	return b != nil && len(b.Defs) == 1 && b.Defs[0].From == model.TaroPackage
}

// isPlatformName reports whether a name is taken out of the system's information:
// const { uniPlatform } = uni.getSystemInfoSync().
func isPlatformName(x *ast.Expr) bool {
	b := x.Binding()
	if b == nil || len(b.Defs) != 1 || b.Defs[0].Func != nil {
		return false
	}
	path := b.Defs[0].Path
	return len(path) == 1 && path[0] == model.TargetProperty
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

// Target reports what the target of the build, or the project's config, says of
// whether two expressions are equal: 1 if they are, -1 if they are not, 0 if it
// says nothing.
func (s *Sources) Target(a, b *ast.Expr) int {
	switch s.equal(a, b, 0) {
	case ast.IsTrue:
		return 1
	case ast.IsFalse:
		return -1
	}
	return 0
}

// IsOtherTarget reports whether a member of process.env is never what the word says.
func (s *Sources) IsOtherTarget(variable, word string) bool {
	return model.OtherTargets[word] || model.TargetVariables[variable] && s.targets.ask(word) == ast.IsFalse
}
