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
type located struct {
	start, subject int
	key            bool // it is a member whose key is the domain
}

// subject is what an object says for all records in it.
type subject struct {
	cols   [columns]field
	names  names
	domain field // of a record that has none
	app    bool
}

// newReply returns the records of a JSON value, wherever they stand; ok is false
// when it is none of the replies that are known.
func newReply(text string, at int) (r *reply, ok bool) {
	r = &reply{jsonList: jsonList{text: text}, subjects: []subject{{}}}
	if text[at] == '[' {
		r.items(at, 0, 0)
		return r, true
	}
	if r.contained(at, 0, 0) {
		return r, true
	}
	var one record
	r.fields(at, &one)
	if len(one.domains) > 0 && (one.site || one.cols[colNumber].text+one.cols[colMain].text != "") {
		r.records = append(r.records, located{start: at})
	}
	return r, len(r.records) > 0
}

// isNested reports whether the first item of an array is no record by itself.
func (j *jsonList) isNested(items int) bool {
	first := j.item(items)
	if j.text[first] != '{' {
		return j.text[first] == '['
	}
	found := false
	named := j.namesDomain(first)
	j.members(first, func(key string, value int) { found = found || j.holds(key, value, named, 0) })
	return found
}

// holds reports whether a member of an object is a container: by its key, or
// because there are records in it and the object around is none.
func (j *jsonList) holds(key string, value int, named bool, depth int) bool {
	first := j.text[value]
	if first != '[' && first != '{' {
		return isValue(key) && first == '"' && !named && strings.Contains(key, ".")
	}
	return containers[strings.ToLower(key)] || !named && (isClearDomain(key) || !targetOf(key).known && j.hasRecords(value, depth))
}

// namesDomain reports whether an object has a key for the domain.
func (j *jsonList) namesDomain(at int) (found bool) {
	j.members(at, func(key string, value int) {
		t := targetOf(key)
		found = found || t.domain && !t.weak && (j.text[value] == '"' || j.text[value] == '[')
	})
	return found
}

// hasRecords reports whether a record stands in a value, however deep.
func (j *jsonList) hasRecords(at, depth int) (found bool) {
	switch {
	case depth > deepest:
		return false
	case j.text[at] == '[':
		const enough = 20 // items to look at: those of a list are alike
		at = j.item(at + 1)
		for n := 0; n < enough && j.text[at] != ']' && !found; n++ {
			found = (j.text[at] == '[' || j.text[at] == '{') && j.hasRecords(at, depth+1)
			at = j.item(skipJSON(j.text, at))
		}
	case j.text[at] == '{':
		if j.namesDomain(at) {
			return true
		}
		j.members(at, func(key string, value int) {
			first := j.text[value]
			found = found || containers[strings.ToLower(key)] && first == '[' || j.isClearNumber(value) ||
				(first == '[' || first == '{') && j.hasRecords(value, depth+1)
		})
	}
	return found
}

// contained adds the records in the containers of an object.
func (r *reply) contained(at, subject, depth int) (found bool) {
	own, named := subject, r.namesDomain(at)
	r.members(at, func(key string, value int) {
		if depth > deepest || !r.holds(key, value, named, depth) {
			return
		}
		if !found {
			own = r.newSubject(at, subject)
		}
		found = true
		if isClearDomain(key) {
			r.records = append(r.records, located{r.keyOf(value), own, true})
			return
		}
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
			r.records = append(r.records, located{start: at, subject: subject})
		}
	}
}

// object adds the records in an object, or the object as one.
func (r *reply) object(at, subject, depth int) {
	if !r.contained(at, subject, depth) {
		r.records = append(r.records, located{start: at, subject: subject})
	}
}

// keyOf returns where the key of a value begins.
func (r *reply) keyOf(value int) int {
	end := strings.LastIndexByte(strings.TrimRight(r.text[:value], " \t\r\n:"), '"')
	at := end - 1
	for at > 0 && (r.text[at] != '"' || r.text[at-1] == '\\') {
		at--
	}
	return at
}

// newSubject keeps what the object at a place says, beside what the subject
// around it does.
func (r *reply) newSubject(at, around int) int {
	one := record{names: &names{}}
	domains := 0
	domain := field{}
	r.members(at, func(key string, value int) {
		if t := targetOf(key); t.domain && !t.weak && r.text[value] == '"' {
			domain = r.scalar(value)
			domains++
		}
		if strings.ToLower(key) == riskList && r.text[value] == '[' {
			one.set(colDeadline, r.deadline(value))
		} else if !targetOf(key).domain {
			r.member(key, targetOf(key), value, &one)
		}
	})
	s := r.subjects[around]
	for c, f := range one.cols {
		if f.text != "" && (column(c) != colStatus || stateOf(f.text) > filedState) { // "status":"ok" is the query's
			s.cols[c], s.names.cols[c] = f, one.names.cols[c]
		}
	}
	if s.domain = (field{}); domains == 1 {
		s.domain = domain
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
	at, subject := r.records[i].start, &r.subjects[r.records[i].subject]
	to.reset(at, false)
	to.app, to.table = subject.app, true
	switch {
	case r.records[i].key:
		r.keyed(at, to)
	case r.text[at] == '{':
		r.fields(at, to)
	case r.text[at] == '"':
		to.domains = append(to.domains, r.scalar(at))
	}
	if subject.domain.text != "" && len(to.domains) == 0 && to.cols[colNumber].text+to.cols[colMain].text != "" {
		to.domains = append(to.domains, subject.domain)
	}
	for c, f := range subject.cols {
		to.setNamed(column(c), f, subject.names.cols[c])
	}
	return to.start + 1, true
}

// keyed reads a member whose key is the domain, and whose value its number or an
// object.
func (r *reply) keyed(at int, to *record) {
	domain := r.scalar(at)
	value := skipJSONSpace(r.text, skipJSONSpace(r.text, domain.end)+len(":"))
	to.domains = append(to.domains, domain)
	switch r.text[value] {
	case '{':
		r.fields(value, to)
	case '"':
		to.set(colNumber, r.scalar(value))
	}
}
