package cli

import (
	"runtime"
	"runtime/debug"
)

// version prints version, commit, Go and platform: what a bug report needs.
func (c *command) version() int {
	commit := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		commit = setting(info, "vcs.revision")
	}
	if commit == "" {
		commit = "unknown"
	}
	return c.print("cli.version", c.number(), commit, runtime.Version(), runtime.GOOS+"/"+runtime.GOARCH)
}

// number is the version alone. Without one from the linker (go install,
// pre-commit) the binary's build information knows it.
func (c *command) number() string {
	if c.Version != "" {
		return c.Version
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
