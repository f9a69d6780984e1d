package rule_test

import (
	"regexp"
	"slices"
	"testing"
	"unicode"

	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/rule"
)

// What documentation and report formats are made from is there, in both languages.
func TestRulesAreComplete(t *testing.T) {
	var ids []string
	kebab := regexp.MustCompile(`^[a-z]+(-[a-z]+)+$`)
	for _, r := range rule.All {
		ids = append(ids, r.ID)
		if !kebab.MatchString(r.ID) {
			t.Errorf("%s is not in kebab case", r.ID)
		}
		if !slices.Contains(finding.Severities(), r.Severity) {
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
		if rule.ByID(r.ID) != r {
			t.Errorf("ByID(%q) is another rule", r.ID)
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
	for id, want := range map[string]finding.Severity{
		"unfiled-domain": finding.Error, "pending-filing": finding.Error, "ip-address": finding.Error,
		"local-address": finding.Warning, "insecure-scheme": finding.Error, "forbidden-domain": finding.Error,
		"unfilable-domain": finding.Error, "malformed-domain": finding.Error, "duplicate-declaration": finding.Warning,
		"too-many-domains": finding.Error, "broken-file": finding.Error, "unreadable-file": finding.Error,
		"unapproved-suffix": finding.Warning, "domain-check-off": finding.Notice, "filing-not-established": finding.Notice, "filing-number": finding.Warning,
		"duplicate-filing":   finding.Warning,
		"conflicting-filing": finding.Warning, "stale-list": finding.Warning, "revoked-filing": finding.Error, "entity-mismatch": finding.Warning, "dynamic-host": finding.Notice, "not-followed": finding.Notice, "unused-ignore": finding.Notice, "invalid-ignore": finding.Warning,
		"undeclared-domain": finding.Error, "unused-declaration": finding.Notice,
		"media-domain": finding.Off, "unused-filing": finding.Off,
	} {
		if r := rule.ByID(id); r == nil || r.Severity != want {
			t.Errorf("%s: %v, want %s", id, r, want)
		}
	}
}

func TestSeverity(t *testing.T) {
	var s finding.Severity
	if err := s.UnmarshalText([]byte("warning")); err != nil || s != finding.Warning {
		t.Errorf("warning: %q, %v", s, err)
	}
	if err := s.UnmarshalText([]byte("fatal")); err == nil {
		t.Error("fatal is no severity")
	}
	if !finding.Error.AtLeast(finding.Warning) || finding.Notice.AtLeast(finding.Warning) || !finding.Notice.AtLeast(finding.Notice) {
		t.Error("the severities are out of order")
	}
}
