// Package machine is the machine that beianlint runs on: its file system, git
// and its terminal. Package cli knows them as interfaces and functions, which
// tests replace.
package machine
