// Package jsonc reads JSON as people write it in config files: with comments, a
// byte order mark and trailing commas. Every value knows its place in the file.
//
// gjson finds the values. It accepts almost anything and would read a list out
// of a comment, so that a text reaches it only after comments are blanked and
// encoding/json has called it valid. No path language is used: keys are
// compared as they are, and of two equal keys the last one counts, as in
// JavaScript's JSON.parse.
package jsonc
