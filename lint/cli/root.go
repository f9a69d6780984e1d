package cli

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/beianlint/beianlint/lint/suggest"
)

// commandLine is the command line as it is read.
type commandLine struct {
	*session
	given []string
	do    func(context.Context, *session) int // what is done with the options
	code  int                                 // what do has returned
	// explains says that cobra is told what flags do: for a shell that completes them, since
	// the pages of help are ours. To put it together for every flag takes a tenth of a small run.
	explains bool
	flags    map[*cobra.Command]func() // give the commands their flags, which takes as long again where nobody needs them
	flagged  bool                      // a flag is given, or they are explained
}

// execute reads the command line and does what it asks for. The error is about
// the command line.
func (l *commandLine) execute(ctx context.Context) error {
	l.explains = len(l.given) > 0 && strings.HasPrefix(l.given[0], cobra.ShellCompRequestCmd)
	given := longDashes(l.given)
	l.flagged = l.explains || slices.ContainsFunc(given, func(arg string) bool { return strings.HasPrefix(arg, "-") })
	l.root = l.commands()
	if asked, _, err := l.root.Find(given); err == nil {
		l.fill(asked)
	}
	l.root.SetArgs(given)
	return l.root.ExecuteContext(ctx)
}

// commands returns the commands as cobra knows them. Its help and its errors are ours.
func (l *commandLine) commands() *cobra.Command {
	l.flags = map[*cobra.Command]func(){}
	root := l.command(&subcommands[0])
	l.fill(root)
	for i := range subcommands[1:] {
		sub := &subcommands[i+1]
		cmd := l.command(sub)
		if sub.mode == modeHelp {
			root.SetHelpCommand(cmd)
		}
		if l.explains {
			l.fill(cmd)
		}
		root.AddCommand(cmd)
	}
	// A flag may stand before the command: cobra has to know whether it takes a value.
	for i := range flagTable {
		if f := &flagTable[i]; l.flagged && root.Flags().Lookup(f.name) == nil {
			l.addFlag(root.Flags(), f, foreign{f}).Hidden = true
		}
	}
	root.SetOut(l.Stdout)
	root.SetErr(l.Stderr)
	return root
}

// command returns a command with options of its own, still without flags.
func (l *commandLine) command(sub *subcommand) *cobra.Command {
	ask := sync.OnceValue(func() *options { return newOptions(sub.mode) })
	cmd := &cobra.Command{
		Use:           strings.TrimSpace(sub.mode.word() + " " + sub.operands(l.con.lang)),
		Short:         sub.short.In(l.con.lang),
		Long:          sub.about.In(l.con.lang),
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	l.flags[cmd] = func() {
		for i := range flagTable {
			f := &flagTable[i]
			if f.in&sub.mode == 0 {
				continue
			}
			l.addFlag(cmd.Flags(), f, f.bind(ask()))
			if l.explains {
				_ = cmd.RegisterFlagCompletionFunc(f.name, completeValue(l.dir, f)) // of a flag that is there, once
			}
		}
	}
	cmd.ValidArgsFunction = completeOperands(sub.mode)
	cmd.SetHelpFunc(func(*cobra.Command, []string) { l.code = l.con.printRaw(page(sub.mode, l.con.lang)) })
	cmd.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		l.con.command = sub.mode.String()
		return l.dropReports(sub.mode, l.flagError(sub.mode, err))
	})
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		l.opt, l.con.command = ask(), sub.mode.String()
		l.opt.args = args
		if err := l.check(cmd.Flags()); err != nil {
			return l.dropReports(sub.mode, err)
		}
		l.code = l.do(cmd.Context(), l.session)
		return nil
	}
	return cmd
}

// fill gives a command its flags, once.
func (l *commandLine) fill(cmd *cobra.Command) {
	if add := l.flags[cmd]; add != nil && l.flagged {
		delete(l.flags, cmd)
		add()
	}
}

// addFlag adds a flag to those of a command.
func (l *commandLine) addFlag(to *pflag.FlagSet, f *flag, v pflag.Value) *pflag.Flag {
	usage := ""
	if l.explains {
		usage = f.sentence(l.con.lang)
	}
	added := to.VarPF(v, f.name, f.alias, usage)
	if f.isSwitch() {
		added.NoOptDefVal = "true"
	}
	return added
}

// foreign is the value of a flag of other commands.
type foreign struct{ flag *flag }

func (foreign) String() string { return "" }
func (foreign) Type() string   { return "text" }
func (f foreign) Set(string) error {
	return refusal(func(name string) error { return notHere(name, f.flag.name, modeLint) })
}

// notHere says which commands have a flag that one has not.
func notHere(typed, name string, m mode) error {
	var owners []string
	for i := range subcommands {
		if sub := subcommands[i].mode; flagOf(name, sub) != nil {
			owners = append(owners, sub.String())
		}
	}
	return say("cli.flag-not-here", typed, strings.Join(owners, ", "), m.String())
}

// flagError puts an error of pflag into our words. Who asks for help gets it, with
// whatever flags.
func (l *commandLine) flagError(m mode, err error) error {
	asked, syntax := l.asked()
	switch {
	case asked.help:
		return pflag.ErrHelp
	case asked.version:
		l.code = runVersion(l.session)
		return nil
	case syntax != nil: // goes before an error about a value
		err = syntax
	}
	var unknown *pflag.NotExistError
	var noValue *pflag.ValueRequiredError
	var badValue *pflag.InvalidValueError
	var badSyntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		return l.unknown(m, unknown.GetSpecifiedName())
	case errors.As(err, &noValue):
		return say("cli.no-value", l.typed(noValue.GetFlag()))
	case errors.As(err, &badValue):
		return named(badValue.Unwrap(), l.typed(badValue.GetFlag()))
	case errors.As(err, &badSyntax):
		return say("cli.bad-flag", badSyntax.GetSpecifiedFlag())
	}
	return err
}

// asked reads the flags of all commands for those that go before an error, and
// returns the first one that is no flag at all.
func (l *commandLine) asked() (t tasks, err error) {
	var o options
	err = l.allFlags(&o).ParseAll(longDashes(l.given), func(f *pflag.Flag, value string) error {
		if f.Name == "help" || f.Name == "version" {
			return f.Value.Set(value)
		}
		return nil
	})
	return o.tasks, err
}

// allFlags are the flags of all commands.
func (l *commandLine) allFlags(o *options) *pflag.FlagSet {
	all := pflag.NewFlagSet("", pflag.ContinueOnError)
	for i := range flagTable {
		if f := &flagTable[i]; all.Lookup(f.name) == nil {
			l.addFlag(all, f, f.to(o))
		}
	}
	return all
}

// dropReports takes away the reports of an earlier run where this one does not know what
// it is asked for, as far as its command line can be read. It returns the error that says
// so.
func (l *commandLine) dropReports(m mode, err error) error {
	if err == nil || errors.Is(err, pflag.ErrHelp) || flagOf("report", m) == nil || l.dir.cwd == "" {
		return err
	}
	var o options
	all := l.allFlags(&o)
	all.ParseErrorsAllowlist.UnknownFlags = true
	_ = all.ParseAll(longDashes(l.given), func(f *pflag.Flag, value string) error {
		if f.Name == "report" {
			_ = f.Value.Set(value)
		}
		return nil
	}) // the error is about what follows
	files := slices.DeleteFunc(o.reports, func(r string) bool {
		_, file := pair(r)
		return file == stdout
	})
	targets, _ := reportFiles(l.session, files)
	for _, name := range targets {
		_ = l.Files.Remove(name) // it is in the way of nothing
	}
	return err
}

// calledElsewhere is what other linters call our flags.
var calledElsewhere = map[string][]string{
	"rule":        {"select", "only", "enable", "enable-only", "checks"},
	"ignore-rule": {"ignore", "disable", "skip", "extend-ignore", "exclude-rule"},
	"statistics":  {"stats", "count"},
}

// unknown says that a command has no such flag, and which one may have been meant:
// one with a like name, or one that has the name for a value (--json).
func (l *commandLine) unknown(m mode, name string) error {
	typed := l.asTyped(name)
	if flagOf(name, anyMode) != nil {
		return notHere(typed, name, m)
	}
	var names []string
	for i := range flagTable {
		f := &flagTable[i]
		if f.in&m == 0 {
			continue
		}
		names = append(names, f.name)
		if slices.Contains(calledElsewhere[f.name], name) {
			return say("cli.unknown-flag-near", typed, dashed(f.name))
		}
		if slices.Contains(f.allowed(), name) {
			return say("cli.unknown-flag-near", typed, dashed(f.name)+" "+name)
		}
	}
	if near := suggest.Name(name, names); near != "" {
		return say("cli.unknown-flag-near", typed, dashed(near))
	}
	return say("cli.unknown-flag", typed, m.String())
}

// typed is a flag as it was typed: -o or --output.
func (l *commandLine) typed(f *pflag.Flag) string {
	if short := dashed(f.Shorthand); f.Shorthand != "" && l.has(short) {
		return short
	}
	return dashed(f.Name)
}

// asTyped is the name of an unknown flag with the dashes that were typed.
func (l *commandLine) asTyped(name string) string {
	if one := "-" + name; l.has(one) {
		return one
	}
	return dashed(name)
}

// has reports whether a flag was given, spelled like this.
func (l *commandLine) has(flag string) bool {
	return slices.ContainsFunc(l.given, func(arg string) bool { return arg == flag || strings.HasPrefix(arg, flag+"=") })
}

// check holds the flags against each other.
func (l *commandLine) check(given *pflag.FlagSet) error {
	if l.opt.version {
		return nil
	}
	is := func(name string) bool { // a switch that was turned off again was not given
		f := given.Lookup(name)
		return f != nil && f.Changed && (f.Value.Type() != "bool" || f.Value.String() == "true")
	}
	for i := range flagTable {
		f := &flagTable[i]
		if f.in&l.opt.mode == 0 || !is(f.name) {
			continue
		}
		if at := slices.IndexFunc(f.apart, is); at >= 0 {
			return say("cli.apart", dashed(f.name), dashed(f.apart[at]))
		}
		if f.needs != "" && !is(f.needs) {
			return say("cli.needs", dashed(f.name), dashed(f.needs))
		}
	}
	if err := l.opt.printInstead(is("format")); err != nil {
		return err
	}
	if l.opt.mode == modeAction && len(l.opt.args) > 0 {
		return say("cli.action-arguments", l.opt.args[0])
	}
	return nil
}

// longDashes writes flags of more than one letter with two dashes, as pflag wants
// them: -format is --format. So is -o= --output=, which pflag would take for a
// value of "=".
func longDashes(args []string) []string {
	out := slices.Clone(args)
	if out == nil {
		out = []string{} // for nil, cobra takes the arguments of the process
	}
	for i := 0; i < len(out) && out[i] != "--"; i++ {
		name, value, joined := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(out[i], "-"), "-"), "=")
		if !strings.HasPrefix(out[i], "-") || name == "" {
			continue
		}
		f := flagOf(name, anyMode)
		switch {
		case strings.HasPrefix(out[i], "--"):
		case len(name) > 1:
			out[i] = "-" + out[i]
		case f != nil && joined && value == "":
			out[i] = dashed(f.name) + "="
		}
		if f != nil && !f.isSwitch() && !joined {
			i++ // its value
		}
	}
	return out
}
