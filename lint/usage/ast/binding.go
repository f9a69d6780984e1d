package ast

// Bind looks up what a name of a script stands for, once for all who ask: no scope takes
// back what it declares. What nothing declares may be declared later.
func (x *Expr) Bind() { x.bound = x.Scope.Lookup(x.Text) }

// Binding returns what a name stands for; nil where nothing declares it.
func (x *Expr) Binding() *Binding {
	if x.bound != nil {
		return x.bound
	}
	return x.Scope.Lookup(x.Text)
}
