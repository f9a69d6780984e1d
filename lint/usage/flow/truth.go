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
func (p *Program) truth(x *syntax.Expr) truth {
	if x == nil {
		return maybe
	}
	switch x.Kind {
	case syntax.Not:
		return p.truth(x.L).not()
	case syntax.Ident: // const isH5 = process.env.TARO_ENV === 'h5'
		if b := x.Scope.Lookup(x.Text); b != nil && len(b.Defs) == 1 && b.Defs[0].Value != nil && b.Defs[0].Value.Kind == syntax.Binary {
			return p.truth(b.Defs[0].Value)
		}
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

// otherTargets are what a build's variables say for targets that are no mini
// program: TARO_ENV (https://docs.taro.zone/docs/envs), UNI_PLATFORM
// (https://uniapp.dcloud.net.cn/tutorial/env.html), and the projects' own.
var otherTargets = map[string]bool{"h5": true, "H5": true, "rn": true, "web": true, "app": true, "app-plus": true, "harmony": true, "quickapp": true}

func (p *Program) compare(variable, text *syntax.Expr) truth {
	if variable.Kind != syntax.Member || text.Kind != syntax.String {
		return maybe
	}
	if !isEnvironment(variable.L) {
		return maybe
	}
	if otherTargets[text.Text] {
		return isFalse
	}
	fixed, ok := p.fixed[variable.Text]
	switch {
	case !ok:
		return maybe
	case fixed == text.Text:
		return isTrue
	}
	return isFalse
}
