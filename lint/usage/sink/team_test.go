package sink

import (
	"testing"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// TestTeamCalls: which calls are meant by the name of one, and what they contact.
func TestTeamCalls(t *testing.T) {
	tests := []struct {
		row       model.TeamCall
		src, want string
	}{
		{model.TeamCall{Call: "a.send"}, "a.send('https://a.example.com')", "request a.example.com"},
		{model.TeamCall{Call: "a.send"}, "b.a.send('https://a.example.com')", "request a.example.com"},
		{model.TeamCall{Call: "a.send"}, "getApp().a.send('https://a.example.com')", "request a.example.com"},
		{model.TeamCall{Call: "getApp.a.send"}, "getApp().a.send('https://a.example.com')", "request a.example.com"},
		{model.TeamCall{Call: "a.send"}, "a['send']('https://a.example.com')", "request a.example.com"},
		{model.TeamCall{Call: "a.send"}, "a.send.call(a, 'https://a.example.com')", "request a.example.com"},
		{model.TeamCall{Call: "a.send"}, "a.send(...['https://a.example.com'])", "request a.example.com"},
		{model.TeamCall{Call: "a.send"}, "aa.send('/v1')", ""},
		{model.TeamCall{Call: "a.send"}, "a.send(x)", "request *"},
		{model.TeamCall{Call: "a.send"}, "a.send()", ""},
		{model.TeamCall{Call: "a.send"}, "function unused() { a.send(x) }", ""},
		{model.TeamCall{Call: "a.send"}, "const { send } = a; send('https://a.example.com')", "request a.example.com"},
		{model.TeamCall{Call: "a.send"}, "const { send: s } = a; s('https://a.example.com')", "request a.example.com"},
		{model.TeamCall{Call: "a.send"}, "const c = a; c.send('https://a.example.com')", "request a.example.com"},
		{model.TeamCall{Call: "a.send"}, "const { a: { send: s } } = require('x'); s('https://a.example.com')", "request a.example.com"},
		{model.TeamCall{Call: "send"}, "send('https://a.example.com')", "request a.example.com"},
		{model.TeamCall{Call: "send"}, "log.send('/v1')", ""},
		{model.TeamCall{Call: "send"}, "import { send as s } from 'x'; s('https://a.example.com')", "request a.example.com"},
		{model.TeamCall{Call: "@x/http.send"}, "import { send as s } from '@x/http'; s('https://a.example.com')", "request a.example.com"},
		{model.TeamCall{Call: "@x/http.send"}, "import http from '@x/http'; http.send('https://a.example.com')", "request a.example.com"},
		{model.TeamCall{Call: "@x/http.send"}, "import * as http from '@x/http'; http.send('https://a.example.com')", "request a.example.com"},
		{model.TeamCall{Call: "@x/http.send"}, "require('@x/http').send('https://a.example.com')", "request a.example.com"},
		{model.TeamCall{Call: "@x/http"}, "import http from '@x/http'; http('https://a.example.com')", "request a.example.com"},
		{model.TeamCall{Call: "utils/http.send"}, "import { send } from '../utils/http.js'; send('https://a.example.com')", "request a.example.com"},
		{model.TeamCall{Call: "this.$http.get"}, "Page({ onLoad() { const that = this; that.$http.get('https://a.example.com') } })", "request a.example.com"},
		{model.TeamCall{Call: "Http", Option: "base.url"}, "new Http({ base: { url: 'https://a.example.com' } })", "request a.example.com"},
		{model.TeamCall{Call: "a.init", Option: "of[].url"}, "a.init({ of: [{ url: 'https://a.example.com' }] })", "request a.example.com"},
		{model.TeamCall{Call: "a.open", Argument: 1, Category: platform.Socket}, "a.open(x, 'wss://a.example.com')", "socket a.example.com"},
		{model.TeamCall{Call: "a.open", Category: platform.UDP}, "a.open('a.example.com')", "udp a.example.com"},
		{model.TeamCall{Call: "a.open"}, "a.open('a.example.com')", ""},
	}
	for _, test := range tests {
		if test.row.Category == "" {
			test.row.Category = platform.Request
		}
		if got := contacts("-- app.json --\n{\"pages\": [\"a\"]}\n-- a.js --\n"+test.src, test.row); got != test.want {
			t.Errorf("%s in %s: %s, want %s", test.row.Call, test.src, got, test.want)
		}
	}
}

// TestTeamCalled: the rows that some call matched are told.
func TestTeamCalled(t *testing.T) {
	found := collect("-- app.json --\n{\"pages\": [\"a\"]}\n-- a.js --\nb.send()\n", model.TeamCall{Call: "a.send"}, model.TeamCall{Call: "b.send"})
	if found.Called[0] || !found.Called[1] {
		t.Errorf("called: %v", found.Called)
	}
}
