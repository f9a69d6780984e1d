package platform

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSDKByImport(t *testing.T) {
	tests := []struct {
		spec string
		want []string // hosts
		ok   bool
	}{
		{"../../libs/qqmap-wx-jssdk.min.js", []string{"apis.map.qq.com"}, true},
		{"umtrack-wx", []string{"umini.shujupie.com"}, true},
		{"./amap-wx.130.js", []string{"restapi.amap.com"}, true},
		{"cos-wx-sdk-v5", nil, true},
		{"../utils/qiniuUploader", nil, true},
		{"./utils/request", nil, false},
		{"lodash", nil, false},
	}
	for _, tt := range tests {
		_, hosts, ok := SDKByImport(tt.spec)
		var got []string
		for _, h := range hosts {
			got = append(got, h.Host)
		}
		if ok != tt.ok || !cmp.Equal(tt.want, got) {
			t.Errorf("SDKByImport(%q) = %v, %v; want %v, %v", tt.spec, got, ok, tt.want, tt.ok)
		}
	}
}

// TestSDKMarks checks that every mark leads to an SDK of the table.
func TestSDKMarks(t *testing.T) {
	for _, m := range sdkMarks {
		if len(hostsOf(m.sdk)) == 0 {
			t.Errorf("%s: no host of %s", m.name, m.sdk.EN)
		}
		if m.source == "" {
			t.Errorf("%s: no source", m.name)
		}
	}
	if len(UniStatistics()) != 2 {
		t.Errorf("uni statistics: %v", UniStatistics())
	}
}
