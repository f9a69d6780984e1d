package ast

// NameOf returns the last name of a callee: of an import the name that its module
// gives it, of (0, a.b) as compilers write it that of a.b.
func NameOf(x *Expr) string {
	switch x.Kind {
	case Ident:
		return importedAs(x)
	case Member:
		return x.Text
	case Sequence:
		if last := x.List[len(x.List)-1]; last.Kind == Member {
			return last.Text
		}
	}
	return ""
}

// importedAs returns the name that a module exports what an identifier stands for
// by; the identifier itself if it is no such import.
func importedAs(x *Expr) string {
	if b := x.Binding(); b != nil && len(b.Defs) == 1 {
		if d := b.Defs[0]; d.From != "" && d.Name != "default" && d.Name != "*" {
			return d.Name
		}
	}
	return x.Text
}
