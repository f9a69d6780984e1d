package miniprogram

import "testing"

func TestVue(t *testing.T) {
	for _, tt := range []struct{ manifest, pkg, want string }{
		{`"vueVersion":"3"`, ``, "3"},
		{`"vueVersion":2`, `"dependencies":{"vue":"^3.0.0"}`, ""}, // one of them is left behind
		{``, `"dependencies":{"vue":"^3.0.0"}`, ""},
		{`"vueVersion":"4"`, ``, ""},
		{``, ``, ""},
		{``, `"devDependencies":{"@dcloudio/vite-plugin-uni":"3.0.0"}`, "3"},
		{`"vueVersion":"2"`, `"dependencies":{"vue":"^3.4.21"},"devDependencies":{"@dcloudio/vite-plugin-uni":"3.0.0"}`, ""},
		{`"vueVersion":"3"`, `"dependencies":{"vue":"~3.4.21"},"devDependencies":{"@dcloudio/vite-plugin-uni":"3.0.0"}`, "3"},
		{``, `"dependencies":{"vue":"next"},"devDependencies":{"@dcloudio/vue-cli-plugin-uni":"next"}`, ""},
		{``, `"dependencies":{"vue":"^2.6.11"},"devDependencies":{"@dcloudio/vue-cli-plugin-uni":"^2.0.0"}`, "2"},
	} {
		r := load(t, tree("r/package.json={"+tt.pkg+"}", `r/src/pages.json={"pages":[]}`, "r/src/manifest.json={"+tt.manifest+"}", "r/src/App.vue"), Options{Dir: "."})
		if len(r.Projects) != 1 || r.Projects[0].Vue != tt.want {
			t.Errorf("%s %s: %d projects, %q", tt.manifest, tt.pkg, len(r.Projects), r.Projects[0].Vue)
		}
	}
}
