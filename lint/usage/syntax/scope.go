package syntax

// declare adds a name to the scope that holds it: a var belongs to its
// function, everything else to its block.
func (p *parser) declare(name string, start int32, isVar bool) *Binding {
	s := p.scope
	for isVar && s.block && s.Parent != nil {
		s = s.Parent
	}
	if b := s.Names[name]; b != nil {
		return b
	}
	if s.Names == nil {
		s.Names = map[string]*Binding{}
	}
	b := &Binding{Name: name, Scope: s, Start: start}
	s.Names[name] = b
	p.tree.Bindings = append(p.tree.Bindings, b)
	return b
}

// inScope runs f inside a new scope; fn is nil for a block.
func (p *parser) inScope(fn *Func, f func()) *Scope {
	outer := p.scope
	s := &Scope{Parent: outer, Func: fn, block: fn == nil}
	if fn == nil && outer != nil {
		s.Func = outer.Func
	}
	p.scope = s
	f()
	p.scope = outer
	return s
}

// bind gives every name of a pattern its part of a value.
func bind(pat *Pattern, d Def) {
	if pat == nil {
		return
	}
	if pat.Binding != nil {
		pat.Binding.Defs = append(pat.Binding.Defs, d)
		if pat.Default != nil {
			pat.Binding.Defs = append(pat.Binding.Defs, Def{Value: pat.Default, Default: true})
		}
		return
	}
	for _, part := range pat.Parts {
		below := d
		if !part.Rest {
			below.Path = append(append([]string(nil), d.Path...), part.Key)
		}
		bind(part, below)
	}
	if pat.Default != nil {
		bind(&Pattern{Parts: pat.Parts, Array: pat.Array}, Def{Value: pat.Default, Default: true})
	}
}

// bindAssigned gives the names of an assignment's target its value.
func (p *parser) bindAssigned(target, value *Expr, path []string) {
	switch target.Kind {
	case Ident:
		b := target.Scope.Lookup(target.Text)
		if b == nil { // a global that nothing declares lives in the module
			p.later = append(p.later, assigned{target, value, path})
			return
		}
		b.Defs = append(b.Defs, Def{Value: value, Path: path})
	case Object:
		for _, prop := range target.Props {
			if prop.Value != nil && prop.Key != "" {
				p.bindAssigned(prop.Value, value, append(append([]string(nil), path...), prop.Key))
			}
		}
	}
}

// assigned is an assignment whose name may be declared further down.
type assigned struct {
	target, value *Expr
	path          []string
}

// bindLater binds the assignments to names that were not declared above them.
func (p *parser) bindLater() {
	for _, a := range p.later {
		b := a.target.Scope.Lookup(a.target.Text)
		if b == nil {
			outer := p.scope
			p.scope = p.tree.Scope
			b = p.declare(a.target.Text, a.target.Start, false)
			p.scope = outer
		}
		b.Defs = append(b.Defs, Def{Value: a.value, Path: a.path})
	}
}

// defaults appends the default values of a pattern.
func (pat *Pattern) defaults(list []*Expr) []*Expr {
	if pat.Default != nil {
		list = append(list, pat.Default)
	}
	for _, part := range pat.Parts {
		list = part.defaults(list)
	}
	return list
}
