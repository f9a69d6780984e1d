package cli

import (
	goflag "flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/message"
)

var update = goflag.Bool("update", false, "rewrite what the tests compare with")

// TestActionDocuments keeps action.yml and the tables of the READMEs together
// with the inputs and outputs.
func TestActionDocuments(t *testing.T) {
	partOf(t, "action.yml", `(?s)(\n\n)(inputs:\n.*?)(\nruns:\n)`, metadata())
	for _, lang := range languages {
		file := map[message.Lang]string{message.English: "README.md", message.Chinese: "README.zh-CN.md"}[lang]
		partOf(t, file, `(?s)(<!-- inputs -->\n)(.*?)(<!-- /inputs -->)`, inputTable(lang))
		partOf(t, file, `(?s)(<!-- outputs -->\n)(.*?)(<!-- /outputs -->)`, outputTable(lang))
	}
}

// metadata is what action.yml says of inputs and outputs.
func metadata() string {
	var b strings.Builder
	b.WriteString("inputs:\n")
	for i := range inputs {
		b.WriteString("  " + inputs[i].name + ":\n    description: " + quoted(capital(described(&inputs[i], message.English))+".") +
			"\n    required: false\n    default: " + quoted(inputs[i].standard) + "\n")
	}
	b.WriteString("\noutputs:\n")
	for i := range outputs {
		b.WriteString("  " + outputs[i].name + ":\n    description: " + quoted(capital(outputs[i].help.EN)+".") + "\n")
	}
	return b.String()
}

// described is what an input is for, and its values.
func described(o *flag, lang message.Lang) string {
	e := *o.effective()
	e.standard = "" // has a place of its own
	return e.sentence(lang)
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// quoted is a string of YAML.
func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

func inputTable(lang message.Lang) string {
	var b strings.Builder
	b.WriteString(message.Text{EN: "| input | default | |", ZH: "| 输入 | 默认值 | |"}.In(lang) + "\n|---|---|---|\n")
	for i := range inputs {
		standard := ""
		if s := inputs[i].standard; s != "" {
			standard = "`" + s + "`"
		}
		b.WriteString("| `" + inputs[i].name + "` | " + standard + " | " + described(&inputs[i], lang) + " |\n")
	}
	return b.String()
}

func outputTable(lang message.Lang) string {
	var b strings.Builder
	b.WriteString(message.Text{EN: "| output | |", ZH: "| 输出 | |"}.In(lang) + "\n|---|---|\n")
	for i := range outputs {
		b.WriteString("| `" + outputs[i].name + "` | " + outputs[i].help.In(lang) + " |\n")
	}
	return b.String()
}

// partOf compares the part of a document of the repository that the pattern's
// second group matches; with -update it rewrites the part.
func partOf(t *testing.T, name, pattern, want string) {
	t.Helper()
	file := filepath.Join("..", "..", name)
	doc, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	at := regexp.MustCompile(pattern).FindSubmatchIndex(doc)
	if at == nil {
		t.Fatalf("%s: nothing like %s", name, pattern)
	}
	if *update {
		doc = []byte(string(doc[:at[4]]) + want + string(doc[at[5]:]))
		if err := os.WriteFile(file, doc, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, string(doc[at[4]:at[5]])); diff != "" {
		t.Errorf("%s, -want +got (go test ./lint/cli -update rewrites it):\n%s", name, diff)
	}
}

// TestInputs: every input sets a field, and its default is one of its values.
func TestInputs(t *testing.T) {
	for i := range inputs {
		o := &inputs[i]
		if o.effective() == nil {
			t.Errorf("%s is neither an input nor a flag", o.name)
		} else if err := o.read(&options{}, o.standard); err != nil {
			t.Errorf("%s: its default is refused: %v", o.name, err)
		}
		if text := described(o, message.English); strings.HasSuffix(text, ".") || strings.ContainsAny(text, "|`") {
			t.Errorf("%s: %q", o.name, text)
		}
	}
}
