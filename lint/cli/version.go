package cli

import (
	"runtime"
	"runtime/debug"
)

// version prints version, commit, Go and platform: what a bug report needs.
// Without a version from the linker (go install, pre-commit) the binary's
// build information knows it.
func (c *command) version() int {
	version, commit := c.Version, ""
	if info, ok := debug.ReadBuildInfo(); ok {
		if version == "" {
			version = info.Main.Version
		}
		commit = setting(info, "vcs.revision")
	}
	if version == "" {
		version = "(devel)"
	}
	if commit == "" {
		commit = "unknown"
	}
	return c.print("cli.version", version, commit, runtime.Version(), runtime.GOOS+"/"+runtime.GOARCH)
}

func setting(info *debug.BuildInfo, key string) string {
	for _, s := range info.Settings {
		if s.Key == key {
			return s.Value
		}
	}
	return ""
}
