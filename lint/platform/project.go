package platform

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
)

// Project is what a platform's developer tool knows of a project.
type Project struct {
	// Files are the names of the project file; the first that is there counts.
	// Platforms may share a name.
	Files []string
	// Owns reports whether a project file with a shared name is this platform's,
	// by its appid or its fields. The first platform with the name has those that
	// nobody owns.
	Owns    func(project jsonc.Node) bool
	Private string // the file beside it with what one developer has set
	// Marks are files that tell a project of a platform that is not judged, and
	// Skipped says that it is left out.
	Marks   []string
	Skipped message.ID

	// Keys of the project file.
	AppID   string
	Packed  string   // names the folder that is packed
	Sources []string // name the folder that the packed one is made from
	Plugin  string   // names the folder of a plugin
	Servers []string // name folders whose code runs on a server

	// Pack reads which files are left out of the package; nil where all are packed.
	Pack func(project jsonc.Node) Packing
	Tool Tool
	// TypeScript reports whether the developer tool compiles the project's TypeScript.
	TypeScript func(project jsonc.Node) bool
}

// Tool is what a developer tool leaves in a project.
type Tool struct {
	Folder    string     // its own; "" if it has none
	File      string     // the only file in it that is read
	Skipped   message.ID // why the others are not
	Cache     string     // the folder of its build cache; "" if it has none
	CacheSkip message.ID // why that is not read
}

// Keys that are the same in every project file that is read.
const (
	packedKey = "miniprogramRoot"
	pluginKey = "pluginRoot"
)

var sourceKeys = []string{"srcMiniprogramRoot", "sourceRoot"}

// serverKeys name the folders whose code runs on a server, where the
// platform's lists do not count (platform facts, section 3).
var serverKeys = []string{
	"cloudfunctionRoot", "cloudfunctionTemplateRoot", "cloudbaseRoot", "cloudcontainerRoot", "qcloudRoot", "jsserverRoot",
}

// wechatCompiles reads https://developers.weixin.qq.com/miniprogram/dev/devtools/compilets.html.
func wechatCompiles(project jsonc.Node) (found bool) {
	project.At("setting", "useCompilerPlugins").Each(func(_, plugin jsonc.Node) bool {
		found = found || plugin.String() == "typescript"
		return !found
	})
	return found
}

// alipayCompiles reads compileOptions (platform facts, section 4.3).
func alipayCompiles(project jsonc.Node) bool {
	return project.At("compileOptions", "typescript").Bool()
}

// OfProject returns the platform whose project file it is, by its name and content;
// nil if none has a file of that name.
func OfProject(name string, project jsonc.Node) *Platform {
	var first *Platform
	for _, p := range known {
		if !slices.Contains(p.Project.Files, name) {
			continue
		}
		if p.Project.Owns != nil && p.Project.Owns(project) {
			return p
		}
		if first == nil {
			first = p
		}
	}
	return first
}

// ProjectFiles returns the names of all known platforms' project files.
func ProjectFiles() []string {
	return collect(known, func(p *Platform) []string { return p.Project.Files })
}

// ProjectFilesOf returns the names of the project files that may say something of a
// mini program for some platforms: theirs, and those of the platforms that frameworks
// are assumed to build for.
func ProjectFilesOf(platforms []ID) []string {
	return collect(all, func(p *Platform) []string {
		if !p.Assumed && !slices.Contains(platforms, p.ID) {
			return nil
		}
		return p.Project.Files
	})
}

// UnjudgedBy returns why a folder is no mini program that is judged, by the files that it
// has; "" if none tells.
func UnjudgedBy(has func(name string) bool) message.ID {
	for _, p := range known {
		if slices.ContainsFunc(p.Project.Marks, has) {
			return p.Project.Skipped
		}
	}
	return ""
}

// PrivateFiles returns the names of the files with what one developer has set.
func PrivateFiles() []string {
	return collect(all, func(p *Platform) []string { return []string{p.Project.Private} })
}

// ToolFiles returns the names of the files of developer tools that are read.
func ToolFiles() []string {
	return collect(all, func(p *Platform) []string { return []string{p.Project.Tool.File} })
}

// ToolOf returns the developer tool whose folder has the name, or nil.
func ToolOf(folder string) *Tool {
	for _, p := range all {
		if p.Project.Tool.Folder == folder && folder != "" {
			return &p.Project.Tool
		}
	}
	return nil
}

// CacheSkip returns why a folder of that name, the build cache of a developer
// tool, is not read; "" for any other folder.
func CacheSkip(folder string) message.ID {
	for _, p := range all {
		if p.Project.Tool.Cache == folder {
			return p.Project.Tool.CacheSkip
		}
	}
	return ""
}

// appIDBegins returns an Owns for appids that begin with a prefix.
func appIDBegins(prefix string) func(jsonc.Node) bool {
	return func(project jsonc.Node) bool { return strings.HasPrefix(project.Get("appid").String(), prefix) }
}
