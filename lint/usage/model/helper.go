package model

// helpers are the libraries of functions that compilers call where they write a language for
// engines that lack it, and that builds leave to a package.
var helpers = []Library{
	{
		Packages:  []string{"tslib"},
		Source:    "https://github.com/microsoft/tslib/blob/main/tslib.js",
		Functions: map[string]string{"__assign": merged, "__rest": "o => o", "__spreadArray": "(a, b) => [...a, ...b]", "__spreadArrays": "(a, b) => [...a, ...b]"},
	},
	{
		Packages:  []string{"@babel/runtime/helpers/objectSpread", "@babel/runtime/helpers/extends", "@babel/runtime/helpers/esm/objectSpread", "@babel/runtime/helpers/esm/extends"},
		Source:    "https://babeljs.io/docs/babel-runtime",
		Functions: map[string]string{DefaultExport: merged},
	},
}

// merged gives the members of objects to the first of them.
const merged = "(...list) => Object.assign(...list)"
