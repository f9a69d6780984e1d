package report

import "html/template"

// text is what a page shows or has in an attribute. It is printed as one line
// without anything that reorders or ends it, see Visible: whatever is not a
// constant of this package is a text.
type text string

func (t text) String() string { return Visible(string(t)) }

// htmlPage is what html/page.html shows.
type htmlPage struct {
	Lang                  string
	Day                   text
	Style                 template.CSS
	Script                template.JS
	StyleHash, ScriptHash string // as a Content-Security-Policy names them

	Header   htmlHeader
	Contents htmlContents
	Shown    text // what the script says about the filter
	Tasks    []htmlTask
	Ending   []htmlEnding
	Programs []htmlProgram
	Tables   []htmlTable
}

// htmlHeader says how things are, and what the report is about.
type htmlHeader struct {
	Look               string
	Verdict, Summary   text
	Shares             []htmlShare
	CheckedAt, Version text
	Lists              []text
}

// htmlShare is the part that hosts of a status have of a bar of 1000 units.
type htmlShare struct {
	Badge           htmlBadge
	Hosts, X, Width int
}

// htmlBadge is a few words with a look, for which the style has a colour and a
// sign, for those who see no colours. It has no look if it does not matter.
type htmlBadge struct{ Look, Label text }

// htmlContents leads to the parts of the report. There is a Fold where the mini
// programs are too many to be listed: the words to open it.
type htmlContents struct {
	Before, Programs, After []htmlEntry
	Fold                    text
}

type htmlEntry struct {
	ID    string
	Title text
	Rows  int
}

// htmlTask is a domain that somebody has to see to.
type htmlTask struct {
	Domain    text
	Badge     htmlBadge
	Severity  text
	Programs  text // names, divided by bars
	Boxes     text // titles, divided by bars
	Sentences []htmlSentence
	Who       text           // can do something about it
	Line      text           // of the filed list; "" where none is to be added
	Hosts     []htmlTaskHost // the first of them
	Folded    []htmlTaskHost
	More      text // how many are folded
}

type htmlSentence struct{ Message, Help text }

type htmlTaskHost struct {
	Name, About text
	Places      htmlPlaces
}

type htmlProgram struct {
	ID          string
	Name, AppID text
	Empty, Open bool
	Sections    []htmlSection
}

// htmlSection has the hosts of a box.
type htmlSection struct {
	Title text
	Copy  *htmlCopy // the entries of the console's box
	Hosts []htmlHost
}

type htmlHost struct {
	Name      text
	Platforms text // where it does not count for all of the mini program's
	Badge     htmlBadge
	Severity  text
	Filing    htmlFiling
	Declared  *htmlBadge // nil where there is no box
	Places    htmlPlaces
}

// htmlFiling is the filing that covers a host, with its place in the list.
type htmlFiling struct {
	Number, Entity, File text
	Line                 int
	URL                  string
}

type htmlPlaces struct {
	Places []htmlPlace
	More   text // how many are not listed
}

type htmlPlace struct {
	File         text
	Line, Column int
	Note         text
	URL          string // "" where it is not known
}

type htmlTable struct {
	ID           string
	Title, About text
	Findings     []htmlFinding
}

type htmlFinding struct {
	Status          text
	Badge           htmlBadge // of the severity
	Programs, Boxes text
	Message, Help   text
	Places          htmlPlaces
	Rule            text
}
