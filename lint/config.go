package lint

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage"
)

const configName = ".beianlint.json"

// config is a .beianlint.json as it was read. The zero config says nothing.
type config struct {
	listPolicy
	file   *source.File // nil when there is none
	root   jsonc.Node   // what it says; does not exist when there is none
	folder string       // fs name of the folder that its paths are relative to
	rules  map[string]Severity
	firm   map[string]bool // rules that nothing may ignore

	baselineFile *named
	baseline     *baseline // that holds, the config's or another; nil: none
	exclude      []string  // globs over fs names
	ignores      []*ignore
	projects     []*projectConfig
	env          map[string]string // values of environment variables of the build
	whole        bool              // all that the config speaks for is linted in this run
}

// named is a file that the config names.
type named struct {
	name string // fs name
	span source.Span
}

// projectConfig is what the config says of one mini program.
type projectConfig struct {
	span     source.Span
	used     bool   // a mini program was the one that is meant
	root     string // fs name; "" when it is known by its appid
	appID    string
	platform platform.ID
	file     *named     // an allowlist in a file of its own
	boxes    jsonc.Node // or here
	entities []string   // who may have filed the domains; none: anybody
	uses     []usage.Use
	tenants  []named // globs over fs names of the ext.json of tenants
}

// severity returns how much a finding of the rule matters: as the config says,
// else as the rule does, and milder where the variant of the finding is.
func (c *config) severity(r *Rule, variant Severity) Severity {
	s, ok := c.rules[r.ID]
	if !ok {
		s = r.Severity
	}
	if variant == "" {
		return s
	}
	return milder(s, variant)
}

// of returns what the config says of a mini program, in its order.
func (c *config) of(m *miniprogram.Project) (said []*projectConfig) {
	for _, p := range c.projects {
		if p.means(m) {
			p.used = true
			said = append(said, p)
		}
	}
	return said
}

func (p *projectConfig) means(m *miniprogram.Project) bool {
	switch {
	case p.platform != "" && !slices.Contains(m.Platforms, p.platform):
		return false
	case p.root == "":
		return p.appID == m.AppID
	}
	return p.root == m.Root || slices.Contains(m.Sources, p.root)
}

// blamed puts a list that cannot be read at the place where the config names it.
func (c *config) blamed(err error) error {
	var list *ListError
	if !errors.As(err, &list) {
		return err
	}
	for _, p := range list.Problems {
		for _, n := range c.filed {
			if p.Message == "list.unreadable" && fileName(p.Span) == n.name {
				p.Span = n.span
			}
		}
	}
	return err
}

// findUp looks for a file in a folder, in its .github folder, and so on upward
// to the repository's root; "" when there is none.
func findUp(fsys fs.FS, dir, root, name string) string {
	for {
		for _, candidate := range []string{path.Join(dir, name), path.Join(dir, ".github", name)} {
			if _, err := fs.Stat(fsys, candidate); err == nil {
				return candidate
			}
		}
		if dir == root || dir == "." || dir == "/" {
			return ""
		}
		dir = path.Dir(dir)
	}
}

// readConfig reads a config, and returns a *ConfigError when it cannot be used.
func readConfig(fsys fs.FS, name string) (*config, error) {
	data, problem := readFile(fsys, name, jsonc.MaxSize, "config.unreadable")
	if problem != nil {
		return nil, &ConfigError{Problems: []*source.Problem{problem}}
	}
	file := source.NewFile(name, data)
	doc, problems := jsonc.Parse(file)
	if len(problems) > 0 {
		return nil, &ConfigError{Problems: problems}
	}
	c := &config{file: file, root: doc.Root(), folder: path.Dir(name), rules: map[string]Severity{}, firm: map[string]bool{}, env: map[string]string{}}
	d := &decoder{config: c, fsys: fsys}
	d.document(doc)
	if len(d.problems) > 0 {
		return nil, &ConfigError{Problems: d.problems}
	}
	return c, nil
}

// readFile reads a file of at most limit bytes. The problem has the id given,
// with the name and the reason as arguments.
func readFile(fsys fs.FS, name string, limit int64, id message.ID) ([]byte, *source.Problem) {
	if reason := unfit(fsys, name, limit); reason != (message.Text{}) {
		return nil, unread(name, id, reason)
	}
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, unread(name, id, readReason(err))
	}
	return data, nil
}

// unfit says why a file is not read; nothing when it can be.
func unfit(fsys fs.FS, name string, limit int64) message.Text {
	switch info, err := fs.Stat(fsys, name); {
	case err != nil:
		return readReason(err)
	case !info.Mode().IsRegular():
		return message.Text{EN: "it is not a file", ZH: "它不是文件"}
	case info.Size() > limit:
		return message.Text{EN: "it is too large", ZH: "文件太大"}
	}
	return message.Text{}
}

func unread(name string, id message.ID, reason message.Text) *source.Problem {
	return &source.Problem{
		Span:    source.Span{File: source.NewFile(name, nil)},
		Message: id,
		Args:    []any{path.Base(name), reason},
	}
}

// folderGlob puts a glob below a folder: both are then about fs names.
func folderGlob(folder, glob string) string {
	glob = path.Clean(strings.TrimPrefix(glob, "/"))
	for strings.HasPrefix(glob, "../") {
		folder, glob = path.Dir(folder), glob[len("../"):]
	}
	return path.Join(escapeGlob(folder), glob)
}

// escapeGlob returns a glob that matches the name and nothing else.
func escapeGlob(name string) string {
	var escaped []byte
	for i := range len(name) {
		if strings.IndexByte(`\*?[]{}`, name[i]) >= 0 {
			escaped = append(escaped, '\\')
		}
		escaped = append(escaped, name[i])
	}
	return string(escaped)
}
