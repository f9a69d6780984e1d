package config

import (
	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// ReadAllowlist reads an allowlist in a file of its own, in any shape that is
// known. The error is an *Error that says what is wrong with the file.
func ReadAllowlist(root source.Root, name string, main platform.ID) (*allowlist.Allowlist, error) {
	file, problem := root.Read(name, jsonc.MaxSize, "config.allowlist")
	if problem != nil {
		problem.Span = source.Span{}
		return nil, Fail(problem)
	}
	doc, problems := jsonc.Parse(file)
	if len(problems) > 0 {
		return nil, &Error{Problems: problems}
	}
	list := allowlist.Read(doc, allowlist.Named, main)
	if len(list.Problems) > 0 {
		return nil, &Error{Problems: list.Problems}
	}
	return list, nil
}
