package cli

import (
	"regexp"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
)

// newest is the newest version that CHANGELOG.md gives a date, or the first, where
// none has been released yet.
const newest = "v1.0.0"

// runVersion prints version, commit, Go and platform: what a bug report needs.
func runVersion(s *session) int {
	commit := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		commit = setting(info, "vcs.revision")
	}
	if commit == "" {
		commit = "unknown"
	}
	return s.con.print("cli.version", versionNumber(s.Version), commit, runtime.Version(), runtime.GOOS+"/"+runtime.GOARCH)
}

// versionNumber is the version alone. Without one from the linker (go install,
// pre-commit) the binary's build information knows it.
func versionNumber(linked string) string {
	if linked != "" {
		return linked
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

func setting(info *debug.BuildInfo, key string) string {
	for _, s := range info.Settings {
		if s.Key == key {
			return s.Value
		}
	}
	return ""
}

var isRelease = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^v\d+\.\d+\.\d+$`) })

// published is the version that others can fetch: that of a build, or the newest
// where the build is none that was released.
func published(version string) string {
	if v := "v" + strings.TrimPrefix(version, "v"); isRelease().MatchString(v) {
		return v
	}
	return newest
}

// majorTag is the tag that moves with the releases of a major version: v1 of v1.2.3.
func majorTag(version string) string {
	major, _, _ := strings.Cut(version, ".")
	return major
}
