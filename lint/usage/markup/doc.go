// Package markup finds what can hold a URL in markup: the attributes and the
// text of wxml and axml, and of the templates of single-file components, whose
// other blocks it tells apart.
//
// Every function takes the bytes of a whole file (or of one block of it) and
// gives byte offsets into them, half open and in the order of the source. None
// of them fails: on odd input they find less, never nothing, in time linear in
// the input. No function looks at what a value means.
package markup
