package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
)

// The files that init writes, below the repository's root.
const (
	listFile      = "filed-domains.txt"
	workflowFile  = ".github/workflows/beianlint.yml"
	preCommitFile = ".pre-commit-config.yaml"
)

const workflow = `name: beianlint
on: [push, pull_request]
permissions:
  contents: read
jobs:
  beianlint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: beianlint/beianlint@v1
`

const preCommitEntry = `  - repo: https://github.com/beianlint/beianlint
    rev: %s
    hooks:
      - id: beianlint
`

// init writes a first filed list and, when asked to, what runs beianlint on
// every change. It leaves alone what is there, and says what it did.
func (c *command) init(ctx context.Context, f *flags) int {
	r, code, ok := c.check(ctx, f)
	if !ok || code != exitOK {
		return code
	}
	err := c.writeList(r)
	if err == nil && f.ci {
		err = c.writeCI(r.Root)
	}
	if err != nil {
		return c.failed(err)
	}
	c.report("init.next")
	return exitOK
}

func (c *command) writeList(r *lint.Report) error {
	if len(r.Lists) > 0 {
		c.report("init.kept", c.paths().Show(r.Lists[0]))
		return nil
	}
	list, entries := report.Starter(r, c.lang)
	wrote, err := c.create(path.Join(r.Root, listFile), list)
	if wrote {
		c.report("init.list-written", c.paths().Show(path.Join(r.Root, listFile)), entries)
	}
	return err
}

func (c *command) writeCI(root string) error {
	if wrote, err := c.create(path.Join(root, workflowFile), workflow); err != nil {
		return err
	} else if wrote {
		c.report("init.written", c.paths().Show(path.Join(root, workflowFile)))
	}
	entry := fmt.Sprintf(preCommitEntry, c.release())
	wrote, err := c.create(path.Join(root, preCommitFile), "repos:\n"+entry)
	switch {
	case err != nil:
		return err
	case wrote:
		c.report("init.written", c.paths().Show(path.Join(root, preCommitFile)))
	default:
		c.report("init.add-entry", c.paths().Show(path.Join(root, preCommitFile)))
		_, err = fmt.Fprint(c.Stdout, entry)
	}
	return err
}

// create writes a file unless something is there, which it says.
func (c *command) create(name, content string) (wrote bool, err error) {
	switch err = c.Files.Create(name, []byte(content)); {
	case errors.Is(err, fs.ErrExist):
		c.report("init.kept", c.paths().Show(name))
		return false, nil
	case err != nil:
		return false, say("cli.unwritable", c.paths().Show(name), message.Cause(err))
	}
	return true, nil
}

// report says on Stdout what was done.
func (c *command) report(id message.ID, args ...any) {
	fmt.Fprintln(c.Stdout, report.Visible(c.lang.Message(id, args...)))
}

var released = regexp.MustCompile(`^v\d+\.\d+\.\d+$`)

// release is the version that a pre-commit entry pins: the running one, or the
// first when that was built from a checkout.
func (c *command) release() string {
	if v := "v" + strings.TrimPrefix(c.Version, "v"); released.MatchString(v) {
		return v
	}
	return "v1.0.0"
}
