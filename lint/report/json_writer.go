package report

import (
	"bytes"
	"strconv"
	"strings"
)

// jsonWriter writes JSON piece by piece, members in the order of the calls. The
// formats of other tools are written with it: types with tags for each of their
// many small objects would take three times the room in the binary.
type jsonWriter struct {
	bytes.Buffer
	indent  bool
	closing []byte // the brackets that are open
	some    bool   // whether the innermost holds something
}

// begin opens an object or an array; name is "" for an element of an array. Its
// bracket is '{' or '['.
//
//go:noinline
func (j *jsonWriter) begin(name string, bracket byte) {
	j.name(name)
	j.WriteByte(bracket)
	j.closing = append(j.closing, bracket+2) // the closing one, in ASCII
	j.some = false
}

// end closes the innermost n.
//
//go:noinline
func (j *jsonWriter) end(n int) {
	for ; n > 0; n-- {
		last := len(j.closing) - 1
		bracket := j.closing[last]
		j.closing = j.closing[:last]
		if j.some {
			j.newline()
		}
		j.WriteByte(bracket)
		j.some = true
	}
	if len(j.closing) == 0 {
		j.WriteByte('\n')
	}
}

//go:noinline
func (j *jsonWriter) text(name, value string) {
	j.name(name)
	j.quote(value)
}

//go:noinline
func (j *jsonWriter) number(name string, value int) {
	j.name(name)
	j.WriteString(strconv.Itoa(value))
}

func (j *jsonWriter) flag(name string, value bool) {
	j.name(name)
	j.WriteString(strconv.FormatBool(value))
}

// name begins a member or an element.
func (j *jsonWriter) name(name string) {
	if j.some {
		j.WriteByte(',')
	}
	j.some = true
	if len(j.closing) > 0 {
		j.newline()
	}
	if name != "" {
		j.quote(name)
		j.WriteByte(':')
		if j.indent {
			j.WriteByte(' ')
		}
	}
}

func (j *jsonWriter) quote(s string) {
	if isPlain(s) && !strings.ContainsAny(s, `"\\`) {
		j.WriteString(`"` + s + `"`)
		return
	}
	text, _ := encode(s, "") // there is no string that JSON has not
	j.Write(bytes.TrimSuffix(text, []byte("\n")))
}

func (j *jsonWriter) newline() {
	if j.indent {
		j.WriteByte('\n')
		for range j.closing {
			j.WriteString("  ")
		}
	}
}
