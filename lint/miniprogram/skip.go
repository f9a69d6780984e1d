package miniprogram

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"sync"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// Why something was left out: ids of package message.
const (
	skipGit        message.ID = "report.skip-git"
	skipModules    message.ID = "report.skip-node-modules"
	skipHidden     message.ID = "report.skip-hidden"
	skipIgnored    message.ID = "report.skip-git-ignored"
	skipExcluded   message.ID = "report.skip-excluded"
	skipCloud      message.ID = "report.skip-cloud-functions"
	skipUnpacked   message.ID = "report.skip-not-packed"
	skipOutput     message.ID = "report.skip-build-output"
	skipSuperseded message.ID = "report.skip-superseded"
	skipCompiled   message.ID = "report.skip-compiled"
	skipTest       message.ID = "report.skip-test"
	skipTypes      message.ID = "report.skip-types"
	skipTool       message.ID = "report.skip-tool"
	skipOtherFile  message.ID = "report.skip-other-platform-file"
	skipPlatform   message.ID = "report.skip-other-platform"
	skipUnselected message.ID = "report.skip-platform-not-selected"
	skipLink       message.ID = "report.skip-link"
	skipLinkOut    message.ID = "report.skip-link-outside"
	skipLinkTwice  message.ID = "report.skip-link-twice"
	skipIrregular  message.ID = "report.skip-irregular"
	skipBinary     message.ID = "report.skip-binary"
	skipUnlisted   message.ID = "report.skip-unlisted"
	skipUncompiled message.ID = "report.skip-uncompiled"
	skipTooLarge   message.ID = "report.skip-too-large"
	skipUnreadable message.ID = "report.skip-unreadable"
	skipOutside    message.ID = "report.skip-outside"
	skipAbsent     message.ID = "report.skip-absent"
)

// Why something that ships was not read, where only its reader can tell.
const (
	UnreadLanguage message.ID = "report.skip-language"
	UnreadMissing  message.ID = "report.skip-missing"
)

// notes gathers what was left out and what was wrong. It may be written to
// concurrently; what is read from it is sorted.
type notes struct {
	mu    sync.Mutex
	skips map[Skip]int // by Name and Reason
	found []*source.Problem
	held  map[string]Held // by all that it says
}

func (n *notes) skip(name string, reason message.ID) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.skips == nil {
		n.skips = map[Skip]int{}
	}
	n.skips[Skip{Name: name, Reason: reason}]++
}

// hold notes what is read although something says to leave it out.
func (n *notes) hold(name string, reason message.ID, at source.Span) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.held == nil {
		n.held = map[string]Held{}
	}
	n.held[name+"\x00"+string(reason)+"\x00"+at.FileName()+strconv.Itoa(at.Start)] = Held{name, reason, at}
}

func (n *notes) allHeld() (all []Held) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, key := range slices.Sorted(maps.Keys(n.held)) {
		all = append(all, n.held[key])
	}
	return all
}

func (n *notes) problem(p ...*source.Problem) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.found = append(n.found, p...)
}

func (n *notes) sorted() []Skip {
	var skips []Skip
	for s, count := range n.skips {
		s.Count = count
		skips = append(skips, s)
	}
	slices.SortStableFunc(skips, func(a, b Skip) int {
		return cmp.Or(comparePaths(a.Name, b.Name), cmp.Compare(a.Reason, b.Reason))
	})
	return skips
}

// problems returns every problem once, however many mini programs share its file.
func (n *notes) problems() []*source.Problem {
	slices.SortStableFunc(n.found, compareProblems)
	return slices.CompactFunc(n.found, func(a, b *source.Problem) bool { return compareProblems(a, b) == 0 })
}

func compareProblems(a, b *source.Problem) int {
	return cmp.Or(
		comparePaths(a.Span.File.Name, b.Span.File.Name),
		cmp.Compare(a.Span.Start, b.Span.Start),
		cmp.Compare(a.Message, b.Message),
	)
}

// comparePaths orders names as a walk meets them: a folder's content directly
// after the folder, so that "a/b" comes before "a-b".
func comparePaths(a, b string) int {
	for i := range min(len(a), len(b)) {
		if a[i] == b[i] {
			continue
		}
		switch byte('/') {
		case a[i]:
			return -1
		case b[i]:
			return 1
		}
		return cmp.Compare(a[i], b[i])
	}
	return cmp.Compare(len(a), len(b))
}
