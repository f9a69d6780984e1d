package lint

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/beianlint/beianlint/lint/jsonc"
)

// plain returns a JSON value as encoding/json reads it.
func plain(n jsonc.Node) (v any) {
	switch n.Kind() {
	case jsonc.Array:
		items := []any{}
		n.Each(func(_, item jsonc.Node) bool { items = append(items, plain(item)); return true })
		return items
	case jsonc.Object:
		members := map[string]any{}
		n.Each(func(key, value jsonc.Node) bool { members[key.String()] = plain(value); return true })
		return members
	}
	_ = json.Unmarshal([]byte(n.Raw()), &v)
	return v
}

// keywords returns the keywords of JSON Schema that ours uses, with what has to
// hold of a value (https://json-schema.org/draft-07/json-schema-validation). Those without
// a check say nothing of values.
func keywords() map[string]func(any, map[string]any, any) string {
	none := func(any, map[string]any, any) string { return "" }
	return map[string]func(any, map[string]any, any) string{
		"$schema": none, "$id": none, "title": none, "definitions": none, "description": none, "markdownDescription": none,
		"default": none, "allowComments": none, "allowTrailingCommas": none,
		"type": checkType, "enum": checkEnum, "anyOf": checkAnyOf, "allOf": checkAllOf, "properties": checkProperties,
		"additionalProperties": checkAdditional, "propertyNames": checkNames, "required": checkRequired, "items": checkItems,
		"minLength": func(k any, _ map[string]any, v any) string {
			s, ok := v.(string)
			return unless(!ok || utf8.RuneCountInString(s) >= int(k.(float64)), "too short")
		},
		"pattern": func(k any, _ map[string]any, v any) string {
			s, ok := v.(string)
			return unless(!ok || regexp.MustCompile(k.(string)).MatchString(s), "not like "+k.(string))
		},
		"minimum": func(k any, _ map[string]any, v any) string {
			n, ok := v.(float64)
			return unless(!ok || n >= k.(float64), "too small")
		},
	}
}

func unless(ok bool, complaint string) string {
	if ok {
		return ""
	}
	return complaint
}

// violation returns what a schema has against a value; "" for nothing.
func violation(schema any, value any) string {
	s, ok := schema.(map[string]any)
	if !ok {
		return unless(schema == true, "not allowed")
	}
	known := keywords()
	for _, k := range slices.Sorted(maps.Keys(s)) {
		check := known[k]
		if check == nil {
			return "the test does not know the keyword " + k
		}
		if wrong := check(s[k], s, value); wrong != "" {
			return wrong
		}
	}
	return ""
}

func checkType(k any, _ map[string]any, v any) string {
	if all, ok := k.([]any); ok {
		for _, one := range all {
			if checkType(one, nil, v) == "" {
				return ""
			}
		}
		return fmt.Sprintf("not one of %v", all)
	}
	is := map[string]bool{"null": v == nil}
	switch v := v.(type) {
	case string:
		is["string"] = true
	case bool:
		is["boolean"] = true
	case float64:
		is["number"], is["integer"] = true, v == math.Trunc(v)
	case []any:
		is["array"] = true
	case map[string]any:
		is["object"] = true
	}
	return unless(is[k.(string)], fmt.Sprintf("%v is no %v", v, k))
}

func checkEnum(k any, _ map[string]any, v any) string {
	s, ok := v.(string) // ours are all of strings
	return unless(ok && slices.Contains(k.([]any), any(s)), fmt.Sprintf("%v is none of %v", v, k))
}

func checkAnyOf(k any, _ map[string]any, v any) string {
	all := ""
	for _, s := range k.([]any) {
		wrong := violation(s, v)
		if wrong == "" {
			return ""
		}
		all += wrong + "; "
	}
	return all
}

func checkAllOf(k any, _ map[string]any, v any) string {
	for _, s := range k.([]any) {
		if wrong := violation(s, v); wrong != "" {
			return wrong
		}
	}
	return ""
}

func checkProperties(k any, _ map[string]any, v any) string {
	members, _ := v.(map[string]any)
	for _, key := range slices.Sorted(maps.Keys(members)) {
		if s, ok := k.(map[string]any)[key]; ok {
			if wrong := violation(s, members[key]); wrong != "" {
				return key + ": " + wrong
			}
		}
	}
	return ""
}

func checkAdditional(k any, s map[string]any, v any) string {
	members, _ := v.(map[string]any)
	known, _ := s["properties"].(map[string]any)
	for _, key := range slices.Sorted(maps.Keys(members)) {
		if _, ok := known[key]; ok {
			continue
		}
		if wrong := violation(k, members[key]); wrong != "" {
			return key + ": " + wrong
		}
	}
	return ""
}

func checkNames(k any, _ map[string]any, v any) string {
	members, _ := v.(map[string]any)
	for _, key := range slices.Sorted(maps.Keys(members)) {
		if wrong := violation(k, key); wrong != "" {
			return wrong
		}
	}
	return ""
}

func checkRequired(k any, _ map[string]any, v any) string {
	members, ok := v.(map[string]any)
	for _, key := range k.([]any) {
		if _, there := members[key.(string)]; ok && !there {
			return fmt.Sprintf("%v is missing", key)
		}
	}
	return ""
}

func checkItems(k any, _ map[string]any, v any) string {
	items, _ := v.([]any)
	for _, item := range items {
		if wrong := violation(k, item); wrong != "" {
			return wrong
		}
	}
	return ""
}

// TestViolation: the validator finds what it is there to find.
func TestViolation(t *testing.T) {
	for _, c := range []struct {
		schema, value string
		ok            bool
	}{
		{`{"type": "integer"}`, `2`, true}, {`{"type": "integer"}`, `2.5`, false}, {`{"type": ["null", "string"]}`, `null`, true}, {`{"type": "object"}`, `[]`, false},
		{`{"enum": ["a"]}`, `"a"`, true}, {`{"enum": ["a"]}`, `"b"`, false}, {`{"enum": ["a"]}`, `1`, false},
		{`{"anyOf": [{"type": "string"}, {"type": "array"}]}`, `[]`, true}, {`{"anyOf": [{"type": "string"}, {"type": "array"}]}`, `{}`, false},
		{`{"properties": {"a": {"type": "string"}}}`, `{"a": 1}`, false}, {`{"properties": {"a": {"type": "string"}}}`, `{"b": 1}`, true},
		{`{"properties": {"a": {}}, "additionalProperties": false}`, `{"b": 1}`, false}, {`{"additionalProperties": {"type": "string"}}`, `{"b": 1}`, false},
		{`{"propertyNames": {"enum": ["a"]}}`, `{"b": 1}`, false}, {`{"required": ["a"]}`, `{}`, false}, {`{"required": ["a"]}`, `{"a": null}`, true},
		{`{"items": {"type": "string"}}`, `["a", 1]`, false}, {`{"minLength": 1}`, `""`, false}, {`{"pattern": "^a$"}`, `"ab"`, false}, {`{"minimum": 1}`, `0`, false},
		{`{"const": 1}`, `1`, false}, // a keyword that is not known
	} {
		var s, v any
		if err := json.Unmarshal([]byte(c.schema), &s); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(c.value), &v); err != nil {
			t.Fatal(err)
		}
		if wrong := violation(s, v); (wrong == "") != c.ok {
			t.Errorf("%s of %s: %q", c.schema, c.value, wrong)
		}
	}
}
