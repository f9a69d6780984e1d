package cli

// GitError is what a Git returns when git complains.
func GitError(text string) error { return &gitError{1, text} }
