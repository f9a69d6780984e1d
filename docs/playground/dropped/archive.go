package dropped

import (
	"archive/zip"
	"errors"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// ErrNoArchive says that a file is no ZIP archive.
var ErrNoArchive = errors.New("not a ZIP archive")

var (
	errSize      = errors.New("larger than it says")
	errEncrypted = errors.New("encrypted in the archive")
)

// encrypted is the bit of an entry's flags that says so (APPNOTE.TXT, 4.4.4).
const encrypted = 0x1

// Unzip returns the files of an archive. Links, and what macOS puts beside the files,
// are left out. Nothing is unpacked before it is read.
func Unzip(r io.ReaderAt, size int64) ([]File, error) {
	archive, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // Add looks at the names
		return nil, errors.Join(ErrNoArchive, err)
	}
	if len(archive.File) > 2*MaxFiles { // folders are entries as well
		return nil, ErrTooMany
	}
	var files []File
	for _, e := range archive.File {
		name := nameOf(e)
		if strings.HasSuffix(name, "/") || !e.Mode().IsRegular() || strings.HasPrefix(name, "__MACOSX/") {
			continue
		}
		files = append(files, File{Name: name, Size: sizeOf(e), Read: func() ([]byte, error) { return unpack(e) }})
	}
	return files, nil
}

// nameOf returns the name of an entry. Windows in Chinese writes GBK and says nothing
// of it; old archivers divide folders by backslashes.
func nameOf(e *zip.File) string {
	name := e.Name
	if !utf8.ValidString(name) {
		if decoded, err := simplifiedchinese.GB18030.NewDecoder().String(name); err == nil {
			name = decoded
		}
	}
	return strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "./")
}

// sizeOf is what an entry says that it has, at most what no file may have.
func sizeOf(e *zip.File) int64 { return int64(min(e.UncompressedSize64, maxFile+1)) }

func unpack(e *zip.File) ([]byte, error) {
	if e.Flags&encrypted != 0 {
		return nil, errEncrypted
	}
	r, err := e.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(io.LimitReader(r, sizeOf(e)+1)) // one byte more than it says is seen
}

// Strip returns the files without the folder that all of them lie in, and its name; ""
// if there is none. Names that no tree takes do not count.
func Strip(files []File) (folder string, stripped []File) {
	for _, f := range files {
		if fs.ValidPath(f.Name) {
			top, rest, ok := strings.Cut(f.Name, "/")
			if !ok || folder != "" && top != folder {
				return "", files
			}
			f.Name, folder = rest, top
		}
		stripped = append(stripped, f)
	}
	return folder, stripped
}
