package change

import (
	"slices"
	"strings"
)

// Old is a file that was another one at the revision, or is gone.
type Old struct {
	Root string // fs name of its repository
	Name string // fs name that it had
	Now  string // fs name that it has; "" when it is gone
}

// Old returns the files whose content or name at the revision differs from today's,
// by name.
func (s *Set) Old() (list []Old) {
	for _, r := range s.repositories {
		for _, f := range r.files {
			switch {
			case f.isNew || f.Gone && f.Moved: // the file that it has become names it
			case f.Gone:
				list = append(list, Old{r.root, f.Name, ""})
			case f.From != "":
				list = append(list, Old{r.root, f.From, f.Name})
			default:
				list = append(list, Old{r.root, f.Name, f.Name})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Old) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// Appeared reports whether there was no file of that name at the revision.
func (s *Set) Appeared(name string) bool {
	state, f := s.Of(name)
	return state == New || f != nil && f.From != ""
}
