// Package report writes what a run found: for people (text, a table of hosts, a
// step summary in Markdown, a page of HTML), for machines (two stable JSON
// contracts) and for GitHub (annotations). One file a format. Nothing here
// decides what is wrong.
//
// Names of files, source lines, hosts and values come from whoever wrote the
// mini program, which may be a stranger's pull request: whatever goes to a
// terminal or a build log passes through visible.go first.
package report
