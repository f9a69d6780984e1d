package sink

import "testing"

// TestInherited: what a package that is not there may find in a class below its own,
// in an object or in a list is a base URL, if it is named or given like one.
func TestInherited(t *testing.T) {
	const (
		u = "'https://a.example.com'"
		q = "unknown a.example.com?"
	)
	tests := []struct{ src, want string }{
		// members of classes
		{"import { Base } from 'sdk'; class A extends Base { baseUrl = " + u + " } new A().go()", q},
		{"import { Base } from 'sdk'; class A extends Base { static host = " + u + " } new A().go()", q},
		{"import { Base } from 'sdk'; class A extends Base { get host() { return " + u + " } } new A().go()", q},
		{"import { Base } from 'sdk'; class A extends Base { getBaseUrl() { return " + u + " } } new A().go()", q},
		{"import { Base } from 'sdk'; class A extends Base { constructor() { super(); this.host = " + u + " } } new A().go()", q},
		{"import { Base } from 'sdk'; class A extends Base {} class B extends A { get host() { return " + u + " } } new B().go()", q},
		{"import { Base } from 'sdk'; class A extends Base { get options() { return { host: " + u + " } } } new A().go()", q},
		{"import { Base } from 'sdk'; class A extends Base { options = { host: " + u + " } } new A().go()", q},
		{"import { Base } from 'sdk'; class A extends Base { helpLink = " + u + " } new A().go()", ""},
		{"import { Base } from 'sdk'; class A extends Base { get options() { return { x: " + u + " } } } new A().go()", ""},
		{"import { Base } from 'sdk'; class A { host = " + u + " } new A().go(); new Base()", ""},
		{"import Base from 'eventemitter3'; class A extends Base { get host() { return " + u + " } } new A().go()", ""},
		{"import { Base } from 'sdk'; function A() {} inherits(A, Base); A.prototype.host = function () { return " + u + " }; new A().go()", q},
		{"import { Base } from 'sdk'; function A() {} A.prototype = Object.create(Base.prototype); A.prototype.host = " + u + "; new A().go()", q},
		{"import { Base } from 'sdk'; function A() {} A.prototype = new Base(); A.prototype.host = " + u + "; new A().go()", q},
		{"import { Base } from 'sdk'; function A() {} A.prototype.__proto__ = Base.prototype; A.prototype.host = () => " + u + "; new A().go()", q},
		{"import { Base } from 'sdk'; function A() {} Object.setPrototypeOf(A.prototype, Base.prototype); A.prototype.host = () => " + u + "; new A().go()", q},
		{"import { Base } from 'sdk'; function A() {} A.prototype = Object.create(Base.prototype, { host: { value: " + u + " } }); new A().go()", q},
		{"import { Base } from 'sdk'; function A() {} A.prototype = Object.assign(Object.create(Base.prototype), { host() { return " + u + " } }); new A().go()", q},
		{"import { Base } from 'sdk'; const A = Base.extend({ host: " + u + " }); new A().go()", q},
		{"import { Base } from 'sdk'; const a = Object.create(Base, { host: { value: " + u + " } }); a.go()", q},
		{"import { Base } from 'sdk'; function A() {} A.prototype.host = " + u + "; new A().go(); new Base()", ""},
		{"import Base from 'eventemitter3'; function A() {} A.prototype = Object.create(Base.prototype); A.prototype.host = " + u + "; new A().go()", ""},
		{"import { Base } from 'sdk'; function A() {} inherits(A, Base); Object.defineProperty(A.prototype, 'host', { get: function () { return " + u + " } }); new A().go()", q},
		{"import { Base } from 'sdk'; function A() {} inherits(A, Base); create(A, [{ key: 'host', get: function () { return " + u + " } }]); new A().go()", q},
		{"import { Base } from 'sdk'; const f = (a, b) => { a.prototype = Object.create(b.prototype) }; function A() {} f(A, Base); const p = A.prototype; define('get', p, 'host', () => " + u + "); new A().go()", q},
		{"import { Base } from 'sdk'; const f = (a, b) => { a.prototype = Object.create(b.prototype) }; function A() {} f(A, Base); const list = [{ key: 'host', get: () => " + u + " }]; create(A, list); new A().go()", q},
		{"import { Base } from 'sdk'; const f = (a, b) => { a.prototype = Object.create(b.prototype) }; function A() {} f(A, Base); var list; (list = [{ key: 'host', get: () => " + u + " }]) && create(A.prototype, list); new A().go()", q},
		{"import { Base } from 'sdk'; function A() {} A.prototype = Object.create(Base.prototype); define('get', A.prototype, 'helpLink', () => " + u + "); new A().go()", ""},
		{"import { Base } from 'sdk'; function A() {} function B() {} B.prototype = Object.create(Base.prototype); define('get', A.prototype, 'host', () => " + u + "); new A().go()", ""},
		{"import { Base } from 'sdk'; function A() {} function B() {} inherits(B, Base); A.prototype.host = function () { return " + u + " }; new A().go()", ""},

		// objects and lists
		{"import sdk from 'sdk'; const o = {}; o.host = " + u + "; sdk.init(o)", q},
		{"import sdk from 'sdk'; const o = { id: 1 }; Object.assign(o, { host: " + u + " }); sdk.init(o)", q},
		{"import sdk from 'sdk'; const set = (o, k, v) => { o[k] = v }; set(sdk.options, 'x', " + u + ")", q},
		{"import sdk from 'sdk'; const set = (o, e) => Object.keys(e).forEach(k => { o[k] = e[k] }); set(sdk.options, { baseURL: " + u + " })", q},
		{"const set = (o, k, v) => { o[k] = v }; set({}, 'x', " + u + ")", ""},
		{"import sdk from 'sdk'; const set = (o, k, v) => { o[k] = v }; set(sdk.options, 'x', 1); set({}, 'x', " + u + ")", ""},
		{"import sdk from 'sdk'; const set = (o, k, v) => { o[k] = v }, put = (o, v) => set(o, 'x', v); put(sdk.options, 1); put({}, " + u + ")", ""},
		{"import sdk from 'sdk'; const set = (o, k, v) => { o[k] = v }, put = (o, v) => set(o, 'x', v); put({}, 1); put(sdk.options, " + u + ")", q},
		{"import sdk from 'lodash'; const set = (o, k, v) => { o[k] = v }; set(sdk.options, 'x', " + u + ")", ""},
		{"import sdk from 'sdk'; const o = { x: " + u + " }; sdk.init(o)", ""},
		{"import sdk from 'sdk'; const o = { host: " + u + " }; sdk.init({ id: o.id })", ""},
		{"import sdk from 'sdk'; [" + u + "].forEach(sdk.add)", q},
		{"import sdk from 'sdk'; const list = [" + u + "]; list.map(sdk.add)", q},
		{"import sdk from 'sdk'; [" + u + "].forEach(u => sdk.add(u))", q},
		{"import sdk from 'sdk'; [" + u + "].forEach(u => console.log(u)); sdk.add(x)", ""},
		{"import sdk from 'lodash'; [" + u + "].forEach(sdk.add)", ""},
		{"const hosts = [" + u + "].map(x => x + '/v1'); getApp().connect(hosts)", q},
		{"const hosts = [" + u + "]; getApp().connect(hosts.map(x => x + '/v1'))", q},
	}
	for _, test := range tests {
		if got := contacts("-- app.json --\n{}\n-- app.js --\n" + test.src); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.src, got, test.want)
		}
	}
}
