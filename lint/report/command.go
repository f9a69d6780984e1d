//go:build !js

package report

import (
	"io"

	"github.com/sethvargo/go-githubactions"
)

// issue writes one command; go-githubactions panics where it cannot.
func issue(w io.Writer, c *command) (err error) {
	defer recovered(&err)
	githubactions.New(githubactions.WithWriter(w)).IssueCommand(&githubactions.Command{
		Name: c.name, Message: c.message, Properties: c.properties,
	})
	return nil
}

// recovered turns a panic of go-githubactions into an error.
func recovered(err *error) {
	switch p := recover().(type) {
	case nil:
	case error:
		*err = p
	default:
		panic(p)
	}
}
