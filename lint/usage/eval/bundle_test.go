package eval

import (
	"strings"
	"testing"
)

// The loaders of bundlers, as short as they come.
const (
	webpack4   = "(function(e){var t={};function n(r){if(t[r])return t[r].exports;var o=t[r]={exports:{}};return e[r].call(o.exports,o,o.exports,n),o.exports}return n(n.s=1)})"
	webpack5   = ";var c={};function r(i){var o=c[i]={exports:{}};return t[i](o,o.exports,r),o.exports}"
	browserify = "(function(){function r(e,n,t){function o(i){var p=n[i]={exports:{}};e[i][0].call(p.exports,function(r){return o(e[i][1][r]||r)},p,p.exports,r,e,n,t);return p.exports}return o}return r})()"
	// esbuildExport are its helpers __export, __copyProps, __toESM and __toCommonJS.
	esbuildExport = "var df=Object.defineProperty,nm=Object.getOwnPropertyNames,own=Object.prototype.hasOwnProperty;" +
		"var ex=(t,a)=>{for(var n in a)df(t,n,{get:a[n],enumerable:true})};" +
		"var cp=(to,from,except,desc)=>{if(from&&typeof from==='object'||typeof from==='function'){for(let key of nm(from))if(!own.call(to,key)&&key!==except)df(to,key,{get:()=>from[key],enumerable:true})}return to};" +
		"var esm=(mod,node,t)=>(t=mod!=null?Object.create(Object.getPrototypeOf(mod)):{},cp(node||!mod||!mod.__esModule?df(t,'default',{value:mod,enumerable:true}):t,mod));" +
		"var common=mod=>cp(df({},'__esModule',{value:true}),mod);"
	esbuild    = "var w=(e,t)=>()=>(t||e((t={exports:{}}).exports,t),t.exports);"
	esbuildKey = "var names=Object.getOwnPropertyNames;var w=(cb,mod)=>function(){return mod||(0,cb[names(cb)[0]])((mod={exports:{}}).exports,mod),mod.exports};"
	rollup     = "function w(fn,module){return module={exports:{}},fn(module,module.exports),module.exports}"
)

// chunkOf is a chunk of webpack.
func chunkOf(name, modules string) string {
	return "(global.j=global.j||[]).push([[" + name + "],{" + modules + "}]);"
}

// twinChunks are two files with a chunk each that requires another file by the same path.
const twinChunks = "\n-- common/main.js --\n(global.j=global.j||[]).push([['m'],{aa:function(e){e.exports=require('../site')}}])\n-- site.js --\nmodule.exports={a:'b'}" +
	"\n-- pages/a/p.js --\n(global.j=global.j||[]).push([['p'],{aa:function(e){e.exports=require('../site')}}])\n-- pages/site.js --\nmodule.exports={a:'c'}"

// TestBundles evaluates the name result across the modules of bundles.
func TestBundles(t *testing.T) {
	runTable(t, []row{
		// tables of webpack
		{"var result;" + webpack4 + "([function(e,t,n){t.a='b'},function(e,t,n){result=n(0).a}])", "b"},
		{"var result;" + webpack4 + "([,function(e,t,n){result=n(2).a},function(e,t){t.a='b'}])", "b"},
		{"var result;" + webpack4 + "({aa:function(e,t){t.a='b'},1:function(e,t,n){result=n('aa').a}})", "b"},
		{"var result;" + webpack4 + "({'./a.js':function(e,t){t['default']='b'},1:function(e,t,n){var a=n('./a.js');result=a.default}})", "b"},
		{"const result=" + webpack4 + "([function(e,t,n){e.exports='a'},function(e,t,n){e.exports=n(0)+'b'}])", "ab"},
		{"const result=" + webpack4 + "([function(e,t,n){e.exports=function(x){return x+'b'}},function(e,t,n){e.exports=n(0)('a')}])", "ab"},
		{"const result=" + webpack4 + "([function(e,t,n){this.a='b'},function(e,t,n){e.exports=n(0).a}])", "b"},
		{"const result=" + webpack4 + "([function(e,t,n){e.exports={a:'b'}},function(e,t,n){e.exports=n(0)}]).a", "b"},
		{"var t={7:(e,t,n)=>{t.a='b'}}" + webpack5 + "const result=r(7).a", "b"},
		{"var t={7:(e,t,n)=>{t.a='b'},8:(e,t,n)=>{t.c=n(7).a}}" + webpack5 + "const result=r(8).c", "b"},
		{"var t={7:(e,t,n)=>{t.a='b'}}" + webpack5 + "const result=r(8)", ""},
		{"var t={7:(e,t,n)=>{t.a='b'},8:(e,t,n)=>{t.a='c'}}" + webpack5 + "const result=r(7).a", "b"},

		// how webpack 4 calls what a module exports
		{"var result;" + webpack4 + "([function(e,t,n){t.a=function(x){return x+'b'}},function(e,t,n){var r=n(0);result=Object(r.a)('a')}])", "ab"},
		{"var result;" + webpack4 + "([function(e,t,n){t.a=function(x){return x+'b'}},function(e,t,n){var r=n(0);r=Object(r.a)('a'),result=r}])", "ab"},
		{"const f = x => x + 'b'; const result = Object(f)('a')", "ab"},
		{"const Object = y, f = x => x + 'b'; const result = Object(f)('a')", ""},
		{"const f = x => x + 'b'; const result = Object(...f)('a')", ""},

		// what webpack's loader defines
		{"var t={7:(e,t,n)=>{n.d(t,{a:()=>x});const x='b'}}" + webpack5 + "const result=r(7).a", "b"},
		{"var t={7:(e,t,n)=>{n.d(t,'a',function(){return x});const x='b'}}" + webpack5 + "const result=r(7).a", "b"},
		{"var t={7:(e,t,n)=>{n.d(t,['c',()=>y,'a',0,'b','d',0,y]);const y='c'}}" + webpack5 + "const result=r(7).a+r(7).c+r(7).d", "bcc"},
		{"var t={7:function(t){t.exports={a:'b'}}},e={};const{a:o}=function o(n){var r=e[n];if(void 0!==r)return r.exports;var c=e[n]={exports:{}};return t[n](c,c.exports,o),c.exports}(7),result=o", "b"},
		{"var t={7:(e,t,n)=>{Object.defineProperty(t,'a',{value:'b'})}}" + webpack5 + "const result=r(7).a", "b"},
		{"var t={7:(e,t,n)=>{Object.defineProperty(t,'a',{get:function(){return 'b'}})}}" + webpack5 + "const result=r(7).a", "b"},
		{"var t={7:(e,t,n)=>{n.r(t);t.default='b'}}" + webpack5 + "const a=r.n(r(7)),result=a.a", "b"},
		{"var t={7:(e,t,n)=>{t.default='b'}}" + webpack5 + "const a=r.n(r(7)),result=a()", "b"},
		{"var t={7:(e,t,n)=>{e.exports={a:'b'}}}" + webpack5 + "const a=r.n(r(7)),result=a().a", "b"},
		{"var t={7:(e,t,n)=>{e.exports=n.p+'b'}}" + webpack5 + "r.p='a';const result=r(7)", "ab"},

		// chunks
		{"var result;(global.j=global.j||[]).push([['v'],{aa:function(e,t,n){t.a='b'},bb:function(e,t,n){result=n('aa').a}}])", "b"},
		{"var result;(wx['j']=wx['j']||[]).push([['v'],{1:function(e,t,n){result=n(2).a}}]);(wx['j']=wx['j']||[]).push([['w'],{2:function(e,t,n){t.a='b'}}])", "b"},
		{"var result;(Array.isArray(wx.j)?wx.j:wx.j=[]).push([['v'],{1:function(e,t,n){result=n(2).a},2:function(e,t,n){t.a='b'}}])", "b"},
		{"var result;webpackJsonp([1],[function(e,t,n){t.a='b'},function(e,t,n){result=n(0).a}])", "b"},
		{"var result;global.webpackJsonpA([1],{aa:function(e,t,n){t.a='b'}});global.webpackJsonpA([2],{bb:function(e,t,n){result=n('aa').a}},['bb'])", "b"},
		{"var result;global.a([1],{aa:function(e,t,n){t.a='b'}});global.a([2],{bb:function(e,t,n){result=n('aa').a}},['bb'])", ""},
		{"var result,o;o.webpackJsonpA([1],{aa:function(e,t,n){t.a='b'}});o.webpackJsonpA([2],{bb:function(e,t,n){result=n('aa').a}},['bb'])", ""},
		{"var result;(self.j=self.j||[]).push([['v'],{1:function(e,t,n){result=n(2).a}}]);(self.k=self.k||[]).push([['w'],{2:function(e,t,n){t.a='b'}}])", ""},
		{"var t={7:(e,t,n)=>{t.a='b'}}" + webpack5 + "var result;self.j=r.j;(self.j=self.j||[]).push([['v'],{1:function(e,t,n){result=n(7).a}}])", "b"},
		{"var t={7:(e,t,n)=>{}}" + webpack5 + "self.j=r.j;(self.j=self.j||[]).push([['v'],{1:function(e,t,n){t.a='b'}}]);const result=r(1).a", "b"},

		// of two chunks that have a module, the one that the mini program's own script loads runs first
		{"require('./common/main'); var result;" + chunkOf("'v'", "1:function(e,t,n){result=n('aa').a}") + twinChunks + "\n-- app.json --\n{\"pages\":[\"pages/b/b\"]}\n-- pages/b/b.js --\nPage({})", "b"},
		{"var result;" + chunkOf("'v'", "1:function(e,t,n){result=n('aa').a}") + twinChunks, "b c"},
		{"require('./common/main'); require('./pages/a/p'); var result;" + chunkOf("'v'", "1:function(e,t,n){result=n('aa').a}") + twinChunks, "b c"},
		{"require('./common/main'); var result;" + chunkOf("'v'", "1:function(e,t,n){result=n('aa').a}") + strings.ReplaceAll(twinChunks, "require('../site')", "{a:require}"), ""},

		// browserify and Parcel
		{"var result;" + browserify + "({1:[function(require,module,exports){exports.a='b'},{}],2:[function(require,module,exports){result=require('./a').a},{'./a':1}]},{},[2])", "b"},
		{"const result=" + browserify + "({1:[function(e,t,n){t.exports={a:'b'}},{}]},{},[1])(1).a", "b"},
		{"var result;parcelRequire=" + browserify + "({aX:[function(require,module,exports){exports.default='b'},{}],bY:[function(require,module,exports){var a=require('./a');result=a.default},{'./a':'aX'}]},{},['bY'],null)", "b"},

		// esbuild and rollup
		{esbuild + "var a=w((e,t)=>{t.exports={a:'b'}});const result=a().a", "b"},
		{esbuild + "var a=w((e,t)=>{e.a='b'});var c=w(e=>{e.a='d'});const result=a().a", "b"},
		{esbuildKey + "var a=w({'a.js'(exports,module){module.exports='b'}});const result=a()", "b"},
		{rollup + "var a=w(function(module,exports){exports.a='b'});var c=w(function(module,exports){exports.a='d'});const result=a.a", "b"},
		{"var a={exports:{}};(function(module,exports){module.exports='b'})(a,a.exports);const result=a.exports", "b"},
		{"(function(module){module.exports={a:'b'}})(module);const result=require('./app').a", "b"},

		{"var t={7:(e,t,n)=>{t.a='b'},8:(e,t,n)=>{n.e(1).then(n.bind(n,7)).then(m=>{t.c=m.a})}}" + webpack5 + "const result=r(8).c", "b"},
		{"import{t as w}from'./chunk';var a=w({'node_modules/x/a.js'(exports,module){module.exports={a:'b'}}});const result=a().a\n-- chunk.js --\nconst f=1;export{f as t}", "b"},
		{esbuildExport + "var x={};ex(x,{a:()=>y});var y='b';const result=x.a", "b"},
		{esbuildExport + "var x={};ex(x,{a:()=>y});var y='b';module.exports=common(x);const result=require('./app').a", "b"},
		{esbuild + esbuildExport + "var q=w((exports,module)=>{module.exports={a:'b'}});var z=esm(q());const result=z.default.a", "b"},
		{esbuild + esbuildExport + "var q=w((exports,module)=>{exports.a='b'});var z=esm(q());const result=z.a", "b"},

		// UMD and AMD
		{"(function(root,factory){typeof exports==='object'?factory(exports):factory(root.x={})})(this,function(exports){exports.a='b'});const result=require('./app').a", "b"},
		{"(function(root,factory){if(typeof module==='object')module.exports=factory();else root.x=factory()})(this,function(){return{a:'b'}});const result=require('./app').a", "b"},
		{"!function(e,t){'object'==typeof exports&&'object'==typeof module?module.exports=t():e.S=t()}(this,function(){return " + webpack4 + "([,function(e,t,n){e.exports={a:'b'}}])});const result=require('./app').a", "b"},
		{"define(['./app'],function(a){return{b:'c'}});const result=require('./app').b", "c"},
		{"define('x',['exports'],function(a){a.b='c'});const result=require('./app').b", "c"},
		{"define(function(require,exports,module){exports.b='c'});const result=require('./app').b", "c"},
		{"define({b:'c'});const result=require('./app').b", "c"},
	})
}
