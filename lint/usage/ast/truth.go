package ast

// Truth is what is known of a condition.
type Truth uint8

// What can be known of a condition. The zero value is that nothing is.
const (
	Maybe Truth = iota
	IsTrue
	IsFalse
)

// TruthOf is the truth of a condition that is known.
func TruthOf(b bool) Truth {
	if b {
		return IsTrue
	}
	return IsFalse
}

// Not is the truth of the opposite.
func (t Truth) Not() Truth {
	switch t {
	case IsTrue:
		return IsFalse
	case IsFalse:
		return IsTrue
	}
	return Maybe
}

// Or is true when one of two is, and false when both are.
func (t Truth) Or(u Truth) Truth {
	switch {
	case t == IsTrue || u == IsTrue:
		return IsTrue
	case t == IsFalse && u == IsFalse:
		return IsFalse
	}
	return Maybe
}

// Join is what is known when one of two is meant.
func (t Truth) Join(u Truth) Truth {
	if t != u {
		return Maybe
	}
	return t
}
