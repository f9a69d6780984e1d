package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/beianlint/beianlint/lint/parallel"
)

// The exit codes. They are a contract with build scripts.
const (
	exitOK       = 0 // nothing at or above --fail-on
	exitFindings = 1
	exitUsage    = 2 // wrong usage, config or filed list
	exitFailed   = 3 // could not run, or found no mini program
)

// Main runs beianlint with the arguments that follow the program's name and
// returns the exit code. Findings go to Stdout, everything else to Stderr.
func Main(ctx context.Context, args []string, env Env) (code int) {
	s := &session{
		Env: env,
		con: &console{out: env.Stdout, errs: env.Stderr, lang: languageOf(args, env.Getenv)},
		dir: &folder{fsys: env.FS, cwd: env.Cwd},
	}
	defer func() {
		if p := recover(); p != nil {
			code = s.con.crashed(parallel.Of(p))
		}
	}()
	line := commandLine{session: s, given: args, do: run}
	if err := line.execute(ctx); err != nil {
		return s.con.usage(err)
	}
	return line.code
}

// session is one run: the machine, the user, and what is asked for.
type session struct {
	Env
	con  *console
	dir  *folder
	opt  *options
	root *cobra.Command // which completion is about
}

// run does what is asked for and returns the exit code.
func run(ctx context.Context, s *session) int {
	if s.opt.version {
		return runVersion(s)
	}
	if s.dir.cwd == "" {
		return s.con.failed(say("cli.no-cwd"))
	}
	switch s.opt.mode { // what reads nothing
	case modeHelp:
		return runHelp(s)
	case modeExplain:
		return runExplain(s)
	case modeCompletion:
		return runCompletion(s)
	}
	s.dir.cwd = spelled(s.FS, s.dir.cwd)
	switch s.opt.mode {
	case modeInit:
		return runInit(ctx, s)
	case modeAction:
		return runAction(ctx, s)
	case modeImport:
		return runImport(s)
	case modeHosts:
		return runHosts(ctx, s)
	}
	return runLint(ctx, s)
}
