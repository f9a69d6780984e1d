// Package cli is the front door: arguments, GitHub Action inputs and the
// environment become one value of options; a report and an exit code come back.
// It takes the machine (file system, git, clock, environment and randomness) from
// Env; package machine is what that is made of in earnest.
package cli
