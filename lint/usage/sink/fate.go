package sink

import (
	"iter"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// ends are the kinds of ends that the ways of an address have, as far as they can
// be seen: none where nothing reads it.
type ends uint16

// The ends.
const (
	harmless  ends = 1 << iota // what is known to send nothing: compared, shown, a redirect of a browser
	elsewhere                  // known code, through which values are followed
	lost                       // something that is not known, or an object that is not
	taken                      // something that is not known, and named like what sends or keeps an address
	given                      // a package whose code is not there
	outside                    // something global that nothing in the mini program defines
	pictured                   // something that is not known, as the path of a picture
	copied                     // the clipboard, from which people paste it
	passed                     // something that is not known, whose name does not say that it sends or keeps an address
	enclosed                   // something that is not known, as a part of a text or an object, or as a key
)

// has reports whether some way ends in one of several ends.
func (e ends) has(any ends) bool { return e&any != 0 }

// maxWays bounds how many expressions an address is followed to, and maxLooked how many
// reads are looked at for all addresses together.
const (
	maxWays   = 2000
	maxLooked = 40_000_000 // perRead each and one for each value; the most that a real program was seen to need is 2.6 million
	perRead   = 8
	perHanded = 32 // each that a parameter is followed by, whose callee is looked up
)

// endsOf follows a literal, or an address at x that is made of it, to where its ways end. Where a
// bound is met, that is not known.
func (o *outlets) endsOf(x, literal *ast.Expr) ends {
	if o.looked > maxLooked {
		return lost
	}
	o.ways = newWays()
	end := o.seen(o.follow(literal, x))
	if len(o.visited) >= maxWays {
		end |= lost
	}
	return end
}

// seen adds the ends of what may be an address, too, to those of its own ways: where it is
// seen to be copied for people, what is only read of unknown objects by its name is another.
func (o *outlets) seen(end ends) ends {
	if end.has(copied) && end&^(copied|harmless|elsewhere|passed|enclosed) == 0 && *o.unknownEnd&^(copied|harmless|lost) == 0 {
		return end
	}
	return end | *o.unknownEnd
}

// endsOfVariable follows the reads of a variable of the build that is a literal.
func (o *outlets) endsOfVariable(literal *ast.Expr, name string) (end ends) {
	o.ways = newWays()
	for _, r := range o.readsOfName(name) {
		if o.isVariable(r.expr, name) && !o.target(r.expr) {
			end |= o.follow(literal, r.expr)
		}
	}
	return o.seen(end)
}

// follow follows a literal outward from an expression that has its value.
func (o *outlets) follow(literal, x *ast.Expr) (end ends) {
	for x = o.outward(x); x != nil && !o.visited[x] && len(o.visited) < maxWays; x = o.outward(x.Parent) {
		o.visited[x] = true
		if !o.pictures && endsLikeMedia(x) {
			return o.followPicture(literal, x)
		}
		if b := o.bound[x]; b != nil {
			return o.endOfBinding(literal, b)
		}
		outer := x.Parent
		if outer == nil {
			return elsewhere
		}
		switch outer.Kind {
		case ast.Object, ast.Class:
			if key := keyOf(outer, x); key != "" {
				return o.endOfProperty(literal, outer, key)
			}
			if call := outer.Parent; call != nil && call.Kind == ast.Call && model.Setters[ast.NameOf(call.L)] != "" {
				return elsewhere // to members of a component, which are followed
			}
		case ast.Call, ast.New:
			if outer.L != x {
				return end | o.endInCall(outer) | o.endOfParameter(literal, outer, x)
			}
			if len(outer.List) > 0 && eval.CallsForEach(outer) { // list.forEach(sdk.add), and what list.map(f) gives back
				return end | endInEach(o, outer.List[0]) | o.follow(literal, outer)
			}
		case ast.Assign:
			if outer.R != x {
				return 0
			}
			return o.endOfAssignment(literal, outer.L)
		case ast.Binary, ast.Element, ast.Not:
			return harmless
		case ast.Index, ast.Member:
			if outer.R == x {
				return endAsKey(o, outer)
			}
			if isWrittenKey(outer) && o.givesOther(outer, literal) {
				return end
			}
		case ast.Function:
			end |= inherited(o, outer)
			if outer.Func().Name == "" {
				return end | elsewhere
			}
			return end | o.endOfName(literal, outer.Func().Name)
		case ast.Concat, ast.Template:
			return end | endOfTold(o, literal, outer)
		}
	}
	return 0
}

// followPicture follows a text that is the address of a picture by its end: it is
// no base, but may be given to what sends it.
func (o *outlets) followPicture(literal, x *ast.Expr) ends {
	o.visited[x] = false
	pictures := *o
	pictures.pictures, pictures.unknownEnd = true, new(ends)
	end := pictures.follow(literal, x) | *pictures.unknownEnd
	if end.has(lost | taken | outside) {
		end |= pictured
	}
	return end&(given|pictured) | harmless
}

// endOfProperty is where a literal goes that is a property of an object or class.
func (o *outlets) endOfProperty(literal, object *ast.Expr, key string) ends {
	member := key
	for object.Parent != nil && (object.Parent.Kind == ast.Object || object.Parent.Kind == ast.Array) {
		if key := keyOf(object.Parent, object); model.MediaName.MatchString(key) || model.WebPage.MatchString(key) || model.PackageKeys.MatchString(key) && isPackage(object.Parent) {
			return harmless
		} else if key != "" {
			member = key
		}
		object = object.Parent
	}
	if object.Kind == ast.Class {
		return o.endOfKey(literal, key) | memberOfPackage(o, object, key)
	}
	outer := object.Parent
	if inheritedBase(o, object, key) {
		return given
	}
	if outer != nil && outer.Kind == ast.Call && o.copiesToPackage(outer) {
		return given
	}
	if outer != nil && outer.Kind == ast.Call && extendsPackageBy(o, outer, object) {
		return o.endOfKey(literal, key) | endOfMember(member)
	}
	if outer != nil && outer.Kind == ast.Assign && outer.L.Kind == ast.Member && o.isNotSeen(outer.L.L) {
		return o.endOfKey(literal, key) | passed // client.options = { root }
	}
	if outer == nil || outer.Kind != ast.Call && outer.Kind != ast.New || outer.L == object || model.Definers[ast.NameOf(outer.L)] {
		return o.endOfKey(literal, key) | endOfWhole(o, object)
	}
	if o.isShown(outer) {
		if ast.NameOf(outer.L) == model.Clipboard {
			return harmless | copied
		}
		return harmless
	}
	called := o.endInCall(outer)
	if called.has(taken|outside) && !model.BaseOption.MatchString(key) {
		called = called&^(taken|outside) | lost
	}
	return o.endOfKey(literal, key) | called | endOfWhole(o, object)
}

// isNotSeen reports whether nothing is known of an object, or it is one of a package whose code
// is not there, and that is no client: of those is known where they have their addresses.
func (o *outlets) isNotSeen(x *ast.Expr) bool {
	objects := o.in.values.Eval(x, o.moduleOf(x))
	return len(objects) == 0 || slices.ContainsFunc(objects, func(v *eval.Value) bool { return isForeign(v) && !model.IsClient(v.Path.Root()) })
}

// isPackage reports whether an object is what a package.json says.
func isPackage(object *ast.Expr) bool {
	return slices.ContainsFunc(object.Props(), func(p ast.Prop) bool { return p.Key == "name" }) &&
		slices.ContainsFunc(object.Props(), func(p ast.Prop) bool { return p.Key == "version" })
}

// isShown reports whether a call only shows or copies what it is given: one of the
// platform, behind which no code reads a property of it.
func (o *outlets) isShown(call *ast.Expr) bool {
	if !model.Shows.MatchString(ast.NameOf(call.L)) {
		return false
	}
	callees := o.in.values.Eval(call.L, o.moduleOf(call))
	return len(callees) > 0 && !slices.ContainsFunc(callees, func(v *eval.Value) bool { return v.Kind != eval.API })
}

// endInCall is where goes what a call is given.
func (o *outlets) endInCall(call *ast.Expr) ends {
	name := ast.NameOf(call.L)
	switch {
	case shows(call):
		return shownBy(o, call)
	case o.ofBrowser(call.L):
		return harmless
	case model.Encodes[name], o.in.values.Ends(call):
		return elsewhere
	case ofLanguage(call.L):
		if model.Builtins[rootOf(call.L).Text] || call.L.Kind == ast.Member && !model.Takes.MatchString(name) {
			return elsewhere
		}
		return outside | elsewhere
	}
	callees := o.in.values.Eval(call.L, o.moduleOf(call))
	for _, v := range callees {
		switch {
		case v.Kind == eval.Package && (!model.SendsNothing(v.Path.Root()) || o.isPlugged(call, v.Path)):
			return given
		case v.Kind == eval.Package, v.Kind == eval.API && model.Navigations[v.Path.Last()]:
			return harmless
		}
	}
	if len(callees) == 0 {
		return endInUnknown(o, call)
	}
	return elsewhere
}

// endOfParameter says whether a function of the program hands on what a call gives it to
// something that is not known: a call of the network is seen with all that it is given.
func (o *outlets) endOfParameter(literal, call, arg *ast.Expr) ends {
	at := slices.Index(call.List, arg)
	if at < 0 || shows(call) {
		return 0
	}
	o.handed++
	defer func() { o.handed-- }()
	var end ends
	for b := range parametersAt(o, call, at) {
		end |= o.endOfBinding(literal, b)
	}
	if end.has(taken | passed) { // what is assigned under a computed name is lost, too, and yet followed
		return passed
	}
	return end & enclosed
}

// parametersAt are the parameters at a place of the functions of the program that a call may call.
func parametersAt(o *outlets, call *ast.Expr, at int) iter.Seq[*ast.Binding] {
	callees := o.in.values.Eval(call.L, o.moduleOf(call))
	o.looked += perHanded + len(callees)
	return func(yield func(*ast.Binding) bool) {
		for _, v := range callees {
			if fn := o.in.values.Called(v); fn != nil && at < len(fn.Params) && fn.Params[at].Binding != nil && !yield(fn.Params[at].Binding) {
				return
			}
		}
	}
}

// shows reports whether what a call calls is named like what shows or compares texts. One
// that replaces a part of a text is told by what, too; others go to another page.
func shows(call *ast.Expr) bool {
	name := ast.NameOf(call.L)
	return model.Shows.MatchString(name) && (len(call.List) > 1 || name != "replace")
}

// isPlugged reports whether what a call of a framework is given goes to one of its
// plugins: app.use(plugin, options), or a method that a plugin adds to all components.
func (o *outlets) isPlugged(call *ast.Expr, callee *eval.Path) bool {
	names := strings.Split(callee.Rest(), ".")
	if slices.ContainsFunc(names[:len(names)-1], func(name string) bool { return model.PluginPlaces[name] }) {
		return true
	}
	return callee.Last() == model.PluginUse && len(call.List) > 0 && o.isOfPackage(call.List[0])
}

// endOfAssignment is where goes what is assigned to a name or member.
func (o *outlets) endOfAssignment(literal, target *ast.Expr) ends {
	if o.ofBrowser(target) {
		return harmless
	}
	if b := localOf(target); b != nil {
		return o.endOfBinding(literal, b)
	}
	o.kept[ast.NameOf(target)] = true
	end := o.endOfName(literal, ast.NameOf(target))
	if target.Kind == ast.Member && target.L.Kind == ast.Ident && target.L.Binding() != nil {
		end |= endOfWholeBinding(o, target.L.Binding())
	}
	switch {
	case target.Kind == ast.Index && target.R.Kind != ast.String:
		end |= lost // under a name that is not known
	case target.Kind == ast.Member && ofLanguage(target):
		end |= elsewhere
	case target.Kind == ast.Member && o.isOfPackage(target.L):
		end |= given
	case target.Kind == ast.Member && isBelowPackage(o, target.L):
		end |= endOfMember(target.Text)
	case target.Kind == ast.Member && len(o.in.values.Eval(target.L, o.moduleOf(target))) == 0:
		end |= lost
		if model.BaseOption.MatchString(target.Text) || target.Text == "url" {
			end |= taken
		}
	}
	return end
}

// endOfBinding follows the reads of a constant or variable: its own in its module,
// and, when it is exported, those of its name elsewhere.
func (o *outlets) endOfBinding(literal *ast.Expr, b *ast.Binding) (end ends) {
	for reads := o.readsOf(b); o.ofBinding[b] < len(reads); {
		x := reads[o.ofBinding[b]]
		o.ofBinding[b]++
		o.looked += perRead
		end |= o.follow(literal, x)
	}
	if b.Scope.Parent == nil {
		end |= o.endOfName(literal, b.Name)
	}
	return end
}

// readsUnknown reports whether a read is one of a property of an unknown object.
func (o *outlets) readsUnknown(r read, name string) bool {
	if r.expr.Kind == ast.Member {
		return o.ofUnknown(r)
	}
	b := r.expr.Binding()
	if b == nil || r.expr.Text == name || len(o.in.values.Eval(r.expr, r.mod)) > 0 {
		return false
	}
	for _, d := range b.Defs { // const { name: other } = unknown
		if n := len(d.Path); n > 0 && d.Path[n-1] == name {
			return true
		}
	}
	return false
}

// endOfUnknown is where a literal goes that the property of an unknown object may
// be. It is the same for every literal.
func (o *outlets) endOfUnknown(x *ast.Expr) ends {
	if end, ok := o.unknownEnds[x]; ok {
		return end
	}
	end := lost
	if near := o.endNear(x); o.silent(x) || near&^copied == harmless {
		end = harmless
	} else if near.has(taken | given) {
		end |= taken
	}
	o.unknownEnds[x] = end
	return end
}

// endNear is where an expression goes in the call that it stands in, if in any.
func (o *outlets) endNear(x *ast.Expr) ends {
	for outer := x.Parent; outer != nil; x, outer = outer, outer.Parent {
		switch outer.Kind {
		case ast.Call, ast.New:
			if outer.L != x {
				return o.endInCall(outer)
			}
		case ast.Assign:
			if outer.R == x && o.ofBrowser(outer.L) {
				return harmless
			}
			return 0
		case ast.Function:
			return 0
		}
	}
	return 0
}

// localOf is the local variable that a name is.
func localOf(x *ast.Expr) *ast.Binding {
	if b := x.Binding(); x.Kind == ast.Ident && b != nil && b.Scope.Parent != nil {
		return b
	}
	return nil
}
