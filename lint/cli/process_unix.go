//go:build unix

package cli

import (
	"os"
	"syscall"
)

// process is a program that runs, by its number. (os.Process would add 25 KB to
// the binary.)
type process int

// start runs a program with these files for its input, output and complaints.
func start(program string, argv []string, dir string, env []string, files []*os.File) (process, error) {
	fds := make([]uintptr, len(files))
	for i, f := range files {
		fds[i] = f.Fd()
	}
	pid, err := syscall.ForkExec(program, argv, &syscall.ProcAttr{Dir: dir, Env: env, Files: fds})
	return process(pid), err
}

func (p process) kill() { _ = syscall.Kill(int(p), syscall.SIGKILL) }

// wait returns the exit code, -1 when a signal ended the program.
func (p process) wait() (int, error) {
	var status syscall.WaitStatus
	_, err := retry(func() (int, error) { return syscall.Wait4(int(p), &status, 0, nil) })
	return status.ExitStatus(), err
}
