package cli

import (
	"strings"

	"github.com/beianlint/beianlint/lint/message"
)

// shells are those that completion is written for.
var shells = []string{"bash", "zsh", "fish"}

// scripts are what the shells read. TABLE and COMMANDS stand for the names and
// the table of completionTable.
var scripts = [...]string{bashScript, zshScript, fishScript}

// completion prints the script for a shell.
func (c *command) completion(args []string) int {
	if len(args) != 1 {
		return c.usage(say("cli.one-shell", strings.Join(shells, ", ")))
	}
	for i, name := range shells {
		if name == args[0] {
			return c.printRaw(completionScript(scripts[i], c.lang))
		}
	}
	return c.usage(oneOf("completion", args[0], shells))
}

func completionScript(text string, lang message.Lang) string {
	text = strings.Replace(text, "COMMANDS", strings.Join(commands(), " "), 1)
	return strings.Replace(text, "TABLE", strings.Join(completionTable(lang), "\n"), 1)
}

// completionTable is what the scripts complete, a line each:
//
//	subcommands|flag and alias|kind|choices|word for the value|what it is
//
// A kind in the plural may be given again. Without a flag it is about operands.
// No text holds a bar, a quote, a backslash or a bracket (tested).
func completionTable(lang message.Lang) (rows []string) {
	for i := range subcommands {
		if s := &subcommands[i]; s.name != "" {
			rows = append(rows, bars("lint", "", "command", s.name, "", s.short.In(lang)))
			if words := s.words(); len(words) > 0 {
				rows = append(rows, bars(s.name, "", "operand", strings.Join(words, " "), "", ""))
			}
		}
	}
	for i := range options {
		o := &options[i]
		word := ""
		if !o.isSwitch() {
			word = o.value.In(lang)
		}
		rows = append(rows, bars(called(o.in), strings.TrimSpace(dashed(o.name)+" "+o.short()), o.kind(), o.choices(), word, o.help.In(lang)))
	}
	return rows
}

//go:noinline
func bars(parts ...string) string { return strings.Join(parts, "|") }

// called are the names of subcommands; linting, which has none, is lint.
func called(in mode) string {
	names := "lint "
	if in&modeLint == 0 {
		names = ""
	}
	for i := range subcommands {
		if s := &subcommands[i]; in&s.mode != 0 {
			names += s.name + " "
		}
	}
	return strings.Join(strings.Fields(names), " ")
}

// short is the alias as it is written, or "".
func (o *option) short() string {
	if o.alias == "" {
		return ""
	}
	return dashed(o.alias)
}

// kind is what the scripts know of the value.
func (o *option) kind() string {
	kind := "text"
	switch {
	case o.isSwitch():
		return "switch"
	case o.paired:
		kind = "pair"
	case len(o.allowed()) > 0:
		return "words"
	case o.file:
		kind = "file"
	}
	if o.many {
		kind += "s"
	}
	return kind
}

// choices are the values of the flag, in the form that it takes them.
func (o *option) choices() string {
	words := o.allowed()
	if o.paired {
		return strings.Join(words, "= ") + "="
	}
	return strings.Join(words, " ")
}
