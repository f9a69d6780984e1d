package message

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

// each runs check once for every entry of the catalogue.
func each(t *testing.T, check func(t *testing.T, id ID, e Entry)) {
	t.Helper()
	for _, table := range tables {
		for _, e := range table {
			t.Run(string(e.ID), func(t *testing.T) { check(t, e.ID, e) })
		}
	}
}

func TestIDsAreUnique(t *testing.T) {
	seen := map[ID]bool{}
	for _, table := range tables {
		for _, e := range table {
			if seen[e.ID] {
				t.Errorf("%s stands in the tables twice", e.ID)
			}
			seen[e.ID] = true
		}
	}
	if len(seen) == 0 {
		t.Error("the catalogue is empty")
	}
}

// TestTablesAreListed looks for a table that was written and then forgotten.
func TestTablesAreListed(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	declaration := regexp.MustCompile(`(?m)^var \w+ = \[\]Entry\{`)
	declared := 0
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		declared += len(declaration.FindAll(src, -1))
	}
	if declared != len(tables) {
		t.Errorf("%d tables are declared, %d are listed in tables", declared, len(tables))
	}
}

func TestIDSyntax(t *testing.T) {
	const words = `[a-z][a-z0-9]*(-[a-z0-9]+)*`
	syntax := regexp.MustCompile(`^` + words + `\.` + words + `(\.(one|many))?$`) // one and many: counted words of reports
	each(t, func(t *testing.T, id ID, _ Entry) {
		if !syntax.MatchString(string(id)) {
			t.Errorf("%q is not prefix.variant, each in kebab case", id)
		}
	})
}

func TestBothLanguages(t *testing.T) {
	each(t, func(t *testing.T, _ ID, e Entry) {
		checkText(t, "message", e.Message)
		if e.Help != (Text{}) {
			checkText(t, "help", e.Help)
		}
		if sentence := !strings.Contains(e.Message.EN, "\n"); sentence && strings.HasSuffix(e.Message.EN, ".") {
			t.Errorf("message %q ends in a full stop", e.Message.EN)
		}
	})
}

func checkText(t *testing.T, part string, text Text) {
	t.Helper()
	for lang, s := range map[Lang]string{English: text.EN, Chinese: text.ZH} {
		if strings.TrimSpace(s) == "" {
			t.Errorf("%s in %s is empty", part, lang)
		}
	}
	if !strings.ContainsFunc(text.ZH, isHan) {
		t.Errorf("Chinese %s %q has no Chinese in it", part, text.ZH)
	}
	if diff := gocmp.Diff(indexes(t, text.EN), indexes(t, text.ZH)); diff != "" {
		t.Errorf("%s: placeholders (-English +Chinese):\n%s", part, diff)
	}
}

// placeholder is a verb of fmt with its explicit index.
var placeholder = regexp.MustCompile(`%\[(\d+)\][-+# 0]*([a-zA-Z])`)

// indexes returns the arguments that a format uses, and fails on a verb that
// has no explicit index.
func indexes(t *testing.T, format string) []int {
	t.Helper()
	rest := strings.ReplaceAll(placeholder.ReplaceAllString(format, ""), "%%", "")
	if strings.Contains(rest, "%") {
		t.Errorf("%q has a placeholder without an index", format)
	}
	var used []int
	for _, m := range placeholder.FindAllStringSubmatch(format, -1) {
		i, _ := strconv.Atoi(m[1])
		used = append(used, i)
	}
	slices.Sort(used)
	return slices.Compact(used)
}

// TestFormats fills every sentence in both languages with arguments of the
// kinds that its placeholders name.
func TestFormats(t *testing.T) {
	each(t, func(t *testing.T, id ID, e Entry) {
		args := argsFor(e.Message.EN + e.Message.ZH + e.Help.EN + e.Help.ZH)
		for _, lang := range []Lang{English, Chinese} {
			for _, got := range []string{lang.Message(id, args...), lang.Help(id, args...)} {
				if strings.Contains(got, "%!") {
					t.Errorf("%s: %q", lang, got)
				}
			}
		}
	})
}

func argsFor(formats string) []any {
	found := placeholder.FindAllStringSubmatch(formats, -1)
	if len(found) == 0 {
		return nil
	}
	index := func(m []string) int { i, _ := strconv.Atoi(m[1]); return i }
	last := slices.MaxFunc(found, func(a, b []string) int { return cmp.Compare(index(a), index(b)) })
	args := make([]any, index(last))
	for i := range args {
		args[i] = "x"
	}
	for _, m := range found {
		if m[2] == "d" {
			args[index(m)-1] = 7
		}
	}
	return args
}

func TestRule(t *testing.T) {
	for id, want := range map[ID]string{"broken-file.json": "broken-file", "list.empty": "list", "none": "none", "": ""} {
		if got := id.Rule(); got != want {
			t.Errorf("%q.Rule() = %q, want %q", id, got, want)
		}
	}
}

func TestUnknownID(t *testing.T) {
	if got, want := English.Message("nothing.here", "a", 1), "nothing.here a1"; got != want {
		t.Errorf("got %q, want %q: a report never hides a finding", got, want)
	}
	if got := Chinese.Help("nothing.here"); got != "" {
		t.Errorf("help %q, want none", got)
	}
	if Lookup("nothing.here") != nil {
		t.Error("found an id that does not exist")
	}
}

func TestLanguage(t *testing.T) {
	text := Text{EN: "box", ZH: "框"}
	for lang, want := range map[Lang]string{English: "box", Chinese: "框", "fr": "box", "": "box"} {
		if got := text.In(lang); got != want {
			t.Errorf("In(%q) = %q, want %q", lang, got, want)
		}
	}
	format := Text{EN: "%[2]s in %[1]q", ZH: "%[1]s里的 %[2]s"}
	if got, want := Chinese.fill(format, []any{text, "a"}), "框里的 a"; got != want {
		t.Errorf("got %q, want %q: arguments speak the language of the sentence", got, want)
	}
	for want, args := range map[string][]any{
		"添加到 request合法域名，第 3 项（100%）": {"request合法域名", 3}, "添加到业务域名，第 3 项（100%）": {"业务域名", 3},
	} {
		if got := Chinese.fill(Text{EN: "-", ZH: "添加到%[1]s，第%[2]d项（100%%）"}, args); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got, want := English.fill(format, []any{fmt.Stringer(nil), text}), "box in %!q(<nil>)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
