package allowlist

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/platform"
)

// scope is what the objects around a key say about it.
type scope struct {
	platform platform.ID
	silent   bool   // declares nothing: a body that deletes or asks, an error answer
	partial  bool   // declares, but not the whole list: a body that adds
	action   bool   // the object has an action: it is the body of a platform's call
	answer   bool   // the object has an error code: it is the answer of one
	holder   holder // what the object's own key says
	bare     bool   // bare keys are boxes in this object
}

// at returns the scope for the members of an object.
func (s scope) at(ms members, known *vocabulary) scope {
	s.answer = s.readCode(ms, known.codes)
	if s.answer {
		// An answer may repeat the action that was asked for; its lists are
		// still the result.
		return s
	}
	action := strings.ToLower(ms.get("action").String())
	s.action = true
	switch {
	case action == "delete" || strings.HasPrefix(action, "get"):
		s.silent = true
	case action == "add":
		s.partial = true
	case action == "set":
	default:
		s.action = false
	}
	method := ms.get("method").String()
	if slices.ContainsFunc(known.deletes, func(end string) bool { return strings.HasSuffix(method, end) }) {
		s.silent = true
	}
	return s
}

// readCode reports whether there is an error code; one that is not zero silences
// the answer.
func (s *scope) readCode(ms members, codes []string) bool {
	found := false
	for _, name := range codes {
		n := ms.get(name)
		switch n.Kind() {
		case jsonc.Number:
			i, ok := n.Int()
			s.silent = s.silent || i != 0 || !ok
		case jsonc.String:
			s.silent = s.silent || strings.Trim(n.String(), "0") != ""
		default:
			continue
		}
		found = true
	}
	return found
}

// within returns the scope for what stands below a member, or in an array when
// name is empty.
func (s scope) within(name string, known *vocabulary) scope {
	s.holder = holders[name]
	if name == "data" && s.answer {
		s.holder = maybeHolder // the answer to get of a platform with bare keys
	}
	if id := known.sections[name]; id != "" {
		s.platform = id
	}
	s.action, s.answer, s.bare = false, false, false
	return s
}
