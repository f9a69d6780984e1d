// Package filing reads the filed list, the team's record of which domains have
// an ICP filing (ICP备案), and answers which filing covers a host.
//
// Read recognises the format from the content: the text format of
// filed-domains.txt, CSV with a header, JSON (an array, or the reply of a query),
// an Excel workbook. A format only cuts the file into records; what a record
// says is decided in one place, interpret, but for the plainest lines of a text
// list, which plainLine reads at once and alike. A list keeps 16 bytes of those, 36
// of any other entry (44 of one with a day of which it speaks), and the bytes of
// the file; a Filing is made when it is asked for, by reading its record again.
//
// Rows yields what a file says row by row, with what does not count and why;
// Merge puts rows into a list in the text format.
package filing
