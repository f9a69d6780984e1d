// Package markup finds what can hold a URL in the files of a mini program that
// are not scripts: attributes and text of markup (wxml, axml, the templates of
// single-file components), url() and strings of styles, values of dotenv
// files, and the branches of uni-app's conditional compilation.
//
// Every function takes the bytes of a whole file (or of one block of it) and
// gives byte offsets into them, half open and in the order of the source. None
// of them fails: on odd input they find less, never nothing, in time linear in
// the input. No function looks at what a value means.
package markup
