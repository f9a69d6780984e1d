package ast

// NameOf returns the last name of a callee.
func NameOf(x *Expr) string {
	if x.Kind == Ident || x.Kind == Member {
		return x.Text
	}
	return ""
}
