package resolve

import (
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// unnamed are the functions that a framework has and calls for those alone who say their
// names: the methods of pages and components, the actions of stores. Such a function is
// called where live code reads a property of its name, whatever of, or where a text, a
// piece that texts are put together of, or markup says it.
type unnamed struct {
	members map[string]bool // the names of functions that are members or exports
	said    map[string]bool // those of them that a text says
	begin   *[256]uint64    // the bits of their lengths, by how they begin
	words   []uint64        // the bits of the words that texts have
	// heads and tails are the pieces that begin and end texts which are put together.
	heads, tails map[string]bool
	holders      map[int32]*Module // what has the functions, and where they stand
	stores       map[int32]bool    // those of them that are the actions of stores
	functions    map[int32]bool    // names that a module exports and that always stand for a function
	paged        map[*Module]bool  // whether modules ask for all pages
	asks         map[*Module]bool  // those that ask this for a member by a name that is not written
	handled      map[string]bool   // what markup, without its extension, names handlers by expressions
	handed       handed
	// dispatched: an action is called by a name that no text need say. open: a function of a page or
	// component is, or a package that is not there gives all of them functions that may call others.
	dispatched, open bool
}

func newUnnamed() unnamed {
	return unnamed{
		members: map[string]bool{}, said: map[string]bool{}, begin: &[256]uint64{}, words: make([]uint64, wordBits), heads: map[string]bool{}, tails: map[string]bool{},
		holders: map[int32]*Module{}, stores: map[int32]bool{}, functions: map[int32]bool{}, paged: map[*Module]bool{}, asks: map[*Module]bool{}, handled: map[string]bool{}, handed: newHanded(),
	}
}

// find notes the names that functions of a module have as members and exports.
func (u *unnamed) find(m *Module) {
	for _, f := range m.Tree.Funcs {
		if f.Object != nil || f.Class != nil {
			u.add(f.Name)
		}
	}
	for i := range m.Tree.Exports {
		u.add(m.Tree.Exports[i].As)
	}
}

func (u *unnamed) add(name string) {
	if name != "" {
		u.members[name] = true
		u.begin[name[0]] |= lengthBit(len(name))
	}
}

// say notes the words of a text.
func (u *unnamed) say(text string) {
	for i := 0; i < len(text); i++ {
		start, hash := i, uint32(0)
		for ; i < len(text) && wordBytes[text[i]] != 0; i++ {
			hash = (hash ^ uint32(wordBytes[text[i]])) * hashPrime
		}
		if i == start {
			continue
		}
		u.words[hash>>6%wordBits] |= 1 << (hash & 63)
		if u.begin[text[start]]&lengthBit(i-start) != 0 && u.members[text[start:i]] {
			u.said[text[start:i]] = true
		}
	}
}

// wordBytes are the bytes of words, large letters as small ones.
var wordBytes = func() (t [256]byte) {
	for c := range byte(0x80) {
		if isWord(c) {
			t[c] = c | 0x20
		}
	}
	return t
}()

func lengthBit(n int) uint64 { return 1 << min(n, 63) }

const hashPrime = 16777619

// wordBits is how many numbers of 64 bits tell which words texts have: to take one for said
// that is not keeps a function.
const wordBits = 1 << 13

// mayBeSaid reports whether a text may have a word.
func (u *unnamed) mayBeSaid(word string) bool {
	hash, digits := uint32(0), true
	for i := range len(word) {
		hash = (hash ^ uint32(wordBytes[word[i]])) * hashPrime
		digits = digits && word[i] >= '0' && word[i] <= '9'
	}
	return digits || u.words[hash>>6%wordBits]&(1<<(hash&63)) != 0
}

// join notes the pieces that a text is put together of.
func (u *unnamed) join(list []*ast.Expr) {
	for i, x := range list {
		if x.Kind != ast.String {
			continue
		}
		if i < len(list)-1 {
			u.heads[x.Text[strings.LastIndexFunc(x.Text, isNoWord)+1:]] = true
		}
		if i > 0 {
			end := strings.IndexFunc(x.Text, isNoWord)
			if end < 0 {
				end = len(x.Text)
			}
			u.tails[x.Text[:end]] = true
		}
	}
}

func isNoWord(c rune) bool { return c >= 0x80 || !isWord(byte(c)) }

// isJoined reports whether a name may be put together of pieces and a word that a text has.
func (u *unnamed) isJoined(name string) bool {
	for i := 1; i < len(name); i++ {
		if u.tails[name[i:]] && u.mayBeSaid(name[:i]) {
			return true
		}
		if !u.heads[name[:i]] {
			continue
		}
		if u.mayBeSaid(name[i:]) {
			return true
		}
		for k := i + 1; k < len(name); k++ {
			if u.tails[name[k:]] && u.mayBeSaid(name[i:k]) {
				return true
			}
		}
	}
	return false
}

// isHook reports whether a framework calls functions of such a name by itself: onLoad, $init.
func isHook(name string) bool {
	return strings.HasPrefix(name, "$") || len(name) > 2 && strings.HasPrefix(name, "on") && name[2] >= 'A' && name[2] <= 'Z'
}

// settle has the functions called only where their names are said.
func (u *unnamed) settle(r *references) {
	if len(u.holders) == 0 || !u.sayMarkup(r) || u.open {
		return
	}
	names := u.names(r)
	last := len(r.links) - 1
	for i := 2; i <= last; i++ { // the name comes before who holds it
		l, by := r.links[i], r.links[i-1]
		in, name := u.holders[l.to], names[by.to]
		isFunction := r.carriers[l.from].code != 0 || u.functions[l.from]
		if in == nil || !isFunction || l.mask != leaked || by.from != l.from || name == "" || u.asks[in] || u.handed.mayCall(in) || u.handled[strings.TrimSuffix(in.Name, path.Ext(in.Name))] || u.stores[l.to] && u.dispatched || u.mayCall(name) {
			continue
		}
		r.links[i].mask = 0
		l.mask |= gated
		r.links = append(r.links, l, link{from: l.from, to: by.to, place: l.place})
	}
}

// names are the names of members and exports, by their carriers.
func (u *unnamed) names(r *references) map[int32]string {
	names := map[int32]string{}
	for name := range u.members {
		if at, ok := r.names[name]; ok {
			names[at] = name
		}
	}
	for key, at := range r.exported.carriers {
		names[at] = key.name
	}
	return names
}

// mayCall reports whether a function of a name is called by a text, or without anything that says
// its name.
func (u *unnamed) mayCall(name string) bool {
	return len(name) > maxUnnamed || !isPlainWord(name) || u.said[name] || isHook(name) || u.isJoined(name)
}

// isPlainWord reports whether a name is a word that is found in texts.
func isPlainWord(name string) bool {
	for i := range len(name) {
		if wordBytes[name[i]] == 0 {
			return false
		}
	}
	return true
}

// maxUnnamed is how long a name is, at most, of which it is looked for how it may be put together.
const maxUnnamed = 64

// sayMarkup notes what markup and the scripts in it say, but for comments. It reports whether
// that names a function at all: where it names none, what does may not be written yet.
func (u *unnamed) sayMarkup(r *references) bool {
	texts := u.said
	u.said = map[string]bool{}
	for _, f := range slices.Concat(r.sources.names.Imported, r.sources.names.Project.Files) {
		switch f.Kind {
		case miniprogram.Markup:
			u.open = u.open || f.Bytes == nil
			u.sayShown(string(f.Bytes))
			if isAnyHandler(string(f.Bytes)) {
				u.handle(r, strings.TrimSuffix(f.Name, path.Ext(f.Name)))
			}
		case miniprogram.Component:
			for _, b := range r.sources.Blocks(f, f.Bytes) {
				if b.Kind != markup.Script && b.Kind != markup.Style {
					u.sayShown(string(f.Bytes[b.Start:b.End]))
				}
			}
		}
	}
	isNamed := len(u.said) > 0
	maps.Copy(u.said, texts)
	return isNamed
}

// handle notes that the markup of a page or component calls any function of that, or a template of any.
func (u *unnamed) handle(r *references, stem string) {
	files := r.sources.names.Files
	u.handled[stem] = true
	u.open = u.open || files[stem+".js"] == nil && files[stem+".ts"] == nil
}

func (u *unnamed) sayShown(text string) {
	for {
		before, rest, ok := strings.Cut(text, "<!--")
		u.say(before)
		if !ok {
			return
		}
		_, text, _ = strings.Cut(rest, "-->")
	}
}

// isAnyHandler reports whether markup has the name of a handler from an expression.
func isAnyHandler(text string) bool {
	const begin, maxHandler = `="{{`, 1 << 10
	for {
		before, rest, ok := strings.Cut(text, begin)
		if !ok {
			return false
		}
		name := before[strings.LastIndexAny(before, " \t\r\n\"'<")+1:]
		handler, _, _ := strings.Cut(rest[:min(len(rest), maxHandler)], "}}")
		if _, isEvent := model.EventOf(name); isEvent && !strings.ContainsAny(handler, `'[`) {
			return true
		}
		text = rest
	}
}
