package model

import (
	"strings"

	"github.com/beianlint/beianlint/lint/platform"
)

// TeamCall is a call of which a team says in its config what it contacts.
type TeamCall struct {
	// Call is the name of what is called, as code writes it or as its module exports it:
	// myHttp.send, @acme/http.send.
	Call     string
	Argument int    // which argument has the address
	Option   string // the member of the argument that has it; "" for the argument itself
	Category platform.Category
}

// Last returns the name that the name of what is called ends with.
func (c *TeamCall) Last() string { return c.Call[strings.LastIndexAny(c.Call, "./")+1:] }

// Is reports whether a dotted name is the one of the call. One with dots or slashes can
// have more in front of it, as in this.$http.get and ../utils/http.send; a bare one
// can only have a folder there, since ws.send is not send.
func (c *TeamCall) Is(name string) bool {
	head, ok := strings.CutSuffix(name, c.Call)
	switch {
	case !ok:
		return false
	case head == "" || strings.HasSuffix(head, "/"):
		return true
	}
	return strings.HasSuffix(head, ".") && strings.ContainsAny(c.Call, "./")
}
