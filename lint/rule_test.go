package lint_test

import (
	"regexp"
	"slices"
	"testing"
	"unicode"

	"github.com/beianlint/beianlint/lint"
)

// What documentation and report formats are made from is there, in both languages.
func TestRulesAreComplete(t *testing.T) {
	var ids []string
	kebab := regexp.MustCompile(`^[a-z]+(-[a-z]+)+$`)
	for _, r := range lint.Rules {
		ids = append(ids, r.ID)
		if !kebab.MatchString(r.ID) {
			t.Errorf("%s is not in kebab case", r.ID)
		}
		if !slices.Contains(lint.Severities(), r.Severity) {
			t.Errorf("%s: severity %q", r.ID, r.Severity)
		}
		for name, text := range map[string]string{
			"Title.EN": r.Title.EN, "Why.EN": r.Why.EN, "Before": r.Before, "After": r.After, "Since": r.Since,
		} {
			if text == "" {
				t.Errorf("%s has no %s", r.ID, name)
			}
		}
		for name, text := range map[string]string{"Title": r.Title.ZH, "Why": r.Why.ZH} {
			if !hasHan(text) {
				t.Errorf("%s: the Chinese %s is %q", r.ID, name, text)
			}
		}
		if lint.RuleByID(r.ID) != r {
			t.Errorf("RuleByID(%q) is another rule", r.ID)
		}
	}
	slices.Sort(ids)
	if twice := slices.Compact(slices.Clone(ids)); len(twice) != len(ids) {
		t.Errorf("an id stands twice in %v", ids)
	}
}

func hasHan(s string) bool {
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			return true
		}
	}
	return false
}

// The defaults are the ones of the design's table.
func TestDefaultSeverities(t *testing.T) {
	for id, want := range map[string]lint.Severity{
		"unfiled-domain": lint.Error, "pending-filing": lint.Error, "ip-address": lint.Error,
		"local-address": lint.Warning, "insecure-scheme": lint.Error, "forbidden-domain": lint.Error,
		"unfilable-domain": lint.Error, "malformed-domain": lint.Error, "duplicate-declaration": lint.Warning,
		"too-many-domains": lint.Error, "broken-file": lint.Error, "unreadable-file": lint.Error,
		"unapproved-suffix": lint.Warning, "domain-check-off": lint.Notice, "filing-number": lint.Warning,
		"duplicate-filing":   lint.Warning,
		"conflicting-filing": lint.Warning, "stale-list": lint.Warning, "revoked-filing": lint.Error, "entity-mismatch": lint.Warning, "dynamic-host": lint.Notice, "unused-ignore": lint.Notice, "invalid-ignore": lint.Warning,
		"undeclared-domain": lint.Error, "unused-declaration": lint.Notice,
		"media-domain": lint.Off, "unused-filing": lint.Off,
	} {
		if r := lint.RuleByID(id); r == nil || r.Severity != want {
			t.Errorf("%s: %v, want %s", id, r, want)
		}
	}
}

func TestSeverity(t *testing.T) {
	var s lint.Severity
	if err := s.UnmarshalText([]byte("warning")); err != nil || s != lint.Warning {
		t.Errorf("warning: %q, %v", s, err)
	}
	if err := s.UnmarshalText([]byte("fatal")); err == nil {
		t.Error("fatal is no severity")
	}
	if !lint.Error.AtLeast(lint.Warning) || lint.Notice.AtLeast(lint.Warning) || !lint.Notice.AtLeast(lint.Notice) {
		t.Error("the severities are out of order")
	}
}
