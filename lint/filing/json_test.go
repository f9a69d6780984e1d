package filing_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The shapes that look-up APIs and scripts give.
func TestJSONShapes(t *testing.T) {
	const n = `"京ICP备12345678号-1"`
	filed := func(at string) string { return at + " example.com 京ICP备12345678号-1 filed\n" }
	for name, c := range map[string]struct{ text, want string }{
		"one record":        {`{"code":1,"domain":"example.com","icp":` + n + `}`, filed("1:20")},
		"that is not filed": {`{"code":1,"domain":"example.com","icp":""}`, "1:20 example.com  the record has no filing number\n"},
		"in words":          {`{"code":1,"domain":"example.com","icp":"未备案"}`, "1:20 example.com  its row says that it is not filed (“未备案”)\n"},
		"chinaz":            {`{"StateCode":1,"Result":{"Domain":"example.com","SiteLicense":` + n + `,"MainPage":"www.example.net"}}`, filed("1:35")},
		"the domain around": {`{"domain":"example.com","data":{"icp":` + n + `,"name":"张三"}}`, filed("1:11")},
		"pages":             {`{"pages":[{"list":[{"domain":"example.com","icp":` + n + `}]},{"list":[]}]}`, filed("1:30")},
		"pages of replies":  {`[{"code":200,"params":{"list":[{"domain":"example.com","icp":` + n + `}]}}]`, filed("1:42")},
		"deep, other keys":  {`{"a":{"b":[{"c":{"rows":[{"站点":"example.com","许可":` + n + `}]}}]}}`, filed("1:32")},
		"other keys":        {`[{"目标地":"example.com","编号":` + n + `,"mail":"a@example.net","ip":"203.0.113.7"}]`, filed("1:9")},
		"two domains":       {`[{"a":"example.com","b":"example.net","编号":` + n + `}]`, "1:2  京ICP备12345678号-1 the record names no domain\n"},
		"by domain":         {`{"example.com":` + n + `,"example.net":"未备案"}`, filed("1:2") + "1:35 example.net  its row says that it is not filed (“未备案”)\n"},
		"objects by domain": {`{"data":{"example.com":{"icp":` + n + `,"status":"已备案"},"example.net":{"icp":null}}}`, filed("1:10") + "1:66 example.net  the record has no filing number\n"},
		"a status around":   {`{"status":"已注销","list":[{"domain":"example.com","icp":` + n + `}]}`, "1:35 example.com 京ICP备12345678号-1 the filing was cancelled (“已注销”)\n"},
		"the query's":       {`{"status":200,"list":[{"domain":"example.com","icp":` + n + `}]}`, filed("1:33")},
		"the same key":      {`[{"domain":"example.com","icp":` + n + `,"status":"已备案","status":"已注销"}]`, "1:12 example.com 京ICP备12345678号-1 the filing was cancelled (“已注销”)\n"},
		"two numbers":       {`[{"domain":"example.com","icp":` + n + `,"icp":"京ICP备87654321号-1"}]`, "1:12 example.com 京ICP备12345678号-1 its record has a duplicate key\n"},
		"two domain keys":   {`[{"domain":"example.com","domain":"example.net","icp":` + n + `}]`, "1:12 example.com 京ICP备12345678号-1 its record has a duplicate key\n1:35 example.net 京ICP备12345678号-1 its record has a duplicate key\n"},
		"a filing within":   {`{"domain":"example.com","icp":{"number":` + n + `,"status":"已备案"},"police":{"status":"未备案"}}`, filed("1:11")},
		"revoked within":    {`[{"domain":"example.com","icpInfo":{"icp":` + n + `,"status":"已注销"}}]`, "1:12 example.com 京ICP备12345678号-1 the filing was cancelled (“已注销”)\n"},
		"an IP address":     {`[{"domain":"0.0.0.0/x","icp":` + n + `}]`, "1:12  京ICP备12345678号-1 list.local-address\n"},
		"failed":            {`{"code":101,"message":"x"}`, "1:1 list.json-failed \"{\"\n"},
		"something else":    {`{"code":200,"name":"张三"}`, "1:1 list.json-shape \"{\"\n"},
		"a package":         {`{"name":"x","homepage":"https://example.com/"}`, "1:1 list.json-shape \"{\"\n"},
	} {
		if diff := cmp.Diff(c.want, told(t, c.text)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", name, diff)
		}
	}
}
