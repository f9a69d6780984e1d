package report

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"strconv"
)

// writeJSON writes v as indented UTF-8.
func writeJSON(w io.Writer, v any) error {
	text, err := encodeJSON(v, "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

// encodeJSON returns v as JSON that ends its line, with each level indented; on
// one line without an indent.
func encodeJSON(v any, indent string) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return []byte(escapeHidden(escapeMarks(b.String()), escapeJSON)), nil
}

// breakLines puts each element of the array of a key on a line of its own, so
// that reports can be compared line by line; without a key, of the outermost
// array. The JSON is that of encodeJSON, without an indent.
func breakLines(compact []byte, key string) []byte {
	opening := []byte("[")
	if key != "" { // in a string its quotes would be escaped
		opening = []byte(strconv.Quote(key) + ":[")
	}
	start := bytes.Index(compact, opening) + len(opening)
	out := slices.Clone(compact[:start])
	for {
		end := elementEnd(compact, start)
		if end > start {
			out = append(append(out, '\n'), compact[start:end]...)
		}
		if compact[end] == ']' {
			return append(append(out, '\n'), compact[end:]...)
		}
		out = append(out, ',')
		start = end + 1
	}
}

// elementEnd returns the offset of what follows the element of an array that
// starts at an offset.
func elementEnd(compact []byte, start int) int {
	depth := 0
	for i := start; ; i++ {
		switch c := compact[i]; {
		case c == '"':
			i += stringEnd(compact[i:])
		case depth == 0 && (c == ',' || c == ']'):
			return i
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
	}
}

// stringEnd returns the offset of the quote that ends the string of JSON that
// text begins with.
func stringEnd(text []byte) int {
	end := 1
	for text[end] != '"' {
		if text[end] == '\\' {
			end++
		}
		end++
	}
	return end
}
