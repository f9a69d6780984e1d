package main

import (
	"bytes"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// deadLinks says which links of pages lead to no other page or to no part of one.
// Without the playground, links to it are not looked at.
func deadLinks(files map[string][]byte, withoutPlayground bool) (problems string) {
	ids := map[string]map[string]bool{}
	for name, data := range files {
		ids[name] = attributes(data, "id")
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		for _, to := range slices.Sorted(maps.Keys(attributes(files[name], "href"))) {
			if why := dead(name, to, ids, withoutPlayground); why != "" {
				problems += name + ": " + to + ": " + why + "\n"
			}
		}
	}
	return problems
}

func dead(from, to string, ids map[string]map[string]bool, withoutPlayground bool) string {
	u, err := url.Parse(to)
	switch {
	case err != nil:
		return err.Error()
	case u.Scheme == "https" || u.Scheme == "data":
		return ""
	case u.Scheme != "" || strings.HasPrefix(to, "/"):
		return "it is not relative" // and would not work below another path
	}
	target := from
	if u.Path != "" {
		target = path.Join(path.Dir(from), u.Path)
	}
	switch found := ids[target]; {
	case withoutPlayground && strings.HasPrefix(target, "playground/"):
		return ""
	case found == nil:
		return "no such page"
	case u.Fragment != "" && !found[u.Fragment] && !strings.HasPrefix(target, "playground/"):
		return "no such part"
	}
	return ""
}

// attributes returns the values of an attribute in a page.
func attributes(page []byte, key string) map[string]bool {
	found := map[string]bool{}
	for tokens := html.NewTokenizer(bytes.NewReader(page)); tokens.Next() != html.ErrorToken; {
		for _, a := range tokens.Token().Attr {
			if a.Key == key {
				found[a.Val] = true
			}
		}
	}
	return found
}
