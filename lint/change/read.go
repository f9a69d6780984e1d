package change

import (
	"bufio"
	"io"
	"strings"
)

// longestLine is how much of a line is looked at, in bytes.
const longestLine = 64 << 10

// DiffArgs are what git is told after "diff" and before the revision, so that
// ReadDiff can read what it prints, whatever the user's configuration says.
var DiffArgs = []string{
	"--unified=0", "--inter-hunk-context=0", "--no-color", "--no-ext-diff", "--no-textconv", "--relative",
	"--src-prefix=a/", "--dst-prefix=b/", "--find-renames", "--submodule=short", "--ignore-submodules=dirty",
}

// FilesArgs are what git is told after "ls-files", so that ReadFiles can read
// what it prints: every file under version control, and every other one that it
// is not told to ignore.
var FilesArgs = []string{"-z", "-t", "--cached", "--others", "--exclude-standard"}

// ReadFiles reads what git ls-files prints with FilesArgs.
func (r *Repository) ReadFiles(out io.Reader) error {
	in := bufio.NewReaderSize(out, longestLine)
	r.known = map[string]bool{}
	for {
		entry, err := in.ReadSlice(0)
		tag, name, ok := strings.Cut(strings.TrimSuffix(string(entry), "\x00"), " ")
		if ok && !strings.HasSuffix(name, "/") { // a repository within, which is not this one's
			r.known[name] = tag != "?"
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
