package main

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"
)

// TestCaskHasTheManual: Homebrew wants every page by its name.
func TestCaskHasTheManual(t *testing.T) {
	var config struct {
		Casks []struct{ Manpages []string } `yaml:"homebrew_casks"`
	}
	if err := yaml.Unmarshal([]byte(text(t, ".goreleaser.yaml")), &config); err != nil || len(config.Casks) != 1 {
		t.Fatalf("%d casks (%v)", len(config.Casks), err)
	}
	pages, err := filepath.Glob("docs/man/*.1")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no manual (%v)", err)
	}
	for i, page := range pages {
		pages[i] = "man/man1/" + filepath.Base(page)
	}
	named := slices.Sorted(slices.Values(config.Casks[0].Manpages))
	slices.Sort(pages)
	if diff := cmp.Diff(pages, named); diff != "" {
		t.Errorf(".goreleaser.yaml, -want +got:\n%s", diff)
	}
}

// TestImagesAreAlike: the image of a release and the one that the Action builds from
// source differ in where the binary comes from, and in nothing else.
func TestImagesAreAlike(t *testing.T) {
	whence := regexp.MustCompile(`(?m)^(ARG TARGETARCH\n|COPY .* /beianlint\n)`)
	image := func(file string) string {
		_, last, ok := strings.Cut(text(t, file), "\nFROM scratch\n")
		if !ok || len(whence.FindAllString(last, -1)) == 0 {
			t.Errorf("%s: no image from scratch with the binary", file)
		}
		return whence.ReplaceAllString(last, "")
	}
	if diff := cmp.Diff(image("Dockerfile"), image(".ci/Dockerfile")); diff != "" {
		t.Errorf("Dockerfile and .ci/Dockerfile, -one +other:\n%s", diff)
	}
}

// TestGoreleaserIsPinned: what CI tries is what makes the release.
func TestGoreleaserIsPinned(t *testing.T) {
	found := map[string]bool{}
	for _, file := range []string{".ci/release", ".github/workflows/ci.yml", ".github/workflows/release.yml"} {
		pinned := regexp.MustCompile(`goreleaser(?:/v2@|-action@[0-9a-f]{40} # v[\d.]+\s+with:\s+version: )(v[\d.]+)`).FindAllStringSubmatch(text(t, file), -1)
		if len(pinned) != 1 {
			t.Errorf("%s pins goreleaser %d times", file, len(pinned))
			continue
		}
		found[pinned[0][1]] = true
	}
	if len(found) != 1 {
		t.Errorf("goreleaser is pinned to %v", found)
	}
}
