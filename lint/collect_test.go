package lint

import (
	"slices"
	"testing"

	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/source"
)

// One core follows the largest mini program that is left, the others the smallest; those of
// one size in the order in which they were found.
func TestSizesTake(t *testing.T) {
	var programs []*app.Tenant
	for _, size := range []int{2, 9, 4, 4, 0} {
		file := &miniprogram.File{File: &source.File{Bytes: make([]byte, size)}}
		programs = append(programs, &app.Tenant{Project: &miniprogram.Project{Files: []*miniprogram.File{file}}})
	}
	todo := newSizes(programs)
	var got []int
	for _, largest := range []bool{true, false, true, false, false} {
		i, ok := todo.take(largest)
		if !ok {
			t.Fatal("one is missing")
		}
		got = append(got, i)
	}
	if want := []int{1, 4, 2, 0, 3}; !slices.Equal(got, want) {
		t.Errorf("took %v, want %v", got, want)
	}
	for _, largest := range []bool{true, false} {
		if i, ok := todo.take(largest); ok {
			t.Errorf("took %d of none", i)
		}
	}
}
