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

// TestKnownCalls has a line for each shape in which a client takes its address.
func TestKnownCalls(t *testing.T) {
	tests := []struct{ src, want string }{
		{"import mqtt from 'mqtt'; mqtt.connect({ protocol: 'wxs', host: 'a.example.com', port: 8084 })", "socket wss://a.example.com"},
		{"import mqtt from 'mqtt'; mqtt.connect({ protocol: 'wx', hostname: 'a.example.com' })", "socket ws://a.example.com"},
		{"import mqtt from 'mqtt'; mqtt.connect({ protocol: 'ws:', servers: [{ host: 'a.example.com', port: 80 }] })", "socket ws://a.example.com"},
		{"import { connect as c } from 'mqtt/dist/mqtt.min'; c('alis://a.example.com')", "socket wss://a.example.com"},
		{"var m = require('mqtt'); m.default.connect('wss://a.example.com')", "socket wss://a.example.com"},
		{"const mqtt = require('../utils/mqtt-4.2.1.min.js'); mqtt.connect('wss://a.example.com/mqtt')", "socket wss://a.example.com"},
		{"const mqtt = { connect: () => 0 }; mqtt.connect('topic/a')", ""},
		{"const { Client } = require('./paho-mqtt-min'); new Client('a.example.com', 443, '/mqtt', 'id')", "socket wss://a.example.com"},
		{"import Paho from 'paho-mqtt'; new Paho.MQTT.Client('ws://a.example.com/mqtt', 'id')", "socket ws://a.example.com"},
		{"import io from 'weapp.socket.io'; io('https://a.example.com')", "socket wss://a.example.com"},
		{"import io from 'socket.io-mp-client'; io('https://a.example.com?id=' + x)", "socket wss://a.example.com"},
		{"import io from '@made-up/wxmp-socket.io-client'; io.connect('https://a.example.com')", "socket wss://a.example.com"},
		{"import io from 'socket.io-mp-parser'; io('https://a.example.com')", "unknown https://a.example.com"},
		{"import Echo from 'laravel-echo'; import io from './weapp.socket.io'; new Echo({ client: io, broadcaster: 'socket.io', host: 'https://a.example.com' })", "socket wss://a.example.com"},
		{"import Echo from 'laravel-echo'; new Echo({ broadcaster: 'reverb', wsHost: 'a.example.com' })", "socket wss://a.example.com"},
		{"const io = require('../lib/weapp.socket.io.js'); io.connect('http://a.example.com')", "socket ws://a.example.com"},
		{"import { Client } from '@stomp/stompjs'; const c = new Client(); c.configure({ brokerURL: 'wss://a.example.com/ws' })", "socket wss://a.example.com"},
		{"import { Client } from '@stomp/stompjs'; const c = new Client(); c.brokerURL = 'wss://a.example.com/ws'", "socket wss://a.example.com"},
		{"Stomp.client('wss://a.example.com/ws')", "socket wss://a.example.com"},
		{"import * as S from 'sentry-miniapp'; S.init({ dsn: 'https://k@a.example.com/1' })", "request https://a.example.com"},
		{"const S = require('./sentry-miniapp.wx.min.js'); S.init({ dsn: 'https://k@a.example.com/1' })", "request https://a.example.com"},
		{"Raven.config('https://k@a.example.com/1', {}).install()", "request https://a.example.com"},
		{"import C from 'apollo-boost'; new C({ uri: 'https://a.example.com/graphql' })", "request https://a.example.com"},
		{"const AV = require('./av-core-min.js'); AV.init({ serverURLs: { api: 'https://a.example.com' } })", "request https://a.example.com"},
		{"AV.init({ serverURL: 'https://a.example.com' })", "request https://a.example.com"},
		{"import P from 'parse/weapp'; P.serverURL = 'https://a.example.com/parse'", "request https://a.example.com"},
		{"const o = {}; o.serverURL = 'https://a.example.com/parse'", ""},
		{"import { createClient } from '../lib/supabase.js'; createClient('https://a.example.com', 'key')", "request https://a.example.com"},
		{"uniCloud.init({ provider: 'aliyun', endpoint: 'https://a.example.com' })", "request https://a.example.com"},
	}
	for _, test := range tests {
		var got string
		for _, u := range collect("-- app.json --\n{\"pages\": [\"a\"]}\n-- a.js --\n" + test.src).Uses {
			got = string(u.Category) + " " + u.Endpoint.Scheme + "://" + u.Endpoint.Host
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.src, got, test.want)
		}
	}
}
