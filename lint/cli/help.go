package cli

import (
	"strings"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/source"
)

// screen is the width of help, in cells of a terminal.
const screen = 80

// runHelp prints the help of a command, by default of linting.
func runHelp(s *session) int {
	m := modeLint
	if topics := s.opt.args; len(topics) > 0 {
		sub, ok := subcommandOf(topics[0])
		if !ok {
			return s.con.usage(unknownCommand(topics[0]))
		}
		m = sub.mode
	}
	return s.con.printRaw(page(m, s.con.lang))
}

// page is the help of a mode.
func page(m mode, lang message.Lang) string {
	if m == modeHelp {
		m = modeLint
	}
	s := m.subcommand()
	var b strings.Builder
	paragraph(&b, s.about.In(lang))
	b.WriteString("\n" + strings.TrimRight(lang.Message("cli.usage", m.String(), s.operands(lang)), " ") + "\n")
	if m == modeLint {
		listCommands(&b, lang)
	}
	listFlags(&b, m, lang)
	if m == modeAction {
		listInputs(&b, lang)
	}
	if notes := s.notes.In(lang); notes != "" {
		b.WriteString("\n")
		paragraph(&b, notes)
	}
	return b.String()
}

func listCommands(b *strings.Builder, lang message.Lang) {
	b.WriteString(lang.Message("cli.usage-command") + "\n")
	for i := range subcommands {
		if s := &subcommands[i]; s.name != "" && s.mode != modeHelp { // which the heading names
			row(b, 14, s.name, s.short.In(lang))
		}
	}
}

// headings are the headings of the sections of linting, which has the most flags.
var headings = [...]message.ID{reading: "cli.usage-reading", writing: "cli.usage-writing"}

// listFlags lists the flags of a mode, below headings for linting alone.
func listFlags(b *strings.Builder, m mode, lang message.Lang) {
	if m != modeLint {
		b.WriteString("\n")
	}
	indent := labels(m, lang)
	for s := range section(len(headings)) {
		if m == modeLint {
			b.WriteString(lang.Message(headings[s]) + "\n")
		}
		for i := range flagTable {
			if f := &flagTable[i]; f.in&m != 0 && f.section == s {
				row(b, indent, f.label(lang), f.sentence(lang))
			}
		}
	}
}

// labels returns the column behind the widest label of a mode.
func labels(m mode, lang message.Lang) int {
	widest := 0
	for i := range flagTable {
		if flagTable[i].in&m != 0 {
			widest = max(widest, report.Width(flagTable[i].label(lang)))
		}
	}
	return widest + 4
}

// label is how a flag is written: -o, --output FILE.
func (f *flag) label(lang message.Lang) string {
	label := dashed(f.name)
	if f.alias != "" {
		label = dashed(f.alias) + ", " + label
	}
	if !f.isSwitch() {
		label += " " + f.value.In(lang)
	}
	return label
}

// sentence is what a flag does, its values and which one holds without it.
func (f *flag) sentence(lang message.Lang) string {
	text := f.help.In(lang)
	if values := f.allowed(); len(values) > 0 && !f.paired {
		list := strings.Join(values, message.Enumeration.In(lang))
		if f.standard != "" {
			list = strings.Replace(list, f.standard, lang.Message("cli.default", f.standard), 1)
		}
		return text + message.Colon.In(lang) + list
	}
	if f.standard != "" {
		text += lang.Message("cli.default-is", f.standard)
	}
	return text
}

// row writes a label and, from a column on, its text.
func row(b *strings.Builder, indent int, label, text string) {
	b.WriteString("  " + label + strings.Repeat(" ", indent-2-report.Width(label)))
	b.WriteString(strings.Join(fold(text, screen-indent), "\n"+strings.Repeat(" ", indent)) + "\n")
}

// paragraph writes text over the whole screen.
func paragraph(b *strings.Builder, text string) {
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
