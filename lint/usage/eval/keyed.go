package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// maxSetters bounds the calls of a function that are looked at one by one for what each
// assigns under which name.
const maxSetters = 64

// maxKeys bounds how many names a key may have, so that it is not the whole table of an
// obfuscated program, and maxKeyed those of all keys together.
const (
	maxKeys  = 256
	maxKeyed = 20_000
)

// nameKeys finds the names that are assigned under computed ones.
func (r *assignments) nameKeys() {
	named, left := map[string][]Assign{}, maxKeyed
	for _, a := range r.e.facts.assigns[keyed] {
		keys := r.e.eval(a.Value.R, a.Mod, nil).Texts()
		if len(keys) > maxKeys || len(keys) > left {
			continue
		}
		left -= len(keys)
		for _, k := range keys {
			if !k.Open {
				named[k.Text] = append(named[k.Text], a)
				delete(r.e.memo.assigns, k.Text)
			}
		}
	}
	r.keyed = named
}

// keyedValue is what target[key] = value gives, where the key can be the name: in one call
// after another where the call says both.
func (r *assignments) keyedValue(a Assign, name string) Values {
	key := a.Value.R
	a.Value = a.Value.L
	fn := setter(key)
	sites := r.e.callers.of(fn)
	if fn == nil || len(sites) < 2 || len(sites) > maxSetters {
		return r.value(a, name)
	}
	out := newSet(r.e)
	r.e.memo.provisional = r.e.memo.provisional || !r.e.callers.complete()
	for i, s := range sites {
		if f := r.e.calling.ofSite(fn, i, s); r.names(key, a, f, name) {
			out.union(r.e.eval(a.Value, a.Mod, f).via(step{name, a.Mod, a.Start, a.Start, nil}))
		}
	}
	return out.values()
}

// names reports whether a key can be a name.
func (r *assignments) names(key *ast.Expr, a Assign, f *frame, name string) bool {
	return slices.ContainsFunc(r.e.eval(key, a.Mod, f).Texts(), func(v *Value) bool { return v.Text == name && !v.Open })
}

// setter returns the function whose parameter a name is, or nil.
func setter(key *ast.Expr) *ast.Func {
	if key.Kind != ast.Ident {
		return nil
	}
	if b := key.Scope.Lookup(key.Text); b != nil && len(b.Defs) == 1 {
		return b.Defs[0].Func
	}
	return nil
}

// siteKey names a call of a function by its place among them.
type siteKey struct {
	fn *ast.Func
	i  int
}

// ofSite returns the frame of one call of a function.
func (c *calling) ofSite(fn *ast.Func, i int, s site) *frame {
	key := siteKey{fn, i}
	f := c.sites[key]
	if f == nil {
		f = &frame{fn: fn, args: s.args, mod: s.mod, caller: s.frame, depth: 1}
		c.sites[key] = f
	}
	return f
}
