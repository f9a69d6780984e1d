package miniprogram

import (
	"io/fs"
	"slices"
)

// How much of the folders that git ignores is looked at for a mini program.
const (
	maxIgnoredDepth = 4
	maxIgnored      = 5000 // entries
)

// IgnoredApp returns the first folder with a mini program in what was left out because
// git ignores it, "" if there is none. People commit builds that a .gitignore names,
// and git goes on to track what was added.
func (r *Repository) IgnoredApp(fsys fs.FS) string {
	left := maxIgnored
	for _, s := range r.Skipped {
		if s.Reason == skipIgnored {
			if name := appBelow(fsys, s.Name, maxIgnoredDepth, &left); name != "" {
				return name
			}
		}
	}
	return ""
}

// appBelow returns the folder itself or the first one below it that holds a mini
// program; left bounds the entries that are looked at. Links are not followed.
func appBelow(fsys fs.FS, folder string, depth int, left *int) string {
	found, err := fs.ReadDir(fsys, folder)
	if *left -= len(found); err != nil || *left < 0 {
		return ""
	}
	if slices.ContainsFunc(found, isAppFile) {
		return folder
	}
	for _, e := range found {
		if base := e.Name(); depth > 0 && e.IsDir() && base[0] != '.' && neverRead(base) == "" {
			if name := appBelow(fsys, join(folder, base), depth-1, left); name != "" {
				return name
			}
		}
	}
	return ""
}

// isAppFile reports whether an entry is the configuration of a mini program or game.
func isAppFile(e fs.DirEntry) bool {
	return e.Type().IsRegular() && (e.Name() == appConfig || e.Name() == gameConfig)
}
