package flow

import "testing"

// A pattern that is wrong would only be found when it is asked.
func TestPatternsCompile(t *testing.T) {
	for _, p := range []*pattern{
		&base,
		&mediaFile,
		&mediaName,
		&merges,
		&pageParameter,
		&promisifies,
		&sends,
		&strongBase,
		&strongHolder,
		&styleVariable,
		&takes,
		&talks,
		&textKeys,
		&uploader,
	} {
		if p.compiled() == nil {
			t.Errorf("%s is not compiled", p.source)
		}
	}
}
