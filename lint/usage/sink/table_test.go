package sink

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
	"github.com/beianlint/beianlint/lint/usage/usagetest"
)

// contacts writes what a mini program contacts: "category host" for a call,
// with "?" behind a literal; "category *" for a call whose host is not known.
func contacts(files string, rows ...model.TeamCall) string {
	found := collect(files, rows...)
	var out []string
	for _, u := range found.Uses {
		line := fmt.Sprintf("%s %s", u.Category, u.Endpoint.Host)
		if u.Certainty == Literal {
			line += "?"
		}
		out = append(out, line)
	}
	for _, u := range found.Dynamic {
		out = append(out, fmt.Sprintf("%s *", u.Category))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// TestContexts has addresses that a function makes of what it is given: those that only
// calls give which do not get there are none, whoever else calls the function.
func TestContexts(t *testing.T) {
	const (
		make  = "const base = 'https://' + id + '.' + d; wx.request({ url: y }); return { base } } const d = 'example.com'; unknown.x(at); "
		made  = "unknown a.example.com?"
		known = "const base = 'https://' + id + '.' + d; wx.request({ url: y }); return { base } } const d = 'example.com'; "
	)
	tests := []struct{ src, want string }{
		{"function at(id) { if (id === 'a') return {}; " + make + "unknown.send(at('a'))", ""},
		{"function at(id) { if (id === 'b') return {}; " + make + "unknown.send(at('a'))", made},
		{"function at(id) { if (id === 'a') return {}; " + make + "unknown.send(at('a'), at('b'))", "unknown b.example.com?"},
		{"function at(id) { if (typeof id === 'string') return {}; " + make + "unknown.send(at('a'))", ""},
		{"const own = s => s.slice(-1) !== 'b'; function at(id) { if (own(id)) return {}; " + make + "unknown.send(at('a'))", ""},
		{"const own = s => s.slice(-1) === 'b'; function at(id) { if (own(id)) return {}; " + make + "unknown.send(at('a'))", made},
		// through more calls, and one that calls itself
		{"function start(o) { return at(o.id) } unknown.y(start); function at(id) { if (id === 'a') return {}; " + make + "unknown.send(start({ id: 'a' }))", ""},
		{"function start(o) { return at(o.id) } unknown.y(start); function at(id) { if (id === 'b') return {}; " + make + "unknown.send(start({ id: 'a' }))", made},
		{"function start(o) { if (o.x) return start({ id: o.x }); var id = o.id; return at(id) } unknown.y(start); function at(id) { if (id === 'a') return {}; " + make + "unknown.send(start({ x: 'a' }))", ""},
		{"function start(o) { if (o.x) return start({ id: o.x }); var id = o.id; return at(id) } unknown.y(start); function at(id) { if (id === 'b') return {}; " + make + "unknown.send(start({ x: 'a' }))", made},
		// what another argument decides may be otherwise in a call that is not known
		{"function at(id, own) { if (own) return {}; " + make + "unknown.send(at('a', true))", made},
		{"function at(id, own) { if (!own) return {}; " + make + "unknown.send(at('a'))", made},
		{"function at(id, o) { if (o) return {}; " + make + "unknown.send(at('a', {}))", made},
		{"function at(id, s) { if (s === 'a') return {}; " + make + "unknown.send(at('a', 'a'))", made},
		{"function at(id) { if (arguments.length === 1) return {}; " + make + "unknown.send(at('a'))", made},
		{"function at(id, own) { if (own) return {}; " + known + "unknown.send(at('a', true), at('b', false))", "unknown b.example.com?"},
	}
	for _, test := range tests {
		want := strings.TrimSuffix("request *, "+test.want, ", ")
		if got := contacts("-- app.json --\n{\"pages\": [\"p\"]}\n-- p.js --\n" + test.src); got != want {
			t.Errorf("%s\n got %s\nwant %s", test.src, got, want)
		}
	}
}

// TestContacts has a line for each way to contact something.
func TestContacts(t *testing.T) {
	tests := []struct{ src, want string }{
		// the platform's APIs
		{"wx.request({ url: 'https://a.example.com/b' })", "request a.example.com"},
		{"my.request({ url: 'https://a.example.com/b' })", "request a.example.com"},
		{"wx.request('https://a.example.com/b')", "request a.example.com"},
		{"wx.uploadFile({ url: 'https://a.example.com' })", "upload a.example.com"},
		{"wx.downloadFile({ url: 'https://a.example.com' })", "download a.example.com"},
		{"wx.connectSocket({ url: 'wss://a.example.com' })", "socket a.example.com"},
		{"const u = 'wxs://a.example.org', s = u.slice(0, 3), h = u.slice(6); wx.connectSocket({ url: 'wss://' + h + s })", "socket a.example.org"},
		{"const u = 'wxs://a.example.org', h = u.slice(6); wx.connectSocket({ url: 'wss://' + h + h })", "socket a.example.org"},
		{"const u = 'wxs://a.example.org', h = u.slice(6), [s, p] = u.split('://'); wx.connectSocket({ url: 'wss://' + h + [s, p][x] })", "socket a.example.org"},
		{"const u = 'wxs://a.example.com:80/b', h = u.slice(6, 19), p = u.slice(19); wx.connectSocket({ url: 'wss://' + h + p })", "socket a.example.com"},
		{"const u = 'wxs://a.example.com', h = u.slice(6); wx.connectSocket({ url: 'wss://' + h + '.cn' })", "socket a.example.com.cn"},
		{"const u = 'wxs://a-test.example.com', [h, p] = u.slice(6).split('-test'); wx.connectSocket({ url: 'wss://' + h + p })", "socket a.example.com"},
		{"const u = 'example.com a.', [h, p] = u.split(' '); wx.connectSocket({ url: 'wss://' + p + h })", "socket a.example.com"},
		{"const u = 'wxs://b.example.com/a.', h = u.slice(8, 19), p = u.slice(20); wx.connectSocket({ url: 'wss://' + p + h })", "socket a.example.com"},
		{"const u = wx.createUDPSocket(); u.send({ address: 'a.example.com' })", "udp a.example.com"},
		{"const { request } = wx; request({ url: 'https://a.example.com' })", "request a.example.com"},
		{"const send = wx.request; send({ url: 'https://a.example.com' })", "request a.example.com"},
		{"wx['request']({ url: 'https://a.example.com' })", "request a.example.com"},
		{"promisify(wx.request)({ url: 'https://a.example.com' })", "request a.example.com"},
		{"const o = { trim(url) { wx.request({ url }) } }; o.trim('https://a.example.com')", "request a.example.com"},
		{"class C { join(url) { wx.request({ url }) } }; new C().join('https://a.example.com')", "request a.example.com"},
		{"const o = {}; o.slice = url => wx.request({ url }); o.slice('https://a.example.com')", "request a.example.com"},
		{"const o = {}; ['indexOf', 'search'].forEach(k => { o[k] = url => wx.request({ url }) }); o.search('https://a.example.com')", "request a.example.com"},
		{"const o = {}; Object.defineProperty(o, 'split', { value: url => wx.request({ url }) }); o.split('https://a.example.com')", "request a.example.com"},
		{"const o = {}; o[k] = url => wx.request({ url }); text.indexOf('https://a.example.com')", "request *"},
		{"import axios from 'axios'; axios.get(x).data.indexOf('https://a.example.com')", ""},
		{"import axios from 'axios'; const c = axios.create(); c.load('https://a.example.com')", "request a.example.com"},
		{"wx.request.call(wx, { url: 'https://a.example.com' })", "request a.example.com"},
		{"wx.request.apply(wx, [{ url: 'https://a.example.com' }])", "request a.example.com"},
		{"function f() { wx.request.apply(wx, arguments) } f({ url: 'https://a.example.com' })", "request a.example.com"},
		{"function f(...list) { wx.request(...list) } f({ url: 'https://a.example.com' })", "request a.example.com"},
		{"const p = {}; promisifyAll(wx, p); p.request({ url: 'https://a.example.com' })", "request a.example.com"},
		{"const native = typeof my === 'object' ? my : wx; native.request({ url: 'https://a.example.com' })", "request a.example.com"},
		{"tt.request({ url: 'https://a.example.com' })", "request a.example.com"},
		{"wx.request({ url: x })", "request *"},
		{"wx.request({ url: 'https://' + x })", "request *"},
		{"wx.getImageInfo({ src: x })", ""},
		{"function unused() { wx.request({ url: x }) }", ""},
		{"function used() { wx.request({ url: x }) } used()", "request *"},
		{"function handed() { wx.request({ url: x }) } other(handed)", "request *"},
		{"function wrap(send) { send({ url: x }) } wrap(wx.request)", ""},
		{"const a = wx.getBackgroundAudioManager(); a.src = 'https://a.example.com/b.mp3'", "media a.example.com"},
		{"x.a.downloadFile({ url: 'https://a.example.com/b.png' })", "download a.example.com?"},
		{"x.a.request({ url: 'https://a.example.com/b.gif' })", "request a.example.com?"},
		{"x.a.httpGet({ url: 'https://a.example.com/b.png' })", ""},

		// engines
		{"cc.assetManager.loadBundle('https://a.example.com/b')", "download a.example.com"},
		{"cc.assetManager.init({ server: 'https://a.example.com/' })", "download a.example.com"},
		{"RES.loadConfig('default.res.json', 'https://a.example.com/b/')", "download a.example.com"},
		{"RES.getResByUrl('https://a.example.com/n', f, this, RES.ResourceItem.TYPE_JSON); RES.getResByUrl('https://b.example.com/c.png', f, this, 'image')", "media b.example.com, request a.example.com"},
		{"RES.getResByUrl('https://a.example.com/b.png', f, this); RES.getResByUrl('https://b.example.com/c', f)", "media a.example.com, request b.example.com"},
		{"const r = new egret.HttpRequest(); r.open('https://a.example.com/b', egret.HttpMethod.GET)", "request a.example.com"},
		{"new egret.URLLoader().load(new egret.URLRequest('https://a.example.com/b'))", "request a.example.com"},
		{"const r = new egret.URLRequest(); r.url = 'https://a.example.com/b'", "request a.example.com"},
		{"class C { constructor() { this.s = new egret.WebSocket() } open() { this.s.connect('a.example.com', 80) } }; new C().open()", "socket a.example.com"},
		{"const s = new egret.WebSocket(); s.connectByUrl('wss://a.example.com/b')", "socket a.example.com"},
		{"class C { constructor() { this.s = new egret.WebSocket() } }; other.s.connect('a.example.com', 80)", ""},
		{"class C { constructor() { this.l = new THREE.GLTFLoader() } open() { const that = this; that.l.load('https://a.example.com/b.glb') } }; new C().open()", "request a.example.com"},
		{"const s = new Other.WebSocket(); s.connect('a.example.com', 80)", ""},
		{"Laya.URL.basePath = 'https://a.example.com/'; Laya.loader.load('https://b.example.com/c')", "download a.example.com, download b.example.com"},
		{"Laya.loader.load('https://a.example.com/n', f, null, Laya.Loader.TEXT); Laya.loader.load('https://b.example.com/n', f, null, 'json')", "request a.example.com, request b.example.com"},
		{"Laya.loader.load('https://a.example.com/n', f, null, Laya.Loader.SOUND); Laya.loader.load('https://b.example.com/n', f, null, y)", "download a.example.com, download b.example.com"},
		{"const l = new THREE.GLTFLoader(); l.load('https://a.example.com/b.glb')", "request a.example.com"},
		{"import { GLTFLoader } from 'three-platformize/loaders'; new GLTFLoader().load('https://a.example.com/b.glb')", "request a.example.com"},
		{"new THREE.TextureLoader().load('https://a.example.com/b.png')", "media a.example.com"},
		{"THREE.loader.load('https://a.example.com/b'); cc.resources.load('https://b.example.com/b')", ""},
		{"lottie.loadAnimation({ path: 'https://a.example.com/b.json' })", "request a.example.com"},
		{"import { createClient } from 'supabase-wechat-stable-v2'; createClient('https://a.example.com', 'b')", "request a.example.com"},
		{"import PocketBase from 'pocketbase'; new PocketBase('https://a.example.com')", "request a.example.com"},

		// clients
		{"import axios from 'axios'; axios.get('https://a.example.com/b')", "request a.example.com"},
		{"import axios from 'axios'; axios.create({ baseURL: 'https://a.example.com' })", "request a.example.com"},
		{"import axios from 'axios'; axios.defaults.baseURL = 'https://a.example.com'", "request a.example.com"},
		{"import QR from 'qrcode'; QR.toDataURL('https://a.example.com')", ""},
		{"import QR from 'qrcodes'; QR.toDataURL('https://a.example.com')", "unknown a.example.com?"},
		{"import Fly from 'flyio/dist/npm/wx'; const http = new Fly(); http.config = { baseURL: 'https://a.example.com', headers: { Origin: 'https://b.example.com' } }", "request a.example.com"},
		{"import Fly from 'flyio/dist/npm/wx'; const http = new Fly(), o = {}; o.config = { baseURL: 'https://a.example.com' }; http.other = { baseURL: 'https://b.example.com' }", ""},
		{"import Request from 'luch-request'; const r = new Request(); r.setConfig(c => { c.baseURL = 'https://a.example.com'; return c })", "request a.example.com"},
		{"import Request from 'luch-request'; new Request().setConfig(c => ({ baseUrl: 'https://a.example.com' }))", "request a.example.com"},
		{"import Request from 'luch-request'; new Request().upload('https://a.example.com')", "upload a.example.com"},
		{"import Request from 'luch-request'; new Request().download({ url: 'https://a.example.com' })", "download a.example.com"},
		{"import other from 'other'; other.other('https://a.example.com')", "unknown a.example.com?"},
		{"import dayjs from 'dayjs'; dayjs('https://a.example.com')", ""},
		{"import other from 'other'; other.init({ any: { b: ['https://a.example.com/v1'] } })", "unknown a.example.com?"},
		{"import other from 'other'; other.init({ logo: { b: 'https://a.example.com/v1' }, homepage: 'https://b.example.com' })", ""},
		{"import other from 'other'; other.get('https://a.example.com')", "unknown a.example.com?"},
		{"import other from 'other'; other.uploadFile({ url: 'https://a.example.com' })", "upload a.example.com?"},
		{"import { createHttpLink } from '@apollo/client'; createHttpLink({ uri: 'https://a.example.com/graphql' })", "request a.example.com"},
		{"import { WebSocketLink } from '@apollo/client/link/ws'; new WebSocketLink({ uri: 'wss://a.example.com/graphql' })", "socket a.example.com?"},
		{"import lottie from 'lottie-miniprogram'; lottie.loadAnimation({ path: 'https://a.example.com/b.json' })", "request a.example.com"},
		{"import lottie from 'lottie-miniprogram'; lottie.setup({ path: 'https://a.example.com/b.json' })", ""},
		{"import lottie from 'lottie-miniprogram'; lottie.loadAnimation({ name: 'https://a.example.com/b.json' })", ""},
		{"uni.$u.http.setConfig(c => { c.baseURL = 'https://a.example.com' })", "request a.example.com"},
		{"uni.addInterceptor('request', { invoke(o) { o.url = 'https://a.example.com' + o.url } })", ""},
		{"import w from 'wepy'; export default class extends w.app { constructor() { this.intercept('request', { config(o) { o.url = 'https://a.example.com' + o.url } }) } } w.request({ url: '/b' })", "request a.example.com"},
		{"import w from 'wepy'; export default class extends w.app { constructor() { this.intercept('request', { config(o) { return { ...o, url: 'https://a.example.com' + o.url } } }) } } w.request({ url: '/b/' + id })", "request *, request a.example.com"},
		{"import w from 'wepy'; export default class extends w.app { constructor() { this.intercept('request', { invoke(o) { o.url = 'https://a.example.com' + o.url } }) } } w.request({ url: 'https://b.example.com' })", "request b.example.com"},
		{"uni.addInterceptor('request', { invoke(o) { o.url = 'https://a.example.com' + o.url } }); uni.request({ url: '/b' })", "request a.example.com"},
		// a version is no host for being joined to a scheme where the right one is not known
		{"const at = { version: '2.6.9', host: '10.1.2.3' }; unknown.x(at); import other from 'other'; other.init({ baseURL: 'https://' + at.version })", ""},
		{"const at = { version: '2.6.9', host: '10.1.2.3' }; unknown.x(at); import other from 'other'; other.init({ baseURL: 'https://' + at.host })", "unknown 10.1.2.3?"},
		{"const at = { version: '2.0', zone: 'a' }; unknown.x(at); import other from 'other'; other.init({ baseURL: 'https://' + at.version + '.example.com' })", ""},
		{"const at = { version: '2.0', zone: 'a' }; unknown.x(at); import other from 'other'; other.init({ baseURL: 'https://' + at.zone + '.example.com' })", "unknown a.example.com?"},
		{"const at = { host: '47.94.example.com' }; import other from 'other'; other.init({ baseURL: `https://${at.host}/b` })", "unknown 47.94.example.com?"},
		{"const scheme = 'https://'; import other from 'other'; other.init({ baseURL: scheme + '4.3.b.example.com/c' })", "unknown 4.3.b.example.com?"},
		{"import other from 'other'; other.init({ baseURL: 'https://' + '1.2.example.com' + '/b' })", "unknown 1.2.example.com?"},
		{"const at = { id: '1250000000' }; unknown.x(at); import other from 'other'; other.init({ baseURL: 'https://' + at.id + '.example.com' })", "unknown 1250000000.example.com?"},
		{"const host = '[2001:DB8::1]'; import other from 'other'; other.init({ baseURL: 'https://' + host + '/x' })", "unknown 2001:db8::1?"},
		{"const host = '192.000.002.001'; import other from 'other'; other.init({ baseURL: 'https://' + host + '/x' })", "unknown 192.0.2.1?"},
		// Object.assign by another name, and helpers that other functions make
		{"const give = Object.assign, conf = { at: {} }; give(conf.at, { api: 'https://a.example.com' }); wx.request({ url: conf.at.api })", "request a.example.com"},
		{"const { assign } = Object; const conf = { at: {} }; assign(conf.at, hosts()); function hosts() { return { api: 'https://a.example.com' } } wx.request({ url: conf.at.api })", "request a.example.com"},
		{"const give = Object.assign; wx.request({ url: give({}, { url: 'https://a.example.com' }).url })", "request a.example.com"},
		{"const give = Object.freeze, conf = { at: {} }; give(conf.at, { api: 'https://a.example.com' }); wx.request({ url: conf.at.api })", "request *, unknown a.example.com?"},
		{"const maker = names => function (o) { for (let i = 1; i < arguments.length; i++) { const s = arguments[i]; for (const k of names(s)) o[k] = s[k] } return o }; const _ = {}; _.extend = maker(Object.keys); const give = _.extend; const conf = { at: {} }; give(conf.at, { api: 'https://a.example.com' }); wx.request({ url: conf.at.api })", "request a.example.com"},
		{"const maker = names => function (o) { for (let i = 1; i < arguments.length; i++) { const s = arguments[i]; for (const k of names(s)) x[k] = s[k] } return o }; const _ = {}; _.extend = maker(Object.keys); const give = _.extend; const conf = { at: {} }; give(conf.at, { api: 'https://a.example.com' }); wx.request({ url: conf.at.api })", "request *, unknown a.example.com?"},
		// what a wrapper that is assigned hands on goes to the API of another platform too
		{"const send = my.request; my.request = function (o) { return send.call(my, o) }; my.request({ url: 'https://a.example.com' })", "request a.example.com"},
		{"const send = typeof my === 'object' ? my.request : function (o) { return o.url }; send({ url: 'https://a.example.com' })", ""},
		{"const of = typeof my === 'object' ? my : wx; of.request({ url: 'https://a.example.com' })", "request a.example.com"},
		// the methods that a helper copies to a prototype
		{"function ext(t) { for (var i = 1; i < arguments.length; i++) { var s = arguments[i]; for (var k in s) t[k] = s[k] } return t } function S() { this.u = 'https://a.example.com' } ext(S.prototype, { send: function () { wx.request({ url: this.u }) } }); new S().send()", "request a.example.com"},
		{"function ext(t) { for (var i = 1; i < arguments.length; i++) { var s = arguments[i]; for (var k in s) t[k] = s[k] } return t } function S() { this.u = 'https://a.example.com' } function T() { this.u = x } ext(T.prototype, { send: function () { wx.request({ url: this.u }) } }); new T().send()", "request *"},
		// within a circle a is told nothing, since b was asked for first: asked once more it is told all
		{"function a() { return b() } function b() { return c ? 'https://a.example.com' : a() } const t = {}; t[b()].get(); wx.request({ url: a() })", "request a.example.com"},
		{"function a() { return b() } function b() { return c ? d() : a() } const t = {}; t[b()].get(); wx.request({ url: a() })", "request *"},
		// paths get their host from it, what can be a whole address may not
		{"uni.addInterceptor('request', { invoke(o) { o.url = 'https://a.example.com' + o.url } }); uni.request({ url: '/b/' + id })", "request a.example.com"},
		{"uni.request({ url: '/b/' + id }); uni.addInterceptor('request', { invoke(o) { o.url = 'https://a.example.com' + o.url } })", "request a.example.com"},
		{"uni.addInterceptor('request', { invoke(o) { o.url = 'https://a.example.com' + o.url } }); uni.request({ url: id })", "request *, request a.example.com"},
		{"uni.addInterceptor('request', { invoke(o) { o.url = 'https://a.example.com' + o.url } }); uni.request({ url: '//' + id })", "request *, request a.example.com"},
		{"uni.addInterceptor('request', { invoke(o) { o.url = 'https://a.example.com' + o.url } }); uni.request({ url: '/' + id })", "request *, request a.example.com"},
		{"uni.addInterceptor('request', { invoke(o) { o.url = 'https://a.example.com' + o.url } }); wx.request({ url: '/b/' + id })", "request *, request a.example.com"},
		{"uni.addInterceptor('request', { invoke(o) { o.url = y + o.url } }); uni.request({ url: '/b/' + id })", "request *"},
		// but not where it makes something else of some, can be left out or taken away, or another one is there
		{"uni.addInterceptor('request', { invoke(o) { if (!o.url.startsWith('http')) o.url = 'https://a.example.com' + o.url } }); uni.request({ url: '/b/' + id })", "request a.example.com"},
		{"uni.addInterceptor('request', { invoke(o) { o.url += '?v=1'; o.url = 'https://a.example.com' + o.url } }); uni.request({ url: '/b/' + id })", "request a.example.com"},
		{"uni.addInterceptor('request', { invoke(o) { if (o.url.startsWith('/a')) o.url = 'https://a.example.com' + o.url; else o.url = y + o.url } }); uni.request({ url: '/b/' + id })", "request *, request a.example.com"},
		{"uni.addInterceptor('request', { invoke(o) { if (o.url === '/log') o.url = 'https://a.example.com/log' } }); uni.request({ url: '/b/' + id })", "request *, request a.example.com"},
		{"uni.addInterceptor('request', { invoke(o) { o.url = 'https://a.example.com' + o.url } }); uni.addInterceptor('request', { invoke(o) { o.url = y + o.url } }); uni.request({ url: '/b/' + id })", "request *, request a.example.com"},
		{"if (y) uni.addInterceptor('request', { invoke(o) { o.url = 'https://a.example.com' + o.url } }); uni.request({ url: '/b/' + id })", "request *, request a.example.com"},
		{"uni.addInterceptor('request', { invoke(o) { o.url = 'https://a.example.com' + o.url } }); uni.removeInterceptor('request'); uni.request({ url: '/b/' + id })", "request *, request a.example.com"},
		{"uni.addInterceptor('request', { invoke(o) { o.url = 'https://a.example.com' + o.url } }); uni.addInterceptor(y, z); uni.request({ url: '/b/' + id })", "request *, request a.example.com"},
		{"Taro.addInterceptor(c => { c.requestParams.url = 'https://a.example.com' + c.requestParams.url; return c.proceed(c.requestParams) }); Taro.request({ url: '/b/' + id })", "request a.example.com"},
		{"uni.addInterceptor('request', { invoke(o) { o.url = 'https://a.example.com' + o.url } }); import axios from 'axios'", "request a.example.com"},
		{"uni.addInterceptor('request', { invoke(o) { o.url = 'https://a.example.com' + o.url } }); x(uni[y])", "request a.example.com"},
		{"uni.addInterceptor('request', { invoke(o) { o.url = 'https://a.example.com' + o.url } }); x(y[z])", ""},
		{"uni.addInterceptor('request', { invoke(o) { o.url = 'https://a.example.com' + o.url } }); x('request')", "request a.example.com"},
		{"uni.addInterceptor('uploadFile', { invoke(o) { o.url = 'https://a.example.com' + o.url } })", ""},
		{"uni.addInterceptor('uploadFile', { invoke(o) { o.url = 'https://a.example.com' + o.url } }); const { uploadFile: up } = uni", "upload a.example.com"},
		{"uni.addInterceptor('uploadFile', { invoke(o) { o.url = 'https://a.example.com' + o.url } }); x(<Uploader/>)", "upload a.example.com"},
		{"uni.addInterceptor('uploadFile', { invoke(o) { o.url = 'https://a.example.com' + o.url } })\n-- p.wxml --\n<u-upload name=\"a\"/>", "upload a.example.com"},
		{"uni.addInterceptor('uploadFile', { invoke(o) { o.url = 'https://a.example.com' + o.url } })\n-- p.wxml --\n<view name=\"a\"/>", ""},
		{"Taro.addInterceptor(chain => { chain.requestParams.url = 'https://a.example.com' })", "request a.example.com"},
		{"Taro.addInterceptor(chain => { const { requestParams } = chain; requestParams.url = 'https://a.example.com' })", "request a.example.com"},
		{"import axios from 'axios'; axios.interceptors.request.use(c => { c.url = 'https://a.example.com' + c.url; return c })", "request a.example.com"},
		{"import axios from 'axios'; axios.interceptors.request.use(c => ({ ...c, url: 'https://a.example.com' + c.url }))", "request a.example.com"},
		{"import axios from 'axios'; axios.interceptors.response.use(c => { c.url = 'https://a.example.com' + c.url; return c })", ""},
		{"fetch('https://a.example.com')", ""},
		{"globalThis.fetch = url => wx.request({ url }); fetch('https://a.example.com')", "request a.example.com"},
		{"global.get = url => wx.request({ url }); get('https://a.example.com')", "request a.example.com"},
		{"global.get = url => wx.request({ url }); f(); function f(get) { get('https://a.example.com/x.png') }", "request *"},
		{"fetch('https://a.example.com')\n-- config/index.js --\nmodule.exports = { plugins: ['@tarojs/plugin-http'] }", "request a.example.com"},
		{"const x = new XMLHttpRequest(); x.open('GET', 'https://a.example.com')\n-- config/index.js --\nmodule.exports = { plugins: ['@tarojs/plugin-http'] }", "request a.example.com"},
		{"const x = new XMLHttpRequest(); x.open('GET', 'https://a.example.com')", ""},
		{"my.call('request', { url: 'https://a.example.com' })", "request a.example.com"},
		{"AlipayJSBridge.call('request', { url: 'https://a.example.com' })", "request a.example.com"},
		{"AlipayJSBridge.call('getAuthCode', { url: 'https://a.example.com' })", ""},
		{"Reflect.get(wx, 'request')({ url: 'https://a.example.com' })", "request a.example.com"},
		{"import mqtt from 'mqtt'; mqtt.connect('wxs://a.example.com/mqtt')", "socket a.example.com"},
		{"const host = 'a.example.com'; const o = { p: 'alis' }; client.connect(`${o.p}://${host}/mqtt`)", "socket a.example.com?"},
		{"Component({ behaviors: ['wx://form-field'] })", ""},

		// web-views
		{"this.$u.route('/web', { u: 'https://a.example.com' })\n-- web.wxml --\n<web-view src=\"{{u}}\"/>\n-- web.js --\nPage({ onLoad(q) { this.setData({ u: q.u }) } })", "webview a.example.com"},
		{"uni.$u.route({ url: 'web', params: { u: 'https://a.example.com' } })\n-- web.wxml --\n<web-view src=\"{{u}}\"/>\n-- web.js --\nPage({ onLoad(q) { this.setData({ u: q.u }) } })", "webview a.example.com"},
		{"Page({ onShareAppMessage() { return { path: '/web?url=https://a.example.com/b' } } })\n-- web.wxml --\n<web-view src=\"{{u}}\"/>", "webview a.example.com"},
		{"useShareAppMessage(() => ({ path: '/web?url=https%3A%2F%2Fa.example.com' }))\n-- web.wxml --\n<web-view src=\"{{u}}\"/>", "webview a.example.com"},
		{"Page({ onShareAppMessage() { return { imageUrl: 'https://a.example.com/b' } } })", "media a.example.com"},
		{"Page({ onShareAppMessage() { return { path: '/a', imageUrl: `https://a.example.com/b/${x}` } } })", "media a.example.com"},
		{"useShareAppMessage(() => ({ imageUrl: 'https://a.example.com/b' }))", "media a.example.com"},
		{"Page({ onShareAppMessage() { return { path: 'https://a.example.com/b' } } })", ""},
		{"Page({ other() { return { imageUrl: 'https://a.example.com/b' } } })", ""},
		{"Page({ onShareAppMessage() { return { title: '/web?url=https://a.example.com/b' } } })\n-- web.wxml --\n<web-view src=\"{{u}}\"/>", "webview *"},
		{"wx.navigateTo({ url: '/web?url=https://a.example.com/b' })\n-- web.wxml --\n<web-view src=\"{{u}}\"/>", "webview a.example.com"},
		{"wx.navigateTo({ url: '/web?url=https%253A%252F%252Fa.example.com' })\n-- web.wxml --\n<web-view src=\"{{u}}\"/>", "webview a.example.com"},
		{"wx.navigateTo({ url: '/web?url=https%25253A%25252F%25252Fa.example.com' })\n-- web.wxml --\n<web-view src=\"{{u}}\"/>", "webview *"},
		{"wx.navigateTo({ url: '/web?url=https%3A%2F%2Fa.example.com' })\n-- web.wxml --\n<web-view src=\"{{u}}\"/>", "webview a.example.com"},
		{"wx.navigateTo({ url: `/web?t=${x}&url=${'https://a.example.com/'}` })\n-- web.wxml --\n<web-view src=\"{{u}}\"/>", "webview a.example.com"},
		{"wx.navigateTo({ url: '/web?url=https://a.example.com' })\n-- web.wxml --\n<view/>", ""},
		{"wx.navigateBack({ url: '/web?url=https://a.example.com' })\n-- web.wxml --\n<web-view src=\"{{u}}\"/>", "webview *"},
		{"\n-- web.wxml --\n<web-view src=\"https://a.example.com\"/>", "webview a.example.com"},
		{"\n-- p.wxml --\n<navigator url=\"/web?url=https://a.example.com\"/>\n-- web.wxml --\n<web-view src=\"{{u}}\"/>", "webview a.example.com"},

		// markup and styles
		{"\n-- p.wxml --\n<image src=\"https://a.example.com/b\"/>", "media a.example.com"},
		{"\n-- p.js --\nPage({ data: { u: 'https://a.example.com/b' } })\n-- p.wxml --\n<image src=\"{{u}}\"/>", "media a.example.com"},
		{"\n-- p.wxml --\n<u-upload action=\"https://a.example.com\"/>", "upload a.example.com"},
		{"\n-- p.vue --\n<style lang=\"scss\">\n$a: 'https://a.example.com/b.png';\nb { c: url($a) }\n</style>", "media a.example.com"},
		{"\n-- p.vue --\n<style lang=\"scss\">\n$a: 'https://a.example.com/b.png';\nb { c: url($a-d) }\n</style>", ""},
		{"\n-- p.wxml --\n<view style=\"background: url(https://a.example.com/b)\"/>", "media a.example.com"},
		{"\n-- p.js --\nPage({ data: { u: 'https://a.example.com/b.png' } })\n-- p.wxml --\n<view style=\"background: url({{u}})\"/>", "media a.example.com"},
		{"\n-- p.js --\nPage({ data: { u: '<p><img src=\"https://a.example.com/b\"></p>' } })\n-- p.wxml --\n<rich-text nodes=\"{{u}}\"/>", "media a.example.com"},
		{"\n-- p.js --\nPage({ data: { u: [{ name: 'p', children: [{ name: 'img', attrs: { src: 'https://a.example.com/b' } }] }] } })\n-- p.wxml --\n<rich-text nodes=\"{{u}}\"/>", "media a.example.com"},
		{"\n-- p.js --\nPage({ data: { u: '<a href=\"https://a.example.com/b\">' } })\n-- p.wxml --\n<rich-text nodes=\"{{u}}\"/>", ""},
		{"import { AtAvatar } from 'taro-ui'; const a = <AtAvatar image='https://a.example.com/b'/>", "media a.example.com"},
		{"const A = p => <Text>{p.image}</Text>; const a = <A image='https://a.example.com/b'/>", ""},
		{"\n-- p.wxml --\n<view href=\"https://a.example.com\"/>", ""},
		{"\n-- p.wxml --\n<view link=\"https://a.example.com/b.png\" data-x=\"https://a.example.com/b.png\"/>", ""},
		{"\n-- p.wxml --\n<x-card cover=\"https://a.example.com/b\"/>", "media a.example.com?"},
		{"\n-- p.wxss --\n.a { background: url(https://a.example.com/b) }", "media a.example.com"},
		{"\n-- p.vue --\n<template><image :src=\"u\"/></template><script>export default { data() { return { u: 'https://a.example.com/b' } } }</script>", "media a.example.com"},
		{"\n-- p.vue --\n<template><web-view :src=\"u\"/></template><script>export default { data() { return { u: '' } }, onLoad() { this.u = 'https://a.example.com/b' } }</script>", "webview a.example.com"},
		{"\n-- p.vue --\n<template><web-view :src=\"u\"/></template><script>export default { data() { return { u: '' } }, onLoad() { this.v = 'https://a.example.com/b' } }</script>", "webview *"},
		{"\n-- p.js --\nPage({ onLoad() { this.setData({ u: 'https://a.example.com/b' }) } })\n-- p.wxml --\n<web-view src=\"{{u}}\"/>", "webview a.example.com"},
		{"export const A = () => <WebView src=\"https://a.example.com\"/>", "webview a.example.com"},
		{"const config = { DATA_CDN: 'https://a.example.com/b/' }; start(config)", "download a.example.com?"},
		{"const config = { DATA_CDN: 'https://a.example.com/b/' }; start(config); const baseUrl = name.DATA_CDN || 'https://b.example.com'; unknown.x = baseUrl; wx.request({ url: y })", "download a.example.com?, request *"},
		{"const config = { DATA_CDN: '' }; start(config); const baseUrl = name.DATA_CDN || 'https://b.example.com'; unknown.x = baseUrl; wx.request({ url: y })", "request *, unknown b.example.com?"},
		{"const config = { DATA_CDN: x }; start(config); const baseUrl = name.DATA_CDN || 'https://b.example.com'; unknown.x = baseUrl; wx.request({ url: y })", "request *, unknown b.example.com?"},
		{"start({ DATA_CDN: 'https://a.example.com' }); start({ DATA_CDN: '' }); const baseUrl = name.DATA_CDN || 'https://b.example.com'; unknown.x = baseUrl; wx.request({ url: y })", "download a.example.com?, request *, unknown b.example.com?"},
		{"start({ DATA_CDN: 'https://a.example.com' }); start({ DATA_CDN: 'Server address' }); const baseUrl = name.DATA_CDN || 'https://b.example.com'; unknown.x = baseUrl; wx.request({ url: y })", "download a.example.com?, request *, unknown b.example.com?"},
		{"show({ DATA_CDN: 'Server address' }); const baseUrl = name.DATA_CDN || 'https://b.example.com'; unknown.x = baseUrl; wx.request({ url: y })", "request *, unknown b.example.com?"},
		{"start({ DATA_CDN: 'https://a.example.com' }); o.DATA_CDN = ''; const baseUrl = name.DATA_CDN || 'https://b.example.com'; unknown.x = baseUrl; wx.request({ url: y })", "download a.example.com?, request *, unknown b.example.com?"},
		{"o.DATA_CDN = 'https://a.example.com'; const baseUrl = name.DATA_CDN || 'https://b.example.com'; unknown.x = baseUrl; wx.request({ url: y })", "download a.example.com?, request *"},
		{"name.DATA_CDN = name.DATA_CDN || 'https://b.example.com'; start({ DATA_CDN: name.DATA_CDN || 'https://c.example.com' })", "download b.example.com?, download c.example.com?"},
		{"const config = { CDN: 'https://a.example.com/b/' }; start(config); const baseUrl = name.CDN || 'https://b.example.com'; unknown.x = baseUrl; wx.request({ url: y })", "request *, unknown b.example.com?"},
		{"const baseUrl = 'https://a.example.com'; plus.runtime.openURL(baseUrl + '/x'); wx.request({ url: y })", "request *"},
		{"const baseUrl = 'https://a.example.com'; other.runtime.openURL(baseUrl + '/x'); wx.request({ url: y })", "request *, unknown a.example.com?"},
		{"const baseUrl = 'https://a.example.com', plus = x(); plus.runtime.openURL(baseUrl + '/x'); wx.request({ url: y })", "request *, unknown a.example.com?"},
		{"globalThis.plus = x; const baseUrl = 'https://a.example.com'; plus.runtime.openURL(baseUrl + '/x'); wx.request({ url: y })", "request *, unknown a.example.com?"},
		{"const baseUrl = 'http://0.0.0.0:8080'; unknown.x = baseUrl; wx.request({ url: y })", "request *"},
		{"const baseUrl = 'http://10.0.0.1:8080'; unknown.x = baseUrl; wx.request({ url: y })", "request *, unknown 10.0.0.1?"},
		{"wx.request({ url: 'http://0.0.0.0:8080' })", "request 0.0.0.0"},
		{"loader.REMOTE_SERVER_ROOT = 'https://a.example.com/b'", "download a.example.com?"},
		{"loader.SUBCONTEXT_ROOT = 'https://a.example.com/b'", ""},
		{"import { Uploader } from 'ui'; export const A = () => <Uploader url=\"https://a.example.com\"/>", "upload a.example.com"},
		{"import { Uploader } from 'ui'; export const A = () => <Uploader name=\"https://a.example.com\"/>", ""},
		{"export const A = () => <WebView src={x}/>", "webview *"},
		{"const o = { src: 'https://a.example.com' }; export const A = () => <WebView {...o}/>", "webview a.example.com"},
		{"const o = { src: 'https://a.example.com' }; export const A = () => <WebView {...o} src=\"https://b.example.com\"/>", "webview b.example.com"},
		{"const o = { href: 'https://a.example.com' }; export const A = () => <View {...o}/>", ""},
		{"export const A = () => jsx(WebView, { src: 'https://a.example.com' })", "webview a.example.com"},
		{"const o = { src: 'https://a.example.com/b.png' }; export const A = () => React.createElement('image', o)", "media a.example.com"},
		{"export const A = () => jsx(View, { src: 'https://a.example.com' })", ""},
		{"\n-- p.vue --\n<template><web-view v-bind=\"o\"/><view v-bind=\"o\"/></template><script>export default { data() { return { o: { src: 'https://a.example.com/b' } } } }</script>", "webview a.example.com"},
		{"\n-- p.vue --\n<template><u-upload v-bind=\"o\"/></template><script>export default { data() { return { o: { action: 'https://a.example.com/b', name: 'https://b.example.com' } } } }</script>", "upload a.example.com"},

		// SDKs
		{"import map from 'amap-wx'", "request restapi.amap.com"},
		{"import COS from 'cos-wx-sdk-v5'", "upload *"},
		{"import map from './amap-wx'\n-- amap-wx.js --\nexport default {}", "request restapi.amap.com"},
		{"import map from './amap-wx'\n-- amap-wx.js --\nwx.request({ url: 'https://a.example.com' })", "request a.example.com"},
		{"import map from './amap-wx'\n-- amap-wx.js --\nexport const logo = 'https://a.example.com/b.png'", "request restapi.amap.com"},
		{"\n-- manifest.json --\n{\"uniStatistics\": {\"enable\": false}}", ""},
		{"\n-- manifest.json --\n{\"uniStatistics\": {\"enable\": true}}", "request tongji.dcloud.io"},
		{"\n-- manifest.json --\n{\"uniStatistics\": {\"enable\": true, \"version\": \"2\"}}", ""},
		{"\n-- manifest.json --\n{\"uniStatistics\": {\"enable\": true, \"version\": \"2\", \"type\": \"public\"}}", "request tongji-collector.dcloud.net.cn"},
		{"\n-- manifest.json --\n{\"uniStatistics\": {\"enable\": true, \"type\": \"private\"}}", ""},
		{"\n-- manifest.json --\n{\"mp-weixin\": {\"uniStatistics\": {\"enable\": true}}}", "request tongji.dcloud.io"},

		// what is left
		{"const baseURL = 'https://a.example.com'; unknown.send({ baseURL })", "unknown a.example.com?"},
		{"const { baseURL = 'https://a.example.com' } = { baseURL: '/b' }; unknown.send({ baseURL })", ""},
		{"const { baseURL = 'https://a.example.com' } = x; unknown.send({ baseURL })", "unknown a.example.com?"},
		{"const help = 'https://a.example.com'; console.log(help)", ""},
		{"const baseURL = 'https://a.example.com'", ""},
		{"export const logo = 'https://a.example.com/b.png'", ""},
		{"const s = 'wss://a.example.com'; unknown.x(s)", "socket a.example.com?"},
		{"let s = 'wss://a.example.com'; s = x", ""},
		{"const o = { s: 'wss://a.example.com' }; y(o); const { s: t } = x; unknown.x(t)", "socket a.example.com?"},
		{"const o = { s: 'wss://a.example.com' }; y(o); const { s: t } = x; other(function (t) { unknown.x(t) })", ""},
		{"if (x === 'https://a.example.com') {}", ""},
		{"const base = 'https://a.example.com/b/'; wx.request({ url: y }); o.x = base + y + '.png'", "request *"},
		// what a package tells of itself, which a bundle carries whole
		{"const o = { name: 'o', version: '1.0.0', bugs: { url: 'https://a.example.com/b' } }; unknown.x(o); wx.request({ url: y.url })", "request *"},
		{"const o = { bugs: { url: 'https://a.example.com/b' } }; unknown.x(o); wx.request({ url: y.url })", "request *, unknown a.example.com?"},
		{"const o = { service: { url: 'https://a.example.com/b' } }; unknown.x(o); wx.request({ url: y.url })", "request *, unknown a.example.com?"},
		{"wx.request({ url: { bugs: { url: 'https://a.example.com/b' } }.bugs.url })", "request a.example.com"},
		{"const base = 'https://a.example.com/b/'; wx.request({ url: y }); o.x = base + y", "request *, unknown a.example.com?"},
		{"import other from 'other'; other.a.b = 'https://a.example.com/b'; const c = new other(); c.d = 'https://b.example.com'", "unknown a.example.com?, unknown b.example.com?"},
		{"import Vue from 'vue'; Vue.a.b = 'https://a.example.com/b'; Vue.c('https://b.example.com')", ""},
		{"import Vue from 'vue'; import other from 'other'; Vue.use(other, { a: 'https://a.example.com' }); Vue.prototype.$b.c('https://b.example.com')", "unknown a.example.com?, unknown b.example.com?"},
		{"import Vue from 'vue'; Vue.use({ install() {} }, { a: 'https://a.example.com' }); Vue.prototype.c = 'https://b.example.com'", ""},
		{"import other from 'other'; Object.assign(other.a, { b: 'https://a.example.com' }); Object.assign({}, { b: 'https://b.example.com' })", "unknown a.example.com?"},
		{"Vue.prototype.$u.http.setConfig({ baseUrl: 'https://a.example.com' })", "request a.example.com"},
		{"import other from 'other'; const base = 'https://a.example.com/b/'; other(base + y + '.gif')", "unknown a.example.com?"},
		{"const base = 'https://a.example.com'; wx.request({ url: y }); location.href = base", "request *"},
		{"const base = 'https://a.example.com'; wx.request({ url: y }); window.location = `${base}/b`", "request *"},
		{"const base = 'https://a.example.com'; wx.request({ url: y }); window.open(base)", "request *"},
		{"const base = 'https://a.example.com'; wx.request({ url: y }); window.base = base", "request *, unknown a.example.com?"},
		{"const base = 'https://a.example.com'; wx.request({ url: y }); const location = x; location.href = base", "request *, unknown a.example.com?"},
		{"const base = 'https://a.example.com'; wx.request({ url: y }); const e = document.createElement('script'); e.src = base", "request *"},
		{"const base = 'https://a.example.com'; wx.request({ url: y }); const e = y || document.createElement('script'); e.src = base", "request *, unknown a.example.com?"},
		{"GameGlobal.document = x; const base = 'https://a.example.com'; wx.request({ url: y }); const e = document.createElement('img'); e.src = base", "request *, unknown a.example.com?"},
		{"unknown.config({ host: { production: 'https://a.example.com' } })", ""},
		{"const o = { url: 'https://a.example.com' }; y(o); wx.request({ url: unknown.url })", "request *, unknown a.example.com?"},
		{"const o = { url: 'https://a.example.com' }; y(o); wx.request({ url: unknown.other })", "request *"},
		{"const o = { url: 'https://a.example.com' }; y(o); wx.request({ url: y }); console.log(unknown.url)", "request *"},
		{"const o = { url: 'https://a.example.com' }; y(o); wx.request({ url: y }); wx.navigateTo({ url: unknown.url })", "request *"},
		{"const o = { url: 'https://a.example.com/x.html?a=b' }; y(o); wx.request({ url: unknown.url })", "request *"},
		{"const s = getApp().service(); s.base = 'https://a.example.com'", ""},
		{"const s = getApp().service(); s.lbs = 'https://a.example.com'; wx.request({ url: y })", "request *, unknown a.example.com?"},
		{"const u = 'https://a.example.com'; wx.setClipboardData({ data: `${u}` }); wx.request({ url: unknown.data })", "request *"},
		{"const u = 'https://a.example.com'; unknown.setClipboardData({ data: `${u}` }); wx.request({ url: unknown.data })", "request *, unknown a.example.com?"},
		{"const u = 'https://a.example.com'; wx.setStorageSync({ data: `${u}` }); wx.request({ url: unknown.data })", "request *, unknown a.example.com?"},
		{"const sites = [{ url: 'https://a.example.com' }]; sites.map(o => wx.setClipboardData({ data: o.url })); wx.request({ url: y }); x(unknown.url + 1)", "request *"},
		{"const sites = [{ url: 'https://a.example.com' }]; sites.map(o => unknown.setClipboardData({ data: o.url })); wx.request({ url: y }); x(unknown.url + 1)", "request *, unknown a.example.com?"},
		{"const sites = [{ url: 'https://a.example.com' }]; sites.map(o => console.log(o.url)); wx.request({ url: y }); x(unknown.url + 1)", "request *, unknown a.example.com?"},
		{"const sites = [{ url: 'https://a.example.com' }]; export const f = x => sites.map(o => { wx.setClipboardData({ data: o.url }); x(o.url) }); wx.request({ url: y })", "request *, unknown a.example.com?"},
		{"const sites = [{ url: 'https://a.example.com' }]; sites.map(o => wx.setClipboardData({ data: o.url })); wx.request({ url: unknown.url })", "request *"},
		{"const sites = [{ url: 'https://a.example.com' }]; sites.map(o => wx.setClipboardData({ data: o.url })); wx.request({ url: y }); export const f = send => send(unknown.url)", "request *, unknown a.example.com?"},
		{"const u = 'https://a.example.com', o = { data: `${u}` }; wx.setClipboardData(o); wx.request({ url: unknown.data })", "request *, unknown a.example.com?"},
		{"const q = encodeURIComponent('https://a.example.com'); wx.request({ url: y + q })", "request *"},
		{"const hosts = ['https://a.example.com']; export const n = hosts.length; wx.request({ url: y })", "request *"},
		{"const hosts = ['https://a.example.com']; export const n = hosts; wx.request({ url: y })", "request *, unknown a.example.com?"},
		{"import { faker } from '@faker-js/faker'; export const o = { url: faker.helpers.arrayElement(['https://a.example.com/a.png']) }", ""},
		{"import { other } from 'other'; export const o = { url: other.helpers.arrayElement(['https://a.example.com/a.png']) }", "unknown a.example.com?"},
		{"import { defineStore } from '@mpxjs/pinia'; const use = defineStore('a', { state: () => ({ u: 'https://a.example.com' }), actions: { go() { wx.request({ url: this.u }) } } }); use().go()", "request a.example.com"},
		{"const apiBase = 'https://a.example.com'; unknown.x = apiBase; wx.request({ url: y })", "request *, unknown a.example.com?"},
	}
	for _, tt := range tests {
		t.Run(tt.src, func(t *testing.T) {
			if got := contacts("-- app.json --\n{}\n-- app.js --\n" + tt.src); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestProxies has objects that answer for the platform's under the names of its APIs.
func TestProxies(t *testing.T) {
	const to = "; p.uploadFile({ url: 'https://up.example.com' })"
	const own = "const none = () => {}, apis = { request: { fn(o) { wx.request(o) } }, uploadFile: { fn(o) { return wx.uploadFile({ url: o.url }) } } }, "
	tests := []struct{ src, want string }{
		{"const p = new Proxy({}, { get: (t, n) => wx[n] })" + to, "upload up.example.com"},
		{"const h = { get(t, n) { return n in t ? t[n] : o => f(wx[n], o) } }, p = new Proxy({}, h)" + to, "upload up.example.com?"},
		{"const w = f => o => f(o), p = new Proxy({}, { get: (t, n) => t[n] || w(wx[n]) })" + to, "upload up.example.com"},
		{"const p = new Proxy({}, { get: (t, n) => o => new Promise((success, fail) => wx[n]({ ...o, success, fail })) })" + to, "upload up.example.com"},
		{"const p = new Proxy({}, { get(t, n) { return function (o) { return new Promise(function (done) { return wx[n](Object.assign({ success: done }, o)) }) } } })" + to, "upload up.example.com"},
		{"const p = new Proxy({}, { get: (t, n) => o => wx[k](o) })" + to, "unknown up.example.com?"},
		{own + "p = new Proxy(wx, { get(t, n) { let r; if (apis[n]) { r = (o, x) => { if (x) return apis[n].fn(o, x); return apis[n].fn(o) } } else { r = t[n] || none } return r } })" + to, "request *, upload up.example.com"},
		{own + "p = new Proxy({}, { get: (t, n) => o => apis[n].fn(o) })" + to, "request *, upload up.example.com"},
		{own + "p = new Proxy({}, { get: (t, n) => o => apis[n].fn({ url: 'https://a.example.com' + o.url }) }); p.uploadFile({ url: '/x' })", "request a.example.com, upload a.example.com"},
		{own + "p = {}; Object.keys(apis).forEach(n => Object.defineProperty(p, n, { get() { let r = (o) => apis[n].fn(o); return r } }))" + to, "request *, upload up.example.com"},
		{own + "p = {}; Object.keys(apis).forEach(n => Object.defineProperty(p, n, { get() { return wx[n] || none } }))" + to, "request *, upload *, upload up.example.com"},
		{"const p = new Proxy({}, { get: (t, n) => o => wx[n]({ ...o, url: 'https://a.example.com' + o.url }) }); p.request({ url: '/list' })", "unknown a.example.com?"},
		{"const w = f => o => f(o), p = {}; for (const n in wx) p[n] = w(wx[n].bind(wx))" + to, "upload up.example.com"},
		{"const g = globalThis, n = ['w', 'x'].join(''), p = g[n]" + to, "upload up.example.com"},
		{"globalThis.host = 'https://a.example.com'; wx.request({ url: globalThis.host })", "request a.example.com"},
		// what a trap makes under any name
		{"const p = new Proxy({}, { get: (t, n) => o => wx.request({ url: 'https://a.example.com/' + n, data: o }) }); p.list({})", "request a.example.com"},
		{"const p = new Proxy({ host: 'https://a.example.com' }, {}); wx.request({ url: p.host })", "request a.example.com"},
		// a handler that is not known, and a class of one's own
		{"const p = new Proxy({ host: 'https://a.example.com' }, unknown); wx.request({ url: p.host })", "request *, unknown a.example.com?"},
		{"class Proxy { uploadFile(o) { return o.url.length } } const p = new Proxy({}, { get: (t, n) => wx[n] })" + to, ""},
		{"const w = (n, f) => o => f(o), own = { send(o) { wx.uploadFile({ url: o.to }) } }, p = {}; Object.keys(own).forEach(n => { p[n] = w(n, own[n]) }); p.send({ to: 'https://up.example.com' })", "upload up.example.com"},
		// texts that are made of others
		{"const b = (n, path) => 'https://a.example.com' + path, of = { list: '/list' }, p = {}; Object.keys(of).forEach(n => { p[n] = b(n, of[n]) }); wx.request({ url: p.list })", "request a.example.com"},
		{"const b = (n, path) => () => wx.request({ url: 'https://a.example.com' + path }), of = { list: '/list' }, p = {}; Object.keys(of).forEach(n => { p[n] = b(n, of[n]) }); p.list()", "request a.example.com"},
		// a function around the API may put the host before the path
		{"const w = f => o => f({ url: 'https://a.example.com' + o.url }), p = {}; for (const n in wx) p[n] = w(wx[n]); p.request({ url: '/list' })", "unknown a.example.com?"},
	}
	for _, tt := range tests {
		t.Run(tt.src, func(t *testing.T) {
			if got := contacts("-- app.json --\n{}\n-- app.js --\n" + tt.src); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestSDKPlatform: some hosts of an SDK are those of one platform.
func TestSDKPlatform(t *testing.T) {
	project := usagetest.Project([]byte("-- app.json --\n{}\n-- app.js --\nimport im from 'easemob-websdk'\n"))
	project.Platforms = []platform.ID{platform.Alipay}
	sources := resolve.Open(context.Background(), project, nil)
	live := resolve.Reach(sources)
	var got []string
	for _, u := range Collect(sources, live, eval.Define(context.Background(), sources).Link(live), nil).Uses {
		if u.Category == platform.Socket {
			got = append(got, u.Endpoint.Host)
		}
	}
	if len(got) != 1 || !strings.Contains(got[0], "alipay") {
		t.Errorf("got %v, want Alipay's host", got)
	}
}
