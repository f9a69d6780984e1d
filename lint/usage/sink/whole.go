package sink

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// maxHanded bounds by how many functions and names, one after the other, a whole is followed.
const maxHanded = 200

// endOfWhole is where an object goes as a whole: enclosed, if something that is not known is given
// it, by a function of the program or by its name; whatever is read of it there cannot be seen.
func endOfWhole(o *outlets, x *ast.Expr) ends {
	if o.handed >= maxHanded {
		return enclosed
	}
	o.handed++
	defer func() { o.handed-- }()
	for x = o.outward(x); x != nil; x = o.outward(x.Parent) {
		if b := o.bound[x]; b != nil {
			return endOfWholeBinding(o, b)
		}
		outer := x.Parent
		if outer == nil {
			return 0
		}
		switch outer.Kind {
		case ast.Object, ast.Array, ast.Spread:
		case ast.Call, ast.New:
			if outer.L == x || shows(outer) || model.Definers[ast.NameOf(outer.L)] {
				return 0
			}
			if o.endInCall(outer).has(taken | passed) {
				return enclosed
			}
			return endOfWholeParameter(o, outer, x)
		default:
			return 0
		}
	}
	return 0
}

// endOfWholeParameter is where a function of the program hands on what a call gives it.
func endOfWholeParameter(o *outlets, call, arg *ast.Expr) (end ends) {
	at := slices.Index(call.List, arg)
	if at < 0 {
		return 0
	}
	o.looked += at
	for b := range parametersAt(o, call, at) {
		end |= endOfWholeBinding(o, b)
	}
	return end
}

// endOfWholeBinding is where what a name stands for goes as a whole.
func endOfWholeBinding(o *outlets, b *ast.Binding) ends {
	end, known := o.whole[b]
	if known || o.looked > maxLooked {
		return end
	}
	o.whole[b] = 0
	for _, x := range o.readsOf(b) {
		o.looked += perRead
		end |= endOfWhole(o, x)
	}
	o.whole[b] = end
	return end
}

// endInEach is where goes each element of a list for which a function is called.
func endInEach(o *outlets, fn *ast.Expr) ends {
	switch {
	case o.isOfPackage(fn):
		return given
	case len(o.in.values.Eval(fn, o.moduleOf(fn))) == 0 && !model.Shows.MatchString(ast.NameOf(fn)) && !ofLanguage(fn):
		return passed
	}
	return 0
}
