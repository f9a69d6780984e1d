package lint

import (
	"io/fs"

	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/filedlist"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/rule"
	"github.com/beianlint/beianlint/lint/suppress"
)

// Names that moved, until their users have followed.
type (
	Report      = Result
	Finding     = finding.Finding
	Severity    = finding.Severity
	Project     = app.App
	Host        = app.Host
	HostFiling  = app.Filing
	Declared    = app.Declared
	Box         = app.Box
	LeftOut     = app.LeftOut
	Change      = app.Change
	Rule        = rule.Rule
	Baseline    = suppress.Record
	ConfigError = config.Error
	ListError   = filedlist.Error
)

// Names that moved, until their users have followed.
const (
	Error        = finding.Error
	Warning      = finding.Warning
	Notice       = finding.Notice
	Off          = finding.Off
	NotKnown     = app.NotKnown
	FullyListed  = app.FullyListed
	PartlyListed = app.PartlyListed
	NotListed    = app.NotListed
)

// Names that moved, until their users have followed.
var (
	Rules     = rule.All
	ErrNoList = filedlist.ErrNone
)

// RuleByID moved to rule.ByID.
func RuleByID(id string) *rule.Rule { return rule.ByID(id) }

// Severities moved to finding.Severities.
func Severities() []finding.Severity { return finding.Severities() }

// IsData moved to filedlist.IsData.
func IsData(name string) bool { return filedlist.IsData(name) }

// Compare moved to app.Compare.
func Compare(a *app.App, saved *allowlist.Allowlist) []app.Change { return app.Compare(a, saved) }

// ReadAllowlist moved to config.ReadAllowlist.
func ReadAllowlist(fsys fs.FS, name string, main platform.ID) (*allowlist.Allowlist, error) {
	return config.ReadAllowlist(fsys, name, main)
}
