package lint

import (
	"errors"
	"fmt"
)

// ErrNoProject is wrapped by the error that comes, with the result of what was
// there, when a folder holds no mini program.
var ErrNoProject = errors.New("no mini program found")

// NoProjectError names a folder that holds no mini program; it is ErrNoProject.
type NoProjectError struct {
	Dir string
	// Ignored is a folder below that git ignores and that holds one, "" if there is none.
	Ignored string
}

// Error names the folder.
func (e *NoProjectError) Error() string { return fmt.Sprintf("%v in %s", ErrNoProject, e.Dir) }

// Unwrap returns ErrNoProject.
func (e *NoProjectError) Unwrap() error { return ErrNoProject }
