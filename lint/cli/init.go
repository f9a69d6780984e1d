package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/source"
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
      - uses: beianlint/beianlint@%s
`

// workflowChinese makes a workflow speak Chinese, as who had it written does.
const workflowChinese = `        with:
          lang: zh
`

const preCommitEntry = `  - repo: https://github.com/beianlint/beianlint
    rev: %s
    hooks:
      - id: beianlint
`

// runInit writes a first filed list and, when asked to, what runs beianlint on
// every change. It leaves alone what is there, and says what it did.
func runInit(ctx context.Context, s *session) int {
	r, code, ok := check(ctx, s)
	if !ok || code != exitOK {
		return code
	}
	err := writeList(s, r)
	if err == nil && s.opt.ci {
		err = writeCI(s, r.Root)
	}
	if err != nil {
		return s.con.failed(err)
	}
	s.con.report("init.next")
	return exitOK
}

func writeList(s *session, r *lint.Result) error {
	if len(r.Lists) > 0 && s.opt.add {
		return addToList(s, r)
	}
	if len(r.Lists) > 0 {
		s.con.report("init.kept", s.dir.show(r.Lists[0]))
		s.con.report("init.add")
		return nil
	}
	list, entries := report.Starter(r, s.con.lang)
	wrote, err := createFile(s, path.Join(r.Root, listFile), list)
	if wrote {
		s.con.report("init.list-written", s.dir.show(path.Join(r.Root, listFile)), entries)
	}
	return err
}

// addToList puts what the mini programs contact and the nearest list lacks behind
// that list. One that is a table, or that lies outside of the repository, is left to
// its keeper.
func addToList(s *session, r *lint.Result) error {
	name := s.dir.show(r.Lists[0])
	lines, entries := report.Additions(r, s.con.lang)
	if entries == 0 {
		s.con.report("init.nothing-to-add", name)
		return nil
	}
	if err := s.dir.noLink("--add", name, r.Root); err != nil {
		return err
	}
	list, err := readExport(s, name)
	if err != nil {
		return err
	}
	text, ok := filing.Append(list, strings.Split(strings.TrimSuffix(lines, "\n"), "\n"))
	if !ok || !source.Within(r.Lists[0], r.Root) {
		s.con.report("init.add-lines", name)
		_, err = fmt.Fprint(s.Stdout, lines)
		return err
	}
	if err := s.Files.Replace(r.Lists[0], text); err != nil {
		return say("cli.unwritable", name, message.Cause(err))
	}
	s.con.report("init.added", name, entries)
	return nil
}

func writeCI(s *session, root string) error {
	version := published(versionNumber(s.Version))
	text := fmt.Sprintf(workflow, majorTag(version))
	if s.con.lang == message.Chinese {
		text += workflowChinese
	}
	if wrote, err := createFile(s, path.Join(root, workflowFile), text); err != nil {
		return err
	} else if wrote {
		s.con.report("init.written", s.dir.show(path.Join(root, workflowFile)))
	}
	entry := fmt.Sprintf(preCommitEntry, version)
	wrote, err := createFile(s, path.Join(root, preCommitFile), "repos:\n"+entry)
	switch {
	case err != nil:
		return err
	case wrote:
		s.con.report("init.written", s.dir.show(path.Join(root, preCommitFile)))
	default:
		s.con.report("init.add-entry", s.dir.show(path.Join(root, preCommitFile)))
		_, err = fmt.Fprint(s.Stdout, entry)
	}
	return err
}

// createFile writes a file unless something is there, which it says.
func createFile(s *session, name, content string) (wrote bool, err error) {
	switch err = s.Files.Create(name, []byte(content)); {
	case errors.Is(err, fs.ErrExist):
		s.con.report("init.kept", s.dir.show(name))
		return false, nil
	case err != nil:
		return false, say("cli.unwritable", s.dir.show(name), message.Cause(err))
	}
	return true, nil
}
