package cli

// Files is where a run writes to, by fs names.
type Files interface {
	// Replace puts data in the place of a file's content, all of it or, on an
	// error, nothing. The folder must be there.
	Replace(name string, data []byte) error
	// Writable says whether Replace could write a file, and which one that
	// would be: links lead elsewhere.
	Writable(name string) (target string, err error)
	// Create makes a file, and the folders that it lies in. The error is
	// fs.ErrExist when something of that name is there.
	Create(name string, data []byte) error
}
