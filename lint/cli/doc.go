// Package cli is the front door: arguments, GitHub Action inputs and the
// environment become one lint.Options; a report and an exit code come back.
// It is the only package that knows the machine: file system, clock,
// environment and randomness enter through Env.
package cli
