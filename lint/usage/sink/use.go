package sink

import (
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/eval"
)

// Certainty says how surely a use contacts its endpoint.
type Certainty string

// The certainties.
const (
	// Call: a literal or folded constant reaches a network API.
	Call Certainty = "call"
	// Literal: a base URL that nobody was seen to call.
	Literal Certainty = "literal"
	// Dynamic: an API call whose host is only known at run time.
	Dynamic Certainty = "dynamic"
)

// Use is one endpoint that the code contacts. A dynamic use has no endpoint.
type Use struct {
	Endpoint  endpoint.Endpoint
	Category  platform.Category
	API       string // as a developer writes it: wx.request, <web-view src>; "" for a literal
	Certainty Certainty
	// Span is the literal that the host stands in, with its quotes; for a
	// dynamic use the call's callee.
	Span source.Span
	// SDK is what is imported that contacts the host, where no source line names it.
	SDK string
	// On are the platforms of the project on which it is contacted; nil for all of them.
	On []platform.ID
	// Trail leads from the literal to the call: the call is last.
	Trail []eval.Step
}
