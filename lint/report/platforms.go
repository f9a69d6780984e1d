package report

import (
	"strings"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

// Platforms returns the table of the platforms as Markdown: how far each is judged,
// which lists are held against what the code contacts, and by what its mini programs are
// told.
func Platforms(l message.Lang) string {
	var b strings.Builder
	row := func(cells ...string) { b.WriteString("| " + strings.Join(cells, " | ") + " |\n") }
	row(l.Message("platforms.name"), l.Message("platforms.degree"), l.Message("platforms.lists"), l.Message("platforms.marks"))
	row("---", "---", "---", "---")
	degrees := map[platform.Degree]message.ID{
		platform.Judged: "platforms.judged", platform.Listed: "platforms.listed", platform.Unjudged: "platforms.unjudged",
	}
	for _, p := range platform.Known() {
		row(p.Name.In(l), l.Message(degrees[p.Degree]), boxTitles(p, l), strings.Join(marksOf(p), ", "))
	}
	return b.String()
}

func boxTitles(p *platform.Platform, l message.Lang) string {
	var titles []string
	for i := range p.Boxes {
		titles = append(titles, p.Boxes[i].Title.ZH)
	}
	switch {
	case len(titles) > 0:
		return strings.Join(titles, message.Enumeration.In(l))
	case p.IsRead():
		return l.Message("platforms.no-lists")
	}
	return "–"
}

// marksOf returns the files by which projects of a platform are told, in code.
func marksOf(p *platform.Platform) (marks []string) {
	names := append([]string{p.Files.Markup}, p.Project.Files...)
	for _, name := range append(names, p.Project.Marks...) {
		if name != "" {
			marks = append(marks, "`"+name+"`")
		}
	}
	return marks
}
