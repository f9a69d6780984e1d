// Package ast declares the tree of a script: values, calls, bindings and the
// scopes they live in. What is no value, such as a type, has no node, and a
// construct that the parser does not know is an Unknown node with its operands
// below it.
package ast

import (
	"github.com/beianlint/beianlint/lint/usage/lexer"
)

// Kind says what an expression is.
type Kind uint8

// The kinds of expressions.
const (
	Unknown  Kind = iota // List: the operands
	String               // Text: the value
	Template             // List: strings and substitutions in turn
	Number               // Text
	Regex                // Text: with slashes and flags
	Ident                // Text; Scope
	This                 // Text: this or super; Scope
	Member               // L.Text
	Index                // L[R]
	Call                 // L(List); Scope
	New                  // new L(List); Scope
	Object               // Props
	Array                // List
	Spread               // ...L
	Concat               // List joined by +
	Logical              // L Op R: || ?? &&
	Binary               // L Op R: any other operator
	Not                  // !L
	Cond                 // L ? R : C
	Assign               // L Op R
	Sequence             // List, the last one is the value
	Function             // Func
	Class                // Class
	Element              // a JSX element: Text its name, Props its attributes, List its children
)

// Expr is one expression. Parentheses, await, casts and "!" behind a value
// leave no node.
type Expr struct {
	Kind       Kind
	Op         lexer.Op
	Start, End int32 // bytes in the source
	// Number is what the evaluation of the tree knows the expression by; 0 until it
	// was evaluated.
	Number int32
	Text   string
	L, R   *Expr
	List   []*Expr
	Parts  *Parts // nil for a kind that has none
	Scope  *Scope
	// Guard is the innermost condition under which the expression is evaluated,
	// nil when it is whenever its function's body is. It is set for calls,
	// constructions, assignments and elements, and for whatever stands for a value
	// by itself: an argument, an item, a property's value, what is returned,
	// declared or assigned, a branch of a conditional, the right side of a binary
	// operator. For any other part look at the value around it.
	Guard *Guard
	// Parent is the expression around this one; nil until a walk sets it.
	Parent *Expr
	bound  *Binding // see Bind
}

// Parts are what few kinds of expressions have, so that the others need no room for it.
type Parts struct {
	Props []Prop
	Func  *Func
	Class *ClassBody
	C     *Expr
}

// Props returns the properties of an object or the attributes of an element.
func (x *Expr) Props() []Prop {
	if x.Parts == nil {
		return nil
	}
	return x.Parts.Props
}

// AddProp gives an object one more property.
func (x *Expr) AddProp(p Prop) {
	if x.Parts == nil {
		x.Parts = &Parts{}
	}
	x.Parts.Props = append(x.Parts.Props, p)
}

// Func returns the function that the expression is, nil if it is none.
func (x *Expr) Func() *Func {
	if x.Parts == nil {
		return nil
	}
	return x.Parts.Func
}

// Class returns the body of the class that the expression is, nil if it is none.
func (x *Expr) Class() *ClassBody {
	if x.Parts == nil {
		return nil
	}
	return x.Parts.Class
}

// C returns the last operand of a conditional, nil of any other expression.
func (x *Expr) C() *Expr {
	if x.Parts == nil {
		return nil
	}
	return x.Parts.C
}

// Prop is one property of an object literal, member of a class or attribute of
// an element. Key is "" for a spread and for a computed key, whose expression
// is Computed. Value is nil for an attribute without one.
type Prop struct {
	Key        string
	Start, End int32 // the key
	Computed   *Expr
	Value      *Expr
	Spread     bool
	Above      bool // what is spread stands above the object: {__proto__: above}
	Getter     bool
	Static     bool
}

// ClassBody is the body of a class.
type ClassBody struct {
	Name    string
	Super   *Expr
	Members []Prop
	// Decorators are those of the class and of its members.
	Decorators []*Expr
}

// Func is a function, method or arrow function.
type Func struct {
	Name    string
	Params  []*Pattern
	Body    []*Stmt
	Returns []*Expr // the values of its return statements, or of its arrow
	Yields  *Expr   // an Array of what a generator yields; nil for others
	Scope   *Scope  // what its parameters and body declare
	// Object or Class is what the function is a member of; nil for others.
	Object *Expr
	Class  *ClassBody
	Start  int32
	Holder int32 // as that of a binding
	Arrow  bool
	Static bool // a member of the class, not of its instances
}

// Pattern is what a parameter or declaration binds: a name, or the parts of an
// object or array. A part's Key is the property it takes ("" for a rest).
type Pattern struct {
	Binding *Binding
	Key     string
	Default *Expr
	Parts   []*Pattern
	Array   bool
	Rest    bool
}

// Scope is a region in which names are declared.
type Scope struct {
	Parent *Scope
	Func   *Func // the function it belongs to; nil at the top of a module
	// Block: the braces of a statement, where a var is not declared.
	Block bool
	Field *Field     // whose value stands in it, if it is one's
	names []*Binding // in the order in which they were declared
	index map[string]*Binding
	has   uint64 // the bits of the names: most that are looked up have none of these
}

// Field is what "this" means in the value of a field: an instance of the class, or the class
// itself.
type Field struct {
	Class  *ClassBody
	Static bool
}

// fewNames is up to how many names a scope is searched without an index: most
// functions declare one or two.
const fewNames = 8

// Declare adds a name that the scope does not have.
func (s *Scope) Declare(b *Binding) {
	s.names = append(s.names, b)
	s.has |= bitOf(b.Name)
	if s.index != nil {
		s.index[b.Name] = b
		return
	}
	if len(s.names) > fewNames {
		s.index = make(map[string]*Binding, 2*len(s.names))
		for _, b := range s.names {
			s.index[b.Name] = b
		}
	}
}

// Declared returns the names that the scope itself declares.
func (s *Scope) Declared() []*Binding { return s.names }

// Own returns the binding of a name that the scope itself declares, or nil.
func (s *Scope) Own(name string) *Binding {
	if s.has&bitOf(name) == 0 {
		return nil
	}
	return s.own(name)
}

func (s *Scope) own(name string) *Binding {
	if s.index != nil {
		return s.index[name]
	}
	for _, b := range s.names {
		if b.Name == name {
			return b
		}
	}
	return nil
}

// Lookup returns the binding that a name has in the scope, or nil.
func (s *Scope) Lookup(name string) *Binding {
	for bit := bitOf(name); s != nil; s = s.Parent {
		if s.has&bit == 0 {
			continue
		}
		if b := s.own(name); b != nil {
			return b
		}
	}
	return nil
}

// bitOf is one of 64 bits that stands for a name, and for some others.
func bitOf(name string) uint64 {
	if name == "" {
		return 1
	}
	return 1 << ((uint(name[0])*31 + uint(name[len(name)-1])*7 + uint(len(name))) % 64)
}

// Binding is a declared name with everything that is ever assigned to it.
type Binding struct {
	Name   string
	Defs   []Def
	Scope  *Scope
	Start  int32
	Number int32 // as that of an expression
	// Holder is what the search for dead functions knows the name by; 0 before.
	Holder int32
	// Empty: its declaration gives it no value, so it is undefined until it is given one.
	Empty bool
}

// Def is one value of a binding: what an expression evaluates to, below a
// path of properties when it was destructured; a parameter; or an import.
type Def struct {
	Value *Expr
	Path  []string // "*" for an element; see ItemKey and RestKey
	// Param and Func: the value is argument Param of the calls of Func.
	Func  *Func
	Param int
	Rest  bool
	// Keys: the value is a name of a property of Value: for (const name in object).
	Keys bool
	// Default: the value counts only when nothing else is given.
	Default bool
	// Guard is the condition under which the binding gets the value.
	Guard *Guard
	// From and Name: the value is the export Name of the module From ("*" for
	// all of it).
	From string
	Name string
}

// StmtKind says what a statement is.
type StmtKind uint8

// The kinds of statements that are told apart.
const (
	Simple StmtKind = iota // Expr, or the expressions of a declaration in Exprs
	If                     // Expr, Body, Else
	Block                  // Body: a block, loop, switch, try
)

// Stmt is one statement.
type Stmt struct {
	Kind  StmtKind
	Start int32 // bytes in the source
	End   int32
	Expr  *Expr
	// Guard is the condition under which control reaches the statement.
	Guard *Guard
	Parts *StmtParts // nil for one that has none
	value [1]*Expr   // what Exprs are where there is one
}

// StmtParts are what few statements have, so that the others need no room for it.
type StmtParts struct {
	Exprs []*Expr
	Body  []*Stmt
	Else  []*Stmt
}

// Exprs returns the expressions of a declaration, and those of a block's head.
func (s *Stmt) Exprs() []*Expr {
	if s.value[0] != nil {
		return s.value[:]
	}
	if s.Parts == nil {
		return nil
	}
	return s.Parts.Exprs
}

// SetExprs gives a statement its expressions.
func (s *Stmt) SetExprs(list []*Expr) {
	s.value[0] = nil
	switch {
	case len(list) == 1:
		s.value[0] = list[0]
	case len(list) > 1:
		s.Within().Exprs = list
	}
}

// Body returns the statements within a statement.
func (s *Stmt) Body() []*Stmt {
	if s.Parts == nil {
		return nil
	}
	return s.Parts.Body
}

// Else returns the statements that an if runs otherwise.
func (s *Stmt) Else() []*Stmt {
	if s.Parts == nil {
		return nil
	}
	return s.Parts.Else
}

// Within returns the parts of a statement, to give it more of them.
func (s *Stmt) Within() *StmtParts {
	if s.Parts == nil {
		s.Parts = &StmtParts{}
	}
	return s.Parts
}

// Export is a name that a module gives to others: the value of an expression,
// a local binding, or the export of another module (Name "*": all of it).
type Export struct {
	As    string // "" stands for all names of From
	Value *Expr
	Local string
	From  string
	Name  string
}

// Tree is one module.
type Tree struct {
	Source  string
	Body    []*Stmt
	Scope   *Scope
	Exports []Export
	Imports []Import
	Assigns []*Expr // assignments to members
	Calls   []*Expr // calls and constructions, in source order of their ends
	Funcs   []*Func
	Classes []*ClassBody
	// Bindings are all names that are declared, in source order.
	Bindings []*Binding
	// Decorated reports whether something in it has a decorator.
	Decorated bool
	// Namespaces reports whether it has namespaces, whose names others can read as
	// properties.
	Namespaces bool
	// Elements are the JSX elements.
	Elements []*Expr
	// TooDeep is the first thing that nests too deep to be read, TooLong what follows the
	// last token that is read; nil if all was read.
	TooDeep, TooLong *Expr
}

// Import is a module that another one names: by an import, a re-export, a
// require or a dynamic import with a constant name.
type Import struct {
	From       string
	Start, End int32
}
