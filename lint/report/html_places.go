package report

import (
	"slices"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// maxPlaces is how many places of one host are listed together.
const maxPlaces = 8

// placesOf lists where a host is used or declared in one of the categories.
func (w *htmlWords) placesOf(host *indexedHost, categories []platform.Category) htmlPlaces {
	list := placeList{words: w}
	for _, u := range host.Uses {
		if slices.Contains(categories, u.Category) {
			note := text(u.API)
			if note == "" {
				note = w.say("html.place-literal")
			}
			list.add(u.Span, note)
		}
	}
	for _, d := range host.declarations {
		if overlap(d.Categories(), categories) {
			list.add(d.Span, w.say("html.place-declared"))
		}
	}
	return list.places(w.lang)
}

// placeList collects places, as many as are listed together.
type placeList struct {
	words *htmlWords
	list  []htmlPlace
	more  int
}

func (l *placeList) add(s source.Span, note text) {
	switch {
	case s.File == nil:
	case len(l.list) == maxPlaces:
		l.more++
	default:
		at := l.words.paths.place(s)
		l.list = append(l.list, htmlPlace{text(at.file), at.line, at.column, note, l.words.link(s.File.Name, at.line)})
	}
}

func (l *placeList) places(lang message.Lang) htmlPlaces {
	p := htmlPlaces{Places: l.list}
	if l.more > 0 {
		p.More = text(plural(lang, "report.more-places", l.more))
	}
	return p
}
