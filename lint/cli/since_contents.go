package cli

import (
	"bufio"
	"cmp"
	"errors"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint/change"
)

// Bounds of what is read of a revision. A file beyond them is taken as it is today.
const (
	maxEarlierFile = 16 << 20
	maxEarlier     = 256 << 20
	shownAtOnce    = 200 // files, which keeps the command line short everywhere
)

// storedFile is a file of a revision as git knows it.
type storedFile struct {
	id   string
	size int64
	name string // fs name
}

// contents reads what files of the repository were at a commit. No filter of the
// configuration is run.
func (g *gitFolder) contents(commit string, old []change.Old, into map[string][]byte) error {
	wanted := map[string]bool{}
	for _, o := range old {
		if o.Root == g.root {
			wanted[o.Name] = true
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	var blobs []storedFile
	left := int64(maxEarlier)
	err := g.run(func(out io.Reader) error {
		return eachEntry(out, func(b storedFile) {
			b.name = path.Join(g.root, b.name)
			if wanted[b.name] && b.size <= min(maxEarlierFile, left) {
				left -= b.size
				blobs = append(blobs, b)
			}
		})
	}, "ls-tree", "-r", "-z", "-l", commit)
	for part := range slices.Chunk(blobs, shownAtOnce) {
		err = cmp.Or(err, g.show(part, into))
	}
	return err
}

// show reads the content of blobs, which git prints one after the other.
func (g *gitFolder) show(blobs []storedFile, into map[string][]byte) error {
	args := []string{"show", "--no-textconv", "--no-color", "--format="}
	for _, b := range blobs {
		args = append(args, b.id)
	}
	return g.run(func(out io.Reader) error {
		for _, b := range blobs {
			data := make([]byte, b.size)
			if _, err := io.ReadFull(out, data); err != nil {
				return err
			}
			into[b.name] = data
		}
		return nil
	}, args...)
}

// eachEntry reads what git ls-tree prints with -z and -l: "mode type id size\tname".
func eachEntry(out io.Reader, yield func(storedFile)) error {
	in := bufio.NewReaderSize(out, 64<<10)
	for {
		entry, err := in.ReadString(0)
		head, name, ok := strings.Cut(strings.TrimSuffix(entry, "\x00"), "\t")
		if fields := strings.Fields(head); ok && len(fields) == 4 && fields[1] == "blob" {
			if size, bad := strconv.ParseInt(fields[3], 10, 64); bad == nil {
				yield(storedFile{fields[2], size, name})
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
