package model

// Callers are the methods and functions of the language that call what they are given first, or
// second, with what is in a list or promise, or with what they are given behind it.
var Callers = setOf("forEach", "map", "filter", "find", "some", "every", "flatMap", "then", "catch", "finally", "setTimeout", "setInterval")

// TextMethods are methods that make a text of texts which need not begin like it, Cuts those that
// take a part of one, and Decoders functions that make one (https://tc39.es/ecma262/,
// https://html.spec.whatwg.org/#atob).
var (
	TextMethods = setOf("join", "replace", "replaceAll")
	Cuts        = setOf("slice", "substring", "substr")
	Decoders    = setOf("decodeURIComponent", "decodeURI", "unescape", "atob")
)

// LanguageMethods are the methods of strings, lists, numbers, dates, promises and regular
// expressions (https://tc39.es/ecma262/): on whatever they are called, they contact nothing.
var LanguageMethods = setOf(
	"charAt", "charCodeAt", "codePointAt", "concat", "endsWith", "includes", "indexOf", "lastIndexOf", "localeCompare", "match", "matchAll",
	"normalize", "padEnd", "padStart", "repeat", "replace", "replaceAll", "search", "slice", "split", "startsWith", "substr", "substring",
	"toLowerCase", "toUpperCase", "trim", "trimEnd", "trimStart", "trimLeft", "trimRight",
	"every", "fill", "filter", "find", "findIndex", "findLast", "flat", "flatMap", "forEach", "join", "map", "pop", "push", "reduce", "reduceRight",
	"reverse", "shift", "some", "sort", "splice", "unshift", "keys", "values", "entries",
	"toFixed", "toPrecision", "toString", "toLocaleString", "valueOf", "hasOwnProperty",
	"getFullYear", "getMonth", "getDate", "getDay", "getHours", "getMinutes", "getSeconds", "getMilliseconds", "getTime", "getTimezoneOffset",
	"setFullYear", "setMonth", "setDate", "setHours", "setMinutes", "setSeconds", "setMilliseconds", "setTime",
	"toISOString", "toJSON", "toDateString", "toTimeString", "toLocaleDateString", "toLocaleTimeString",
	"then", "catch", "finally", "exec", "test",
)
