package model

// InteropMaker is the method of webpack's loader that makes a function which
// gives the default export of a module, and InteropGetter the property of that
// function which gives it as well. Getters is the method that defines exports
// by functions (https://webpack.js.org/concepts/modules/, lib/RuntimeGlobals.js
// of webpack: compatGetDefaultExport, definePropertyGetters).
const (
	InteropMaker  = "n"
	InteropGetter = "a"
	Getters       = "d"
)

// AMDDefiner is the function with which a file of AMD defines itself.
const AMDDefiner = "define"

// ToolModules are the names that WeChat's developer tool has around the modules of a package that
// it builds to miniprogram_npm (https://developers.weixin.qq.com/miniprogram/dev/devtools/npm.html).
var ToolModules = []string{"__MODS__", "__DEFINE__", "__REQUIRE__"}

// PropertyDefiner is the method of Object, or of Reflect, that gives an object a
// property by its description.
const PropertyDefiner = "defineProperty"

// DescriptorGetter is the function of Object that reads a property with its getter:
// helpers of compilers copy by it.
const DescriptorGetter = "getOwnPropertyDescriptor"
