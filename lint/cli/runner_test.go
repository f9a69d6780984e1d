package cli_test

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// runner is what GitHub's runner makes of a step's output: a model of
// actions/runner (ActionCommand.cs, ActionCommandManager.cs, FileCommandManager.cs).
type runner struct {
	token    string // that ends the stretch without commands; "" outside of one
	guards   int
	commands []runnerCommand
}

// runnerCommand is a command that the runner obeyed.
type runnerCommand struct {
	name, data string
	properties map[string]string
}

// registered are the commands of the runner; names are compared without case.
var registered = []string{
	"stop-commands", "set-env", "set-output", "save-state", "add-mask", "add-path", "add-matcher", "remove-matcher",
	"debug", "warning", "error", "notice", "group", "endgroup", "echo", "internal-set-repo-path", "start-action", "end-action",
}

// read takes one stream of a step. Both streams of a step are read like this.
func (r *runner) read(output string) {
	for _, line := range runnerLines(output) {
		c, ok := r.parse(line)
		switch {
		case !ok:
		case r.token != "":
			if strings.EqualFold(c.name, r.token) {
				r.token = ""
			}
		case strings.EqualFold(c.name, "stop-commands"):
			r.token = c.data
			r.guards++
		default:
			r.commands = append(r.commands, c)
		}
	}
}

// runnerLines splits as .NET's StreamReader does, which reads UTF-8 and takes
// \n, \r and \r\n for the end of a line.
func runnerLines(output string) []string {
	output = strings.ToValidUTF8(output, "\ufffd")
	return strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(output), "\n")
}

func (r *runner) parse(line string) (runnerCommand, bool) {
	if c, ok := r.parseColons(line); ok {
		return c, true
	}
	return r.parseHashes(line)
}

// parseColons reads "::name key=value,key=value::data". The runner compares the
// start of the line as people would, who do not see format characters.
func (r *runner) parseColons(line string) (c runnerCommand, ok bool) {
	line = strings.TrimLeftFunc(line, func(r rune) bool { return unicode.IsSpace(r) || unicode.In(r, unicode.Cf, unicode.Cc) })
	rest, ok := strings.CutPrefix(line, "::")
	if !ok {
		return c, false
	}
	head, data, ok := strings.Cut(rest, "::")
	if !ok {
		return c, false
	}
	return r.command(head, ",", data, strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%"))
}

// parseHashes reads "##[name key=value;key=value]data", anywhere in a line.
func (r *runner) parseHashes(line string) (c runnerCommand, ok bool) {
	_, rest, ok := strings.Cut(line, "##[")
	if !ok {
		return c, false
	}
	head, data, ok := strings.Cut(rest, "]")
	if !ok {
		return c, false
	}
	return r.command(head, ";", data, strings.NewReplacer("%3B", ";", "%0D", "\r", "%0A", "\n", "%5D", "]", "%25", "%"))
}

func (r *runner) command(head, separator, data string, unescape *strings.Replacer) (runnerCommand, bool) {
	name, properties, _ := strings.Cut(head, " ")
	known := func(s string) bool { return strings.EqualFold(s, name) }
	if !slices.ContainsFunc(registered, known) && (r.token == "" || !known(r.token)) {
		return runnerCommand{}, false
	}
	c := runnerCommand{name: strings.ToLower(name), data: unescape.Replace(data), properties: map[string]string{}}
	for pair := range strings.SplitSeq(strings.TrimSpace(properties), separator) {
		if key, value, ok := strings.Cut(pair, "="); ok && key != "" && value != "" {
			c.properties[strings.ToLower(key)] = unescape.Replace(value)
		}
	}
	return c, true
}

// runnerPairs reads a file of outputs: NAME=VALUE, or NAME<<DELIMITER and lines.
func runnerPairs(text string) (map[string]string, error) {
	pairs := map[string]string{}
	lines := strings.Split(text, "\n")
	for len(lines) > 0 {
		line := lines[0]
		lines = lines[1:]
		equals, heredoc := strings.Index(line, "="), strings.Index(line, "<<")
		switch {
		case line == "":
		case equals >= 0 && (heredoc < 0 || equals < heredoc):
			pairs[line[:equals]] = line[equals+1:]
		case heredoc > 0 && line[heredoc+2:] != "":
			end := slices.Index(lines, line[heredoc+2:])
			if end < 0 {
				return nil, fmt.Errorf("no delimiter behind %q", line)
			}
			pairs[line[:heredoc]] = strings.Join(lines[:end], "\n")
			lines = lines[end+1:]
		default:
			return nil, fmt.Errorf("not a pair: %q", line)
		}
	}
	return pairs, nil
}
