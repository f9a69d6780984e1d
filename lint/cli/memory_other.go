//go:build !linux

package cli

func growInLargePages() {} // nobody to be asked
