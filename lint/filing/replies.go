package filing

import (
	"cmp"
	"slices"
	"strings"
)

// containers are the keys under which replies keep their records, in lower
// case. Sources: the filing records' notes, sections 1, 2 and 4.
var containers = map[string]bool{
	"params": true, "list": true, // MIIT's queryByCondition; ICP_Query's reply is the same
	"result":                    true, // ICP_Query's batch: a list of lists
	"data":                      true, // ICP_Query's history; fghwett/icp: one record
	"basuccessdatawithrisklist": true, // Alibaba Cloud's QuerySuccessIcpData …
	"websitelist":               true,
	appList:                     true,
}

const (
	appList  = "applist"
	riskList = "risklist"
	deepest  = 8 // of containers in one another; the replies have four
)

// reply is a JSON file whose records stand deeper than in an array.
type reply struct {
	jsonList
	records  []located
	subjects []subject
}

// located is where a record stands, and in which subject.
type located struct{ start, subject int }

// subject is what an object says for all records in it.
type subject struct {
	cols [columns]field
	app  bool
}

// newReply returns the records of a JSON value, wherever they stand; ok is false
// when it is none of the replies that are known.
func newReply(text string, at int) (r *reply, ok bool) {
	r = &reply{jsonList: jsonList{text: text}, subjects: []subject{{}}}
	if text[at] == '[' {
		r.items(at, 0, 0)
		return r, true
	}
	return r, r.contained(at, 0, 0)
}

// nested reports whether the first item of an array is no record by itself.
func (j *jsonList) nested(items int) bool {
	first := j.item(items)
	if j.text[first] != '{' {
		return j.text[first] == '['
	}
	found := false
	j.members(first, func(key string, value int) { found = found || j.holds(key, value) })
	return found
}

// holds reports whether a member of an object is a container.
func (j *jsonList) holds(key string, value int) bool {
	first := j.text[value]
	return (first == '[' || first == '{') && containers[strings.ToLower(key)]
}

// contained adds the records in the containers of an object.
func (r *reply) contained(at, subject, depth int) (found bool) {
	own := subject
	r.members(at, func(key string, value int) {
		if !r.holds(key, value) || depth > deepest {
			return
		}
		if !found {
			own = r.newSubject(at, subject)
		}
		found = true
		in := own
		if strings.ToLower(key) == appList {
			in = r.apps(own)
		}
		r.value(value, in, depth+1)
	})
	return found
}

func (r *reply) value(at, subject, depth int) {
	if r.text[at] == '[' {
		r.items(at, subject, depth)
	} else {
		r.object(at, subject, depth)
	}
}

func (r *reply) items(at, subject, depth int) {
	for at = r.item(at + 1); r.text[at] != ']'; at = r.item(skipJSON(r.text, at)) {
		switch first := r.text[at]; {
		case first == '[' && depth <= deepest:
			r.items(at, subject, depth+1)
		case first == '{':
			r.object(at, subject, depth)
		default:
			r.records = append(r.records, located{at, subject})
		}
	}
}

// object adds the records in an object, or the object as one.
func (r *reply) object(at, subject, depth int) {
	if !r.contained(at, subject, depth) {
		r.records = append(r.records, located{at, subject})
	}
}

// newSubject keeps what the object at a place says, beside what the subject
// around it does.
func (r *reply) newSubject(at, around int) int {
	var one record
	r.members(at, func(key string, value int) {
		if strings.ToLower(key) == riskList && r.text[value] == '[' {
			one.set(colDeadline, r.deadline(value))
		} else if !targetOf(key).domain {
			r.member(targetOf(key), value, &one)
		}
	})
	s := r.subjects[around]
	for c, f := range one.cols {
		if f.text != "" {
			s.cols[c] = f
		}
	}
	r.subjects = append(r.subjects, s)
	return len(r.subjects) - 1
}

// apps returns the subject of the apps beside the websites of another.
func (r *reply) apps(of int) int {
	s := r.subjects[of]
	s.app = true
	r.subjects = append(r.subjects, s)
	return len(r.subjects) - 1
}

// deadline returns the earliest day until which a risk must be put right; one
// that cannot be read comes first.
func (r *reply) deadline(at int) (earliest field) {
	var day Date
	for at = r.item(at + 1); r.text[at] != ']'; at = r.item(skipJSON(r.text, at)) {
		if r.text[at] != '{' {
			continue
		}
		r.members(at, func(key string, value int) {
			if targetOf(key).column != colDeadline || r.text[value] != '"' {
				return
			}
			f := r.scalar(value)
			if d := readDeadline(f, nil); f.text != "" && (earliest.text == "" || d.Compare(day) < 0) {
				earliest, day = f, d
			}
		})
	}
	return earliest
}

func (r *reply) read(at int, to *record, bad *problems) (int, bool) {
	i, _ := slices.BinarySearchFunc(r.records, at, func(l located, at int) int { return cmp.Compare(l.start, at) })
	if i == len(r.records) {
		return at, false
	}
	start, subject := r.records[i].start, &r.subjects[r.records[i].subject]
	to.reset(start, false)
	to.app = subject.app
	switch r.text[start] {
	case '{':
		r.fields(start, to)
	case '"':
		to.domains = append(to.domains, r.scalar(start))
	}
	for c, f := range subject.cols {
		to.set(column(c), f)
	}
	return start + 1, true
}
