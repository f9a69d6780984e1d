package jsonc

import (
	"bytes"
	"encoding/json"
)

// Quote returns a text as a string of JSON, in which <, > and & stand as they are.
func Quote(text string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(text) // there is no string that JSON has not
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}
