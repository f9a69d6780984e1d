package cli

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/change"
	"github.com/beianlint/beianlint/lint/cli/machine"
	"github.com/beianlint/beianlint/lint/filedlist"
	"github.com/beianlint/beianlint/lint/miniprogram"
)

// changedSince asks git what changed since the merge base with a revision, in the
// repositories of the folders: what is committed, what is not, and new files. It also
// returns what the files that are other ones today held then.
func changedSince(ctx context.Context, s *session, ref string, dirs []string) (set *change.Set, held map[string][]byte, err error) {
	if strings.HasPrefix(ref, "-") {
		return nil, nil, say("since.ref-flag", ref)
	}
	set, held = &change.Set{}, map[string][]byte{}
	seen := map[string]bool{}
	for _, dir := range dirs {
		if info, err := fs.Stat(s.FS, dir); err == nil && !info.IsDir() {
			dir = path.Dir(dir)
		}
		root := miniprogram.RepositoryRoot(s.FS, dir, s.dir.cwd)
		if seen[root] {
			continue
		}
		seen[root] = true
		g := &gitFolder{git: s.Git, ctx: ctx, root: root, ref: ref}
		r, base, err := g.changes()
		if err == nil {
			set.Add(root, r)
			err = g.contents(base, set.Old(), held)
		}
		if err != nil {
			return nil, nil, g.explained(err, s.dir)
		}
	}
	return set, held, nil
}

// gitFolder is a repository that git is asked about.
type gitFolder struct {
	git  Git
	ctx  context.Context
	root string // fs name
	ref  string
}

// run runs git and lets read see what it prints.
func (g *gitFolder) run(read func(io.Reader) error, args ...string) error {
	if g.git == nil {
		return machine.ErrNoGit
	}
	return g.git(g.ctx, g.root, args, read)
}

// word runs git for a short answer, without the end of its line.
func (g *gitFolder) word(args ...string) (string, error) {
	const most = 1 << 20
	var answer []byte
	err := g.run(func(r io.Reader) (err error) {
		answer, err = io.ReadAll(io.LimitReader(r, most))
		return err
	}, args...)
	return strings.TrimSuffix(string(answer), "\n"), err
}

// changes returns what changed since the commit that the branch left the revision at.
func (g *gitFolder) changes() (r *change.Repository, base string, err error) {
	if base, err = g.base(); err != nil {
		return nil, "", err
	}
	filters, err := g.filters()
	if err != nil {
		return nil, "", err
	}
	r = &change.Repository{}
	diff := append(append(filters, "diff"), change.DiffArgs...)
	err = g.run(func(out io.Reader) error { return r.ReadDiff(out, filedlist.IsData) }, append(diff, base, "--")...)
	if err != nil {
		return nil, "", err
	}
	return r, base, g.run(r.ReadFiles, append([]string{"ls-files"}, change.FilesArgs...)...)
}

// base returns the commit that the branch left the revision at: what others did
// there since is not this branch's doing.
func (g *gitFolder) base() (string, error) {
	commit, err := g.word("rev-parse", "--verify", "--quiet", g.ref+"^{commit}")
	if failed(err) && complaint(err) == "" {
		return "", g.unknown()
	}
	if err != nil {
		return "", err
	}
	base, err := g.word("merge-base", commit, "HEAD")
	if !failed(err) || complaint(err) != "" {
		return base, err
	}
	if g.shallow() {
		return "", say("since.shallow", g.ref)
	}
	return "", say("since.unrelated", g.ref)
}

// unknown says that there is no such revision, and why that may be.
func (g *gitFolder) unknown() error {
	if _, err := g.word("rev-parse", "--verify", "--quiet", "refs/remotes/origin/"+g.ref+"^{commit}"); err == nil {
		return say("since.ref-near", g.ref, "origin/"+g.ref)
	}
	if g.shallow() {
		return say("since.ref-shallow", g.ref)
	}
	return say("since.ref-unknown", g.ref)
}

// shallow reports whether the clone holds only a part of the history.
func (g *gitFolder) shallow() bool {
	answer, err := g.word("rev-parse", "--is-shallow-repository")
	return err == nil && answer == "true"
}

// filters turns off the programs that the configuration wants files to be piped
// through before they are compared. A file that needs one counts as changed.
func (g *gitFolder) filters() (args []string, err error) {
	names, err := g.word("config", "--name-only", "-z", "--get-regexp", `^filter\..*\.(clean|process)$`)
	if failed(err) && complaint(err) == "" {
		return nil, nil // there are none
	}
	for names != "" {
		name, rest, _ := strings.Cut(names, "\x00")
		if strings.Contains(name, "=") { // git would take what stands before it for the key
			return nil, say("since.failed", name)
		}
		args = append(args, "-c", name+"=", "-c", name[:strings.LastIndexByte(name, '.')+1]+"required=false")
		names = rest
	}
	return args, err
}

// failed reports whether git ran and was not content.
func failed(err error) bool {
	var e *machine.GitError
	return errors.As(err, &e)
}

// complaint is what git said, without its own words for how bad it is.
func complaint(err error) string {
	var e *machine.GitError
	if !errors.As(err, &e) {
		return ""
	}
	text, _, _ := strings.Cut(strings.TrimSpace(e.Text), "\n")
	return strings.TrimPrefix(strings.TrimPrefix(text, "fatal: "), "error: ")
}

// explained puts an error of git into words that say what to do.
func (g *gitFolder) explained(err error, dir *folder) error {
	var e *machine.GitError
	switch {
	case g.ctx.Err() != nil:
		return say("cli.interrupted")
	case errors.Is(err, machine.ErrNoGit):
		return say("since.no-git")
	case !errors.As(err, &e):
		return err
	case strings.Contains(e.Text, "not a git repository"):
		return say("since.no-repository", dir.show(g.root))
	case strings.Contains(e.Text, "dubious ownership"), strings.Contains(e.Text, "safe.directory"):
		return say("since.owner", machine.Path(g.root))
	case strings.Contains(e.Text, "could not fetch"), strings.Contains(e.Text, "lazy fetching disabled"), strings.Contains(e.Text, "transport '"):
		return say("since.partial", g.ref)
	}
	return say("since.failed", complaint(err))
}

// noChanges says why there is no telling what changed, and returns the exit code.
func noChanges(s *session, err error) int {
	s.con.complain(s.con.text(err))
	var why *said
	if errors.As(err, &why) && strings.HasPrefix(string(why.id), "since.ref-") {
		return exitUsage
	}
	return exitFailed
}
