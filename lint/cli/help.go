package cli

import (
	"bytes"
	"strings"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/source"
)

// screen is the width of help, in cells of a terminal.
const screen = 80

// help prints the help of a subcommand, by default of linting.
func (c *command) help(topics []string) int {
	m := modeLint
	if len(topics) > 0 {
		s, ok := subcommandOf(topics[0])
		if !ok {
			return c.usage(unknownCommand(topics[0]))
		}
		m = s.mode
	}
	return c.printRaw(page(m, c.lang))
}

// page is the help of a mode.
func page(m mode, lang message.Lang) string {
	if m == modeHelp {
		m = modeLint
	}
	s := m.subcommand()
	var b bytes.Buffer
	paragraph(&b, s.about.In(lang))
	b.WriteString("\n" + strings.TrimRight(lang.Message("cli.usage", m.String(), s.operands(lang)), " ") + "\n")
	if m == modeLint {
		listCommands(&b, lang)
	}
	listOptions(&b, m, lang)
	if m == modeAction {
		listInputs(&b, lang)
	}
	if notes := s.notes.In(lang); notes != "" {
		b.WriteString("\n")
		paragraph(&b, notes)
	}
	return b.String()
}

func listCommands(b *bytes.Buffer, lang message.Lang) {
	b.WriteString(lang.Message("cli.usage-command") + "\n")
	for i := range subcommands {
		if s := &subcommands[i]; s.name != "" && s.mode != modeHelp { // which the heading names
			row(b, 14, s.name, s.short.In(lang))
		}
	}
}

// headings are the headings of the sections of linting, which has the most flags.
var headings = [...]message.ID{reading: "cli.usage-reading", writing: "cli.usage-writing"}

// listOptions lists the flags of a mode, below headings for linting alone.
func listOptions(b *bytes.Buffer, m mode, lang message.Lang) {
	if m != modeLint {
		b.WriteString("\n")
	}
	indent := labels(m, lang)
	for s := range section(len(headings)) {
		if m == modeLint {
			b.WriteString(lang.Message(headings[s]) + "\n")
		}
		for i := range options {
			if o := &options[i]; o.in&m != 0 && o.section == s {
				row(b, indent, o.label(lang), o.sentence(lang))
			}
		}
	}
}

// labels returns the column behind the widest label of a mode.
func labels(m mode, lang message.Lang) int {
	widest := 0
	for i := range options {
		if options[i].in&m != 0 {
			widest = max(widest, report.Width(options[i].label(lang)))
		}
	}
	return widest + 4
}

// label is how a flag is written: -o, --output FILE.
//
//go:noinline
func (o *option) label(lang message.Lang) string {
	label := dashed(o.name)
	if o.alias != "" {
		label = dashed(o.alias) + ", " + label
	}
	if !o.isSwitch() {
		label += " " + o.value.In(lang)
	}
	return label
}

// colon stands before a list of values.
var colon = message.Text{EN: ": ", ZH: "："}

// sentence is what a flag does, its values and which one holds without it.
func (o *option) sentence(lang message.Lang) string {
	text := o.help.In(lang)
	if values := o.allowed(); len(values) > 0 && !o.paired {
		list := strings.Join(values, ", ")
		if o.standard != "" {
			list = strings.Replace(list, o.standard, lang.Message("cli.default", o.standard), 1)
		}
		return text + colon.In(lang) + list
	}
	if o.standard != "" {
		text += lang.Message("cli.default-is", o.standard)
	}
	return text
}

// row writes a label and, from a column on, its text.
func row(b *bytes.Buffer, indent int, label, text string) {
	b.WriteString("  " + label + strings.Repeat(" ", indent-2-report.Width(label)))
	b.WriteString(strings.Join(fold(text, screen-indent), "\n"+strings.Repeat(" ", indent)) + "\n")
}

// paragraph writes text over the whole screen.
func paragraph(b *bytes.Buffer, text string) {
	for line := range strings.Lines(text) {
		b.WriteString(strings.Join(fold(strings.TrimSuffix(line, "\n"), screen), "\n") + "\n")
	}
}

// fold breaks a text into lines of so many cells: at blanks, and beside wide
// characters, Chinese has no blanks. A blank at its start stays.
func fold(text string, cells int) (lines []string) {
	line := ""
	for text != "" {
		n := unit(text)
		if line != "" && report.Width(line+strings.TrimRight(text[:n], " ")) > cells {
			lines = append(lines, strings.TrimRight(line, " "))
			line = ""
		}
		line, text = line+text[:n], text[n:]
	}
	return append(lines, strings.TrimRight(line, " "))
}

// unit returns how much of a text must stand on one line.
func unit(text string) int {
	const closing, opening = "，。、；：）？！”…]", "（“["
	before := rune(0)
	for i, r := range text {
		wide := source.Cells(r, 0) == 2 || source.Cells(before, 0) == 2
		if i > 0 && (before == ' ' && r != ' ' || wide && r != ' ' && !strings.ContainsRune(closing, r) && !strings.ContainsRune(opening, before)) {
			return i
		}
		before = r
	}
	return len(text)
}
