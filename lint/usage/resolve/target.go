package resolve

import (
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// targets are the words by which sources ask for the target of their build: those of
// platforms that the mini program is not for, and that of its only one.
type targets struct {
	other map[string]bool
	only  string
}

// newTargets returns the words of the framework. What a project is for must be said: an
// assumed platform says nothing of others.
func newTargets(project *miniprogram.Project) targets {
	t := targets{other: map[string]bool{}}
	if !project.Decided {
		return t
	}
	for _, p := range platform.All() {
		t.other[project.Framework.Word(p)] = true
	}
	for _, id := range project.Platforms {
		t.only = project.Framework.Word(platform.ByID(id))
		delete(t.other, t.only)
	}
	if len(project.Platforms) > 1 {
		t.only = ""
	}
	return t
}

// ask decides whether the target is the one of a word. Taro's table of targets has the
// words in capitals (https://docs.taro.zone/docs/apis/about/env).
func (t targets) ask(word string) ast.Truth {
	lower := strings.ToLower(word)
	switch {
	case model.OtherTargets[word] || t.other[lower]:
		return ast.IsFalse
	case word != "" && lower == t.only:
		return ast.IsTrue
	}
	return ast.Maybe
}
