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
	modal bool            // components choose by them: see chosen
	known map[string]bool // all words of the framework
	other map[string]bool
	only  string
}

// newTargets returns the words of the framework. What a project is for must be said: an
// assumed platform says nothing of others.
func newTargets(project *miniprogram.Project) targets {
	t := targets{modal: isModal(project), known: map[string]bool{}, other: map[string]bool{}}
	for _, word := range project.Framework.OtherWords() {
		t.known[word], t.other[word] = true, true
	}
	for _, p := range platform.Known() {
		if word := project.Framework.Word(p); word != "" {
			t.known[word] = true
			t.other[word] = t.other[word] || project.Decided
		}
	}
	if !project.Decided {
		return t
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
