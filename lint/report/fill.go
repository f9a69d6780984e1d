package report

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint/jsonc"
)

// filler writes text with gaps: the formats of other tools have many small
// objects, and a type for each would take several times the room in the binary.
type filler struct {
	bytes.Buffer
	quote func(string) string // what makes a value of a string
}

// fill writes a template, in which "$" stands for the next value, quoted, and "#"
// for the next one as it is.
//
//go:noinline
func (w *filler) fill(template string, values ...string) {
	next := 0
	for i := 0; i < len(template); i++ {
		switch template[i] {
		case '$':
			w.WriteString(w.quote(values[next]))
			next++
		case '#':
			w.WriteString(values[next])
			next++
		default:
			w.WriteByte(template[i])
		}
	}
}

// send writes what was filled in, and returns the error of the writer.
//
//go:noinline
func (w *filler) send(to io.Writer) error {
	_, err := to.Write(w.Bytes())
	return err
}

// digits is strconv.Itoa kept out of line: its many copies would grow the binary.
//
//go:noinline
func digits(n int) string { return strconv.Itoa(n) }

// comma stands before element i of a list.
func comma(i int) string {
	if i == 0 {
		return ""
	}
	return ","
}

// quoteJSON returns s as a string of JSON.
func quoteJSON(s string) string {
	if isPlain(s) && !strings.ContainsAny(s, `"\`) {
		return `"` + s + `"`
	}
	return unmarked(jsonc.Quote(s))
}
