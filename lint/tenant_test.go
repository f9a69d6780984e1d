package lint_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/config"
)

func TestTooManyTenants(t *testing.T) {
	content := map[string]string{
		"r/app.json":        `{"pages": []}`,
		"r/.beianlint.json": `{"projects": [{"root": ".", "tenants": "t/*/ext.json"}]}`,
	}
	for i := range 1001 {
		content[fmt.Sprintf("r/t/%d/ext.json", i)] = "{}"
	}
	_, err := lint.Run(t.Context(), lint.Options{FS: files(content), Dirs: []string{"r"}, Now: day})
	var bad *config.Error
	if !errors.As(err, &bad) || bad.Problems[0].Message != "config.tenants-many" {
		t.Errorf("got %v, want config.tenants-many", err)
	}
}
