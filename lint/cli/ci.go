package cli

import (
	"io/fs"
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/source"
)

// workspace is the fs name of the folder that the runner works in, "" where
// there is none.
func workspace(s *session) string {
	if w := s.Getenv("GITHUB_WORKSPACE"); w != "" {
		return s.dir.resolve(w)
	}
	return ""
}

// enterWorkDir makes the working directory the current folder. It must be one of the
// workspace's own folders: no link of a pull request may lead out of it.
func enterWorkDir(s *session) error {
	if w := workspace(s); w != "" {
		s.dir.cwd = w
	}
	name := s.dir.resolve(s.opt.workDir)
	if !source.Within(name, s.dir.cwd) {
		return say("cli.outside-workspace", "working-directory", s.opt.workDir)
	}
	if err := s.dir.noLink("working-directory", s.opt.workDir, s.dir.cwd); err != nil {
		return err
	}
	if info, err := fs.Stat(s.FS, name); err != nil || !info.IsDir() {
		return say("cli.no-such-folder", "working-directory", s.opt.workDir)
	}
	s.dir.cwd = name
	return nil
}

// addSARIF asks for the report of the input sarif-file. A link anywhere in the
// workspace is refused, not only in the repository: see checkReports.
func addSARIF(s *session) error {
	if err := s.dir.noLink("sarif-file", s.opt.sarifFile, workspace(s)); err != nil {
		return err
	}
	return flagOf("report", modeLint).give(s.opt, "sarif-file", "sarif="+s.opt.sarifFile)
}

// isCheckout reports whether a folder below the workspace is a checkout of the
// repository that the workflow runs for.
func isCheckout(s *session, root, workspace string) bool {
	repository := s.Getenv("GITHUB_REPOSITORY")
	if repository == "" || root == workspace || !source.Within(root, workspace) {
		return false
	}
	config, _ := fs.ReadFile(s.FS, root+"/.git/config")
	addresses := strings.NewReplacer(".git\n", "\n", ":", "/").Replace(string(config))
	return strings.Contains(addresses, "/"+repository+"\n")
}

// blob is the address below which the files of hostPaths can be read: the one that
// a flag gives, or that of the commit; "" where the runner does not say or they are
// another repository's.
func blob(s *session, root string) string {
	for _, address := range []string{s.opt.sourceURL, githubBlob(s, root), gitlabBlob(s, root)} {
		if isWebAddress(address) {
			return address
		}
	}
	return ""
}

func githubBlob(s *session, root string) string {
	server, repository, commit := s.Getenv("GITHUB_SERVER_URL"), s.Getenv("GITHUB_REPOSITORY"), s.Getenv("GITHUB_SHA")
	w := workspace(s)
	if server == "" || repository == "" || commit == "" || w == "" {
		return ""
	}
	_, err := fs.Stat(s.FS, path.Join(root, ".git"))
	if other := err == nil && root != w && source.Within(root, w); other && !isCheckout(s, root, w) {
		return ""
	}
	return server + "/" + repository + "/blob/" + commit + "/"
}

// gitlabBlob goes by the variables of a job
// (https://docs.gitlab.com/ci/variables/predefined_variables/).
func gitlabBlob(s *session, root string) string {
	project, commit, dir := s.Getenv("CI_PROJECT_URL"), s.Getenv("CI_COMMIT_SHA"), s.Getenv("CI_PROJECT_DIR")
	if project == "" || commit == "" || dir == "" || root != s.dir.resolve(dir) {
		return ""
	}
	return project + "/-/blob/" + commit + "/"
}

// isWebAddress reports whether a text is the address of a folder, with nothing in
// it that could be markup or end it.
func isWebAddress(address string) bool {
	_, rest, ok := strings.Cut(address, "://")
	web := strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
	return ok && web && strings.Contains(rest, "/") && strings.HasSuffix(rest, "/") && !strings.HasPrefix(rest, "/") && !strings.ContainsFunc(address, special)
}

// special reports whether a character could end an address, or be markup.
func special(r rune) bool {
	letter := 'a' <= r|0x20 && r|0x20 <= 'z'
	return !letter && !strings.ContainsRune("0123456789-._:/", r)
}

// hostPaths shows names as a CI host knows them: relative to the workspace or,
// where the workflow checked its repository out into a folder of it, to that one;
// to the repository's root where there is no workspace that has to do with it.
func hostPaths(s *session, root string) report.Paths {
	p := s.dir.paths()
	if root == "" {
		root = miniprogram.RepositoryRoot(s.FS, s.dir.cwd, s.dir.cwd)
	}
	space := workspace(s)
	if dir := s.Getenv("CI_PROJECT_DIR"); space == "" && dir != "" {
		space = s.dir.resolve(dir) // of GitLab
	}
	_, err := fs.Stat(s.FS, path.Join(root, ".git"))
	switch {
	case space != "" && !isCheckout(s, root, space) && (source.Within(root, space) || source.Within(space, root)):
		p.Base = space
	case err == nil:
		p.Base = root
	}
	return p
}
