package allowlist

import (
	"testing"

	"github.com/beianlint/beianlint/lint/platform"
)

// Platforms may share a key: the first says what it means.
func TestSharedKey(t *testing.T) {
	v := &vocabulary{boxes: map[string]box{}, refused: map[string]platform.ID{}, sections: map[string]platform.ID{}}
	v.learn(&platform.Platform{ID: "a", Lists: platform.Lists{Keys: []platform.ListKey{{Key: "requestdomain", Category: platform.Request}}}})
	v.learn(&platform.Platform{ID: "b", Lists: platform.Lists{Keys: []platform.ListKey{
		{Key: "requestdomain", Category: platform.Socket, Own: true}, {Key: "own", Category: platform.Upload, Own: true},
	}}})
	if got := v.boxes["requestdomain"]; got.category != platform.Request || got.platform != "" {
		t.Errorf("the shared key: %+v", got)
	}
	if got := v.boxes["own"]; got.category != platform.Upload || got.platform != "b" {
		t.Errorf("the own key: %+v", got)
	}
}

func TestSections(t *testing.T) {
	for name, want := range map[string]platform.ID{
		"mp-weixin": platform.WeChat, "weixin": platform.WeChat, "WeChat": platform.WeChat,
		"mp-alipay": platform.Alipay, "alipay": platform.Alipay, "mp-qq": "", "data": "",
	} {
		if got := keys(platform.WeChat).sections[fold(name)]; got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
