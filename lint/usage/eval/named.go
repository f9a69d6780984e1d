package eval

import (
	"iter"
	"slices"
	"sync"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// namedCall is a call whose name says that it may do something that is looked for in all
// modules. These are a few of all calls: to look at each of those once, and at these from
// then on, takes a fifth of the time.
type namedCall struct {
	*ast.Expr
	may meaning
}

// meaning is what calls of a name may do.
type meaning uint8

const (
	makes     meaning = 1 << iota // a page or component
	openPage                      // or tell its address
	beLibrary                     // run a function of a library
	sendEvent                     // over a bus
	register                      // a component for all templates
	makeStore
	preload     // hand something to the next page
	makeElement // of a component, as compilers write it
)

// meanings are what names say that their calls may do.
var meanings = sync.OnceValue(func() map[string]meaning {
	all := map[string]meaning{}
	for may, sets := range map[meaning][]map[string]bool{
		makes:       {model.Makers, model.CoreMakers},
		openPage:    {model.Navigations, model.Openers, model.RouterMethods},
		sendEvent:   {model.BusEmitters, {model.Invoker: true}},
		register:    {{model.ComponentDefiner: true}},
		makeStore:   {{model.StoreClass: true, model.StoreMaker: true}},
		preload:     {{model.Preloader: true}},
		makeElement: {model.ElementMakers},
	} {
		for _, names := range sets {
			for name := range names {
				all[name] |= may
			}
		}
	}
	for name := range model.FunctionsNamed() {
		all[name] |= beLibrary
	}
	return all
})

// meaningOf is what a call may do. What it calls may be a name that stands for something else.
func meaningOf(x *ast.Expr) meaning {
	of := meanings()
	may := of[ast.NameOf(x.L)]
	if x.L.Kind != ast.Member {
		may |= of[navigation(x.L)] & openPage
	}
	if isWholePackage(x.L) {
		may |= beLibrary
	}
	return may
}

// namedCalls finds those of a module.
func namedCalls(m *resolve.Module) (list []namedCall) {
	for _, x := range m.Tree.Calls {
		if may := meaningOf(x); may != 0 {
			list = append(list, namedCall{x, may})
		}
	}
	return list
}

// named are the calls of modules by what they may do, in source order.
type named map[*resolve.Module][]namedCall

// that gives the calls of a module that may do something.
func (n named) that(may meaning, m *resolve.Module) iter.Seq[*ast.Expr] {
	return func(yield func(*ast.Expr) bool) {
		for _, c := range n[m] {
			if c.may&may != 0 && !yield(c.Expr) {
				return
			}
		}
	}
}

// drop forgets the calls at places that are gone.
func (n named) drop(gone func(*resolve.Module, int32) bool) {
	for m, list := range n {
		n[m] = slices.DeleteFunc(list, func(c namedCall) bool { return gone(m, c.Start) })
	}
}
