package filing

import (
	"cmp"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
)

// isClearNumber reports whether a value is a filing number by itself, whatever its
// key is.
func (j *jsonList) isClearNumber(value int) bool {
	if j.text[value] != '"' {
		return false
	}
	n, err := ParseNumber(j.scalar(value).text)
	return err == nil && n.files()
}

// clearNumber takes the number of an object that no key names.
func (j *jsonList) clearNumber(at int, r *record) {
	j.members(at, func(key string, value int) {
		if !targetOf(key).known && j.isClearNumber(value) {
			r.setNamed(colNumber, j.scalar(value), key)
		}
	})
}

// clearDomain takes the domain of an object that no key names, where only one
// value can be it.
func (j *jsonList) clearDomain(at int, r *record) {
	var found []field
	var name string
	hosts := map[string]bool{}
	j.members(at, func(key string, value int) {
		if f := j.scalarOr(value); !targetOf(key).known && isClearDomain(f.text) {
			host, _ := canonical(f.text)
			name = cmp.Or(name, key)
			if found = append(found, f); hosts[host] {
				found = found[:len(found)-1]
			}
			hosts[host] = true
		}
	})
	if len(found) == 1 {
		r.domains = append(r.domains, found[0])
		r.nameDomain(name)
	}
}

// scalarOr returns a string, or a field without text for anything else.
func (j *jsonList) scalarOr(value int) field {
	if j.text[value] != '"' {
		return field{}
	}
	return j.scalar(value)
}

// isClearDomain reports whether a text is a domain that could be filed.
func isClearDomain(text string) bool {
	if strings.ContainsRune(text, '@') || !isValue(text) {
		return false
	}
	host, _ := canonical(text)
	return endpoint.Classify(host) != endpoint.PublicIP && endpoint.Registrable(host) != "" && tooWide(host) == ""
}
