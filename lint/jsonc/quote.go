package jsonc

import (
	"encoding/json"
	"strings"
)

// Quote returns a text as a string of JSON, in which <, > and & stand as they are.
func Quote(text string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(text) // there is no string that JSON has not
	return strings.TrimSuffix(b.String(), "\n")
}
