package lint

import (
	"slices"

	"github.com/beianlint/beianlint/lint/miniprogram"
)

// Files returns the fs names of all files that the run has read, in order: of
// the mini programs, the configs, the lists and the baselines.
func (r *Report) Files() []string {
	names := slices.Concat(r.Config, r.Lists, r.Baselines)
	for _, p := range r.Projects {
		pr := p.program
		names = append(names, pr.Imported...)
		for _, files := range [][]*miniprogram.File{pr.Configs, pr.Files, pr.Build} {
			for _, f := range files {
				names = append(names, f.Name)
			}
		}
		for _, d := range pr.allow.Declarations { // which can stand in a file that the config names
			names = append(names, fileName(d.Span))
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
