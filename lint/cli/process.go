package cli

import "os"

// process is a program that runs.
type process struct{ *os.Process }

// start runs a program with these files for its input, output and complaints.
func start(program string, argv []string, dir string, env []string, files []*os.File) (process, error) {
	p, err := os.StartProcess(program, argv, &os.ProcAttr{Dir: dir, Env: env, Files: files})
	return process{p}, err
}

func (p process) kill() { _ = p.Kill() }

// wait returns the exit code, -1 when the program was killed.
func (p process) wait() (int, error) {
	state, err := p.Wait()
	if err != nil {
		return -1, err
	}
	return state.ExitCode(), nil
}
