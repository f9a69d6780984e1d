package cli

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
)

var languages = []message.Lang{message.English, message.Chinese}

// TestFlagTable: every flag is whole, and no two of a mode have the same name.
func TestFlagTable(t *testing.T) {
	for i := range flagTable {
		o := &flagTable[i]
		if o.help.EN == "" || o.help.ZH == "" || !o.isSwitch() && (o.value.EN == "" || o.value.ZH == "") {
			t.Errorf("%s lacks a text", o.name)
		}
		if o.in == 0 || o.to == nil || len(o.alias) > 1 || o.paired && !o.file {
			t.Errorf("%s is not whole", o.name)
		}
		if to := o.to(&options{}).Type(); o.isSwitch() != (to == "bool") || o.many != (to == "stringArray") {
			t.Errorf("%s sets a %s", o.name, to)
		}
		if o.standard != "" && o.refuse(o.standard) != nil {
			t.Errorf("%s does not allow its standard value", o.name)
		}
		for _, other := range append(slices.Clone(o.apart), o.needs) {
			if other != "" && flagOf(other, o.in) == nil {
				t.Errorf("%s speaks of --%s, which is not there", o.name, other)
			}
		}
		for j := range flagTable[:i] {
			if other := &flagTable[j]; other.in&o.in != 0 && (other.name == o.name || other.alias == o.alias && o.alias != "") {
				t.Errorf("%s stands twice for one subcommand", o.name)
			} else if other.name == o.name && (other.alias != o.alias || other.isSwitch() != o.isSwitch()) {
				t.Errorf("%s is not the same flag everywhere", o.name)
			}
		}
	}
}

// TestEveryFlagIsRead: a flag sets its field.
func TestEveryFlagIsRead(t *testing.T) {
	for i := range flagTable {
		o, value := &flagTable[i], "2026-01-31"
		if values := o.allowed(); len(values) > 0 {
			value = values[len(values)-1]
		}
		switch {
		case o.paired:
			value += "=file"
		case o.isSwitch():
			value = "true"
		case o.value == &wordDuration:
			value = "90s"
		case o.value == &wordRule:
			value = "unfiled-domain"
		case o.value == &wordURL:
			value = "https://gitee.com/acme/shop/blob/main"
		}
		var set options
		if err := o.give(&set, o.name, value); err != nil || reflect.ValueOf(set).IsZero() || o.to(&set).String() == o.to(&options{}).String() {
			t.Errorf("%s %s: %v, the field is empty", o.name, value, err)
		}
	}
}

// TestHelp: the help of a subcommand fits a screen, in both languages, with no
// tabs, which look different everywhere, and names every flag.
func TestHelp(t *testing.T) {
	for i := range subcommands {
		for _, lang := range languages {
			s := &subcommands[i]
			text := page(s.mode, lang)
			rows := 30
			if text == page(modeLint, lang) {
				rows = 50
			}
			if n := strings.Count(text, "\n"); n > rows {
				t.Errorf("%s in %s: %d lines", s.mode, lang, n)
			}
			for line := range strings.Lines(text) {
				if line = strings.TrimSuffix(line, "\n"); report.Width(line) > screen || strings.Contains(line, "\t") || strings.HasSuffix(line, " ") {
					t.Errorf("%s in %s: %d cells: %q", s.mode, lang, report.Width(line), line)
				}
			}
			for _, name := range commands()[:len(commands())-1] {
				if rows == 50 && !strings.Contains(text, "\n  "+name+"  ") {
					t.Errorf("the help in %s does not name %s", lang, name)
				}
			}
			for j := range flagTable {
				if o := &flagTable[j]; o.in&s.mode != 0 && s.mode != modeHelp && !strings.Contains(text, "\n  "+o.label(lang)+"  ") {
					t.Errorf("the help of %s in %s does not name %s", s.mode, lang, o.name)
				}
			}
		}
	}
}
