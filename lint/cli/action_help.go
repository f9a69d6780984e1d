package cli

import (
	"strings"

	"github.com/beianlint/beianlint/lint/message"
)

// listInputs lists the inputs and outputs of the Action.
func listInputs(b *strings.Builder, lang message.Lang) {
	const indent = 21
	b.WriteString("\n" + lang.Message("cli.usage-inputs") + "\n")
	for i := range inputs {
		row(b, indent, inputs[i].name, inputs[i].effective().sentence(lang))
	}
	var names []string
	for i := range outputs {
		names = append(names, outputs[i].name)
	}
	paragraph(b, lang.Message("cli.usage-outputs", strings.Join(names, ", ")))
}
