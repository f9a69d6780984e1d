package platform

import (
	"slices"
	"strings"
)

// Bodies returns the bodies of the platform's calls that set lists of domains,
// for encoding/json, each under the name of its call. lists says what to set
// the list of a category to; nil where that is not known, and then the body
// must not hold the list: an empty one would be emptied on the platform.
type Bodies func(lists func(Category) []string) any

// bareHosts returns a list as calls take it that refuse schemes; nil for none.
func bareHosts(list []string) []string {
	bare := slices.Clone(list)
	for i, entry := range bare {
		if _, host, ok := strings.Cut(entry, "://"); ok {
			bare[i] = host
		}
	}
	return bare
}
