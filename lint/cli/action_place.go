package cli

import (
	"io/fs"
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/source"
)

// workspace is the fs name of the folder that the runner works in, "" where
// there is none.
func (c *command) workspace() string {
	if w := c.Getenv("GITHUB_WORKSPACE"); w != "" {
		return c.resolve(w)
	}
	return ""
}

// enter makes the working directory the current folder. It must be one of the
// workspace's own folders: no link of a pull request may lead out of it.
func (c *command) enter(f *flags) error {
	if w := c.workspace(); w != "" {
		c.Cwd = w
	}
	name := c.resolve(f.workDir)
	if !source.Within(name, c.Cwd) {
		return say("cli.outside-workspace", "working-directory", f.workDir)
	}
	if err := c.noLink("working-directory", f.workDir, c.Cwd); err != nil {
		return err
	}
	if info, err := fs.Stat(c.FS, name); err != nil || !info.IsDir() {
		return say("cli.no-such-folder", "working-directory", f.workDir)
	}
	c.Cwd = name
	return nil
}

// addSARIF asks for the report of the input sarif-file. A link anywhere in the
// workspace is refused, not only in the repository: see checkReports.
func (c *command) addSARIF(f *flags) error {
	if err := c.noLink("sarif-file", f.sarifFile, c.workspace()); err != nil {
		return err
	}
	return optionOf("report", modeLint).set(f, "sarif-file", "sarif="+f.sarifFile)
}

// noLink refuses a path that a flag or input gives when a part of it that lies
// in a folder is a symbolic link; it names the outermost one.
func (c *command) noLink(what, given, folder string) error {
	links, ok := c.FS.(fs.ReadLinkFS)
	found := ""
	for name := c.resolve(given); ok && name != folder && source.Within(name, folder) && name != "."; name = path.Dir(name) {
		if _, err := links.ReadLink(name); err == nil {
			found = name
		}
	}
	if found == "" {
		return nil
	}
	return say("cli.link", what, given, c.paths().Show(found))
}

// isCheckout reports whether a folder below the workspace is a checkout of the
// repository that the workflow runs for.
func (c *command) isCheckout(root, workspace string) bool {
	repository := c.Getenv("GITHUB_REPOSITORY")
	if repository == "" || root == workspace || !source.Within(root, workspace) {
		return false
	}
	config, _ := fs.ReadFile(c.FS, root+"/.git/config")
	addresses := strings.NewReplacer(".git\n", "\n", ":", "/").Replace(string(config))
	return strings.Contains(addresses, "/"+repository+"\n")
}

// blob is the address below which the files of hostPaths can be read at the
// commit; "" where the runner does not say or they are another repository's.
func (c *command) blob(root string) string {
	server, repository, commit := c.Getenv("GITHUB_SERVER_URL"), c.Getenv("GITHUB_REPOSITORY"), c.Getenv("GITHUB_SHA")
	w := c.workspace()
	if server == "" || repository == "" || commit == "" || w == "" {
		return ""
	}
	_, err := fs.Stat(c.FS, path.Join(root, ".git"))
	if other := err == nil && root != w && source.Within(root, w); other && !c.isCheckout(root, w) {
		return ""
	}
	address := server + "/" + repository + "/blob/" + commit + "/"
	if !strings.HasPrefix(server, "http") || strings.ContainsFunc(address, special) {
		return ""
	}
	return address
}

// special reports whether a character could end an address, or be markup.
func special(r rune) bool {
	letter := 'a' <= r|0x20 && r|0x20 <= 'z'
	return !letter && !strings.ContainsRune("0123456789-._:/", r)
}
