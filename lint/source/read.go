package source

import (
	"errors"
	"io/fs"
	"path"

	"github.com/beianlint/beianlint/lint/message"
)

// unfit says why a file is not read; it is empty when the file can be.
func unfit(fsys fs.FS, name string, limit int64) message.Text {
	switch info, err := fs.Stat(fsys, name); {
	case err != nil:
		return reasonOf(err)
	case !info.Mode().IsRegular():
		return message.Text{EN: "it is not a file", ZH: "它不是文件"}
	case info.Size() > limit:
		return message.Text{EN: "it is too large", ZH: "文件太大"}
	}
	return message.Text{}
}

func unreadable(name string, id message.ID, reason message.Text) *Problem {
	return &Problem{
		Span:    Span{File: NewFile(name, nil)},
		Message: id,
		Args:    []any{path.Base(name), reason},
	}
}

func reasonOf(err error) message.Text {
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrInvalid): // invalid: a name above the root
		return message.Text{EN: "there is no such file", ZH: "文件不存在"}
	case errors.Is(err, fs.ErrPermission):
		return message.Text{EN: "permission denied", ZH: "没有读取权限"}
	}
	return message.Cause(err)
}

// FindUp looks for a file in a folder, in its .github folder, and so on upward
// to the repository's root. It returns "" if there is none.
func FindUp(fsys fs.FS, dir, root, name string) string {
	for {
		for _, candidate := range []string{path.Join(dir, name), path.Join(dir, ".github", name)} {
			if _, err := fs.Stat(fsys, candidate); err == nil {
				return candidate
			}
		}
		if dir == root || dir == "." || dir == "/" {
			return ""
		}
		dir = path.Dir(dir)
	}
}
