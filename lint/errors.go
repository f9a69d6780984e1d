package lint

import (
	"errors"
	"fmt"

	"github.com/beianlint/beianlint/lint/source"
)

// ErrNoProject is wrapped by the error that comes, with the report of what was
// there, when a folder holds no mini program.
var ErrNoProject = errors.New("no mini program found")

// ErrNoList is wrapped by the *ListError that says that there is no filed list
// or that it holds no entry.
var ErrNoList = errors.New("no filed list")

// NoProjectError names a folder that holds no mini program; it is ErrNoProject.
type NoProjectError struct{ Dir string }

// Error names the folder.
func (e *NoProjectError) Error() string { return fmt.Sprintf("%v in %s", ErrNoProject, e.Dir) }

// Unwrap returns ErrNoProject.
func (e *NoProjectError) Unwrap() error { return ErrNoProject }

// ListError says why a filed list cannot be used. Ids of its problems begin
// with "list."; a Span without a File has no place.
type ListError struct {
	Problems []*source.Problem // at least one
	Err      error             // ErrNoList or nil
}

// Error names the first problem by its id; a person is shown the problems.
func (e *ListError) Error() string { return firstProblem("filed list", e.Problems) }

// Unwrap returns ErrNoList or nil.
func (e *ListError) Unwrap() error { return e.Err }

// ConfigError says why a config cannot be used. Ids of its problems begin with
// "config." or, where it is not JSON, with "broken-file.".
type ConfigError struct {
	Problems []*source.Problem // at least one
}

// Error names the first problem by its id; a person is shown the problems.
func (e *ConfigError) Error() string { return firstProblem("config", e.Problems) }

func firstProblem(what string, problems []*source.Problem) string {
	if len(problems) == 0 {
		return "bad " + what
	}
	return fmt.Sprintf("bad %s: %s", what, problems[0].Message)
}
