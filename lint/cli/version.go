package cli

import (
	"runtime"
	"runtime/debug"
)

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
