package filing

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/message"
)

// jsonList is an array of domains or of objects. Its syntax has been checked by
// encoding/json, whose decoder gives no place of a value's end: so it is walked
// here, over text that is known to be JSON.
type jsonList struct {
	text string
	kept bool // no object has a key for the number
}

// newJSON returns the list and where its first item is. data are the bytes of text.
func newJSON(text string, data []byte, at int, bad *problems) (list format, items int, ok bool) {
	if err := checkJSON(data[at:]); err != nil {
		where := at + syntaxOffset(err, len(text)-at)
		bad.list("list.json", where, min(where+1, len(text)))
		return nil, 0, false
	}
	at = skipJSONSpace(text, at)
	j := &jsonList{text: text, kept: true}
	if text[at] == '{' || j.isNested(at+1) {
		r, ok := newReply(text, at)
		if !ok {
			bad.list(j.refusal(at), at, at+1, j.reason(at))
		}
		return r, at, ok
	}
	j.kept = !j.hasNumbers(at + 1)
	return j, at + 1, true
}

// refusal tells a query that has failed from an object that is no list at all.
func (j *jsonList) refusal(at int) message.ID {
	id := message.ID("list.json-shape")
	j.members(at, func(key string, value int) {
		v := j.scalar(value).text
		switch strings.ToLower(key) {
		case "code", "statecode", "errcode":
			if v != "0" && v != "1" && v != "200" {
				id = "list.json-failed"
			}
		case "success":
			if v != "true" && v != "1" {
				id = "list.json-failed"
			}
		case "requestid":
			id = "list.json-failed"
		}
	})
	return id
}

// reason returns what a failed query says of itself.
func (j *jsonList) reason(at int) (text string) {
	j.members(at, func(key string, value int) {
		if k := strings.ToLower(key); (k == "msg" || k == "message") && j.text[value] == '"' {
			text = clip(j.scalar(value).text)
		}
	})
	return text
}

// checkJSON returns the *json.SyntaxError of a text that is not JSON. It bounds
// the depth as well: encoding/json gives up at 10,000 levels.
func checkJSON(data []byte) error {
	if json.Valid(data) {
		return nil
	}
	var ignored json.RawMessage
	return json.Unmarshal(data, &ignored)
}

// syntaxOffset returns where the byte is that the decoder could not take.
func syntaxOffset(err error, size int) int {
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return 0
	}
	return min(max(int(syntax.Offset)-1, 0), size)
}

// hasNumbers reports whether any object has a number: then one without has none
// to show.
func (j *jsonList) hasNumbers(at int) bool {
	found := false
	for at = j.item(at); j.text[at] != ']' && !found; at = j.item(skipJSON(j.text, at)) {
		if j.text[at] == '{' {
			j.members(at, func(key string, value int) {
				found = found || targetOf(key).isNumber() || j.isClearNumber(value)
			})
		}
	}
	return found
}

func (j *jsonList) read(at int, r *record, bad *problems) (int, bool) {
	for at = j.item(at); j.text[at] != ']'; at = j.item(at) {
		start := at
		at = skipJSON(j.text, start)
		switch j.text[start] {
		case '"':
			r.reset(start, true)
			r.table = true
			r.domains = append(r.domains, j.scalar(start))
			return at, true
		case '{':
			r.reset(start, j.kept)
			j.fields(start, r)
			return at, true
		}
		bad.list("list.json-item", start, at, bad.quote(j.text[start:at]))
	}
	return at, false
}

// item returns where the next item of the array begins, or its end.
func (j *jsonList) item(at int) int {
	if at = skipJSONSpace(j.text, at); j.text[at] == ',' {
		at = skipJSONSpace(j.text, at+1)
	}
	return at
}

// members calls do with each key of the object and where its value begins.
func (j *jsonList) members(at int, do func(key string, value int)) {
	for at = j.item(at + 1); j.text[at] != '}'; {
		key := j.scalar(at)
		at = skipJSONSpace(j.text, skipJSON(j.text, at)) + len(":")
		at = skipJSONSpace(j.text, at)
		do(key.text, at)
		at = j.item(skipJSON(j.text, at))
	}
}

// fields puts what an object says into the record. An address is taken only where
// nothing else is the domain, and what is clearly a domain or a number only where
// no key is known.
func (j *jsonList) fields(at int, r *record) {
	r.table = true
	r.keys = r.keys[:0]
	j.members(at, func(key string, value int) {
		t := targetOf(key)
		if t.known {
			r.twice = r.twice || slices.Contains(r.keys, key)
			r.keys = append(r.keys[:min(len(r.keys), mostKeys)], key)
		}
		if j.text[value] == '{' && isRecordKey(key, t) {
			j.inner(value, r)
		}
		j.member(key, t, value, r)
	})
	if r.cols[colNumber].text == "" && r.cols[colMain].text == "" && !r.site {
		j.clearNumber(at, r)
	}
	if len(r.domains) == 0 {
		j.members(at, func(key string, value int) {
			if t := targetOf(key); t.weak {
				t.weak = false
				j.member(key, t, value, r)
			}
		})
	}
	if len(r.domains) == 0 && r.cols[colNumber].text != "" {
		j.clearDomain(at, r)
	}
}

// mostKeys bounds the keys of an object that are compared with each other.
const mostKeys = 64

// isRecordKey reports whether an object under a key is the filing of the domain
// beside it.
func isRecordKey(key string, t target) bool {
	folded := foldName(key)
	return t.isNumber() || t.known && t.column == colStatus && !t.domain ||
		holdsAny(folded, []string{"icp", "beian", "备案", "filing", "licen"}) && !holdsAny(folded, otherRecords)
}

// inner puts what an object says of a filing into the record around it.
func (j *jsonList) inner(at int, r *record) {
	j.members(at, func(key string, value int) {
		if t := targetOf(key); !t.domain {
			j.member(key, t, value, r)
		}
	})
}

// member puts a value that the record knows into it.
func (j *jsonList) member(key string, t target, value int, r *record) {
	r.site = r.site || t.isSite()
	switch first := j.text[value]; {
	case !t.known || t.weak || first == '{' || first == 'n': // null says as little as no key
	case first == '[':
		if t.domain {
			j.domains(value, r)
			r.nameDomain(key)
		}
	case t.domain:
		if f := j.scalar(value); f.text != "" {
			r.domains = append(r.domains, f)
			r.nameDomain(key)
		}
	default:
		r.setNamed(t.column, j.scalar(value), key)
	}
}

func (j *jsonList) domains(at int, r *record) {
	for at = j.item(at + 1); j.text[at] != ']'; at = j.item(skipJSON(j.text, at)) {
		if j.text[at] == '"' {
			r.domains = append(r.domains, j.scalar(at))
		}
	}
}

// scalar returns a string without its quotes and escapes, or another scalar as
// it is written. Its place includes the quotes.
func (j *jsonList) scalar(at int) field {
	end := skipJSON(j.text, at)
	text := j.text[at:end]
	switch {
	case text[0] == '"' && strings.IndexByte(text, '\\') < 0:
		text = text[1 : len(text)-1]
	case text[0] == '"':
		var unescaped string
		if json.Unmarshal([]byte(text), &unescaped) == nil {
			text = unescaped
		}
	}
	return field{strings.TrimFunc(text, isInvisible), at, end}
}

// skipJSON returns where the value that begins at at ends, in valid JSON.
func skipJSON(text string, at int) int {
	depth := 0
	for {
		switch c := text[at]; c {
		case '"':
			at = skipJSONString(text, at)
		case '[', '{':
			depth++
			at++
		case ']', '}':
			depth--
			at++
		case ' ', '\t', '\r', '\n', ',', ':':
			at++
			continue // between the parts of a value: it goes on
		default:
			at = skipJSONWord(text, at)
		}
		if depth == 0 {
			return at
		}
	}
}

func skipJSONString(text string, at int) int {
	for at++; text[at] != '"'; at++ {
		if text[at] == '\\' {
			at++
		}
	}
	return at + 1
}

// skipJSONWord skips a number, true, false or null.
func skipJSONWord(text string, at int) int {
	if n := strings.IndexAny(text[at:], ",]} \t\r\n"); n >= 0 {
		return at + n
	}
	return len(text)
}

func skipJSONSpace(text string, at int) int {
	for at < len(text) && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n') {
		at++
	}
	return at
}
