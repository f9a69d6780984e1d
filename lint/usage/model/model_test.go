package model

import (
	"slices"
	"strings"
	"testing"
)

// A pattern that is wrong would only be found when it is asked.
func TestPatternsCompile(t *testing.T) {
	for _, p := range []*Pattern{
		&Base, &BaseHolder, &BaseOption, &MediaFile, &MediaName, &Merges, &PackageKeys, &PageParameter, &Shows, &StyleName, &StyleVariable, &Takes, &TextKeys, &WebPage, &Uploader,
	} {
		if p.Regexp() == nil {
			t.Errorf("%s is not compiled", p.source)
		}
	}
}

func TestWords(t *testing.T) {
	for name, want := range map[string]bool{
		"get": true, "GET": true, "$get": true, "$ajax": true, "getItem": false, "forget": false, "myRequest": true, "wxHTTP": true, "uploadAll": true, "send": false, "": false,
	} {
		if got := Sends.MatchString(name); got != want {
			t.Errorf("Sends matches %q: %v", name, got)
		}
	}
	for name, want := range map[string]bool{"promisify": true, "toPromise": true, "Thenify": true, "simplify": false, "then": false} {
		if got := Promisifies.MatchString(name); got != want {
			t.Errorf("Promisifies matches %q: %v", name, got)
		}
	}
}

func TestRowsHaveSources(t *testing.T) {
	for _, c := range clients {
		if c.Package == "" || !strings.HasPrefix(c.Source, "https://") {
			t.Errorf("client %+v", c)
		}
	}
	for _, l := range slices.Concat(libraries, helpers) {
		if len(l.Packages) == 0 || len(l.Functions) == 0 || !strings.HasPrefix(l.Source, "https://") {
			t.Errorf("library %+v", l)
		}
	}
	for _, l := range loaders {
		if l.Package == "" || l.Method == "" || l.Option == "" || !strings.HasPrefix(l.Source, "https://") {
			t.Errorf("loader %+v", l)
		}
	}
}

func TestIsClient(t *testing.T) {
	for pkg, want := range map[string]bool{"axios": true, "axios/dist/axios": true, "@mpxjs/fetch": true, "lodash": false, "": false, "my-axios": false} {
		if got := IsClient(pkg); got != want {
			t.Errorf("IsClient(%q) = %v", pkg, got)
		}
	}
}

func TestLoaderOf(t *testing.T) {
	if l := LoaderOf("lottie-miniprogram", "loadAnimation"); l == nil || l.Option != "path" {
		t.Errorf("got %+v", l)
	}
	for _, of := range [][2]string{{"lottie-miniprogram", "setup"}, {"lottie", "loadAnimation"}, {"x-lottie-miniprogram", "loadAnimation"}} {
		if LoaderOf(of[0], of[1]) != nil {
			t.Errorf("%v is a loader", of)
		}
	}
}
