package model

import (
	"slices"
	"strings"
)

// APIModules are packages of frameworks that export the API of every platform,
// with the object that it is. Those that export the API of one platform stand
// in its value (https://docs.taro.zone/docs/apis/about/desc,
// https://mpxjs.cn/api/extend.html, https://uniapp.dcloud.net.cn/tutorial/vue3-api.html).
var APIModules = map[string]string{
	"@tarojs/taro": "Taro", "@tarojs/taro-weapp": "Taro", "@tarojs/taro-h5": "Taro", "@mpxjs/core": "mpx", "@dcloudio/uni-app": "uni",
}

// NoHost is what Taro's URL class puts in the place of a host that an address has not
// (https://github.com/NervJS/taro/blob/main/packages/taro-runtime/src/bom/URL.ts).
const NoHost = "taro.com"

// RefValue is the property that a ref of Vue holds its value in.
const RefValue = "value"

// IsGroup reports whether a property of a component is one whose members are
// reached through "this" directly (Vue: https://v2.vuejs.org/v2/api/#Options-Data;
// Component of the platforms: methods). It is asked too often for a map.
func IsGroup(key string) bool {
	switch key {
	case "methods", "computed", "lifetimes", "pageLifetimes", "data", "props", "properties", "events", "watch", "observers":
		return true
	}
	return false
}

// IsPropertyGroup reports whether a group of a component declares what its
// attributes are.
func IsPropertyGroup(key string) bool { return key == "properties" || key == "props" }

// Makers are the functions that make a page or component of their last argument
// (Page, Component; https://vant-contrib.gitee.io/vant-weapp, https://mpxjs.cn,
// https://vuejs.org/api/general.html#definecomponent,
// https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/extended/utils/mobx.html).
var Makers = setOf("Page", "Component", "createPage", "createComponent", "VantComponent", "defineComponent", "definePage", "ComponentWithStore")

// NativeMakers are the functions of platforms that make what a mini program consists of
// (https://developers.weixin.qq.com/miniprogram/dev/reference/).
var NativeMakers = setOf("App", "Page", "Component", "Behavior")

// CorePackage is the package of WePY 2 whose methods in CoreMakers make a page or component
// of their argument, and CoreAppMaker the mini program
// (https://github.com/Tencent/wepy/blob/2.0.x/packages/core/weapp/native/index.js).
const (
	CorePackage  = "@wepy/core"
	CoreAppMaker = "app"
)

// CoreMakers are explained with CorePackage.
var CoreMakers = setOf("page", "component")

// MethodGroup is the group of a component with its functions.
const MethodGroup = "methods"

// BehaviorMaker makes a behavior of its argument, and IsMixing reports whether an
// option of a component holds what it is mixed with
// (https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/behaviors.html,
// https://opendocs.alipay.com/mini/framework/mixin, https://v2.vuejs.org/v2/guide/mixins.html).
const BehaviorMaker = "Behavior"

// IsMixing is explained with BehaviorMaker. It is asked too often for a map.
func IsMixing(option string) bool { return option == "mixins" || option == "behaviors" }

// AppMaker makes the mini program of its argument, and AppGetter gives it.
const (
	AppMaker  = "App"
	AppGetter = "getApp"
)

// AppFiles are the files whose default export is the mini program.
var AppFiles = setOf("app.vue", "app.wpy", "app.mpx", "app.tsx", "app.jsx")

// Definers are the functions that are given an object to define something
// with, whose properties code reads as its own.
var Definers = setOf(
	"Page", "Component", "App", "defineComponent", "freeze", "defineStore", "reactive", "assign",
	"createPage", "createComponent", "createApp", "extend", "merge", "Store", "createStore", "setData", "setState",
)

// Extends is the method of many classes that makes one below them, and Describes are those of
// Object that give an object the members of others (https://tc39.es/ecma262/#sec-properties-of-the-object-constructor).
const Extends = "extend"

// Describes is explained with Extends.
var Describes = setOf("create", "assign", "defineProperties")

// PluginUse is the method of Vue that hands options to a plugin, and PluginPlaces hold
// what plugins add to all components (https://v2.vuejs.org/v2/guide/plugins.html,
// https://vuejs.org/guide/reusability/plugins.html).
const PluginUse = "use"

// PluginPlaces is explained with PluginUse.
var PluginPlaces = setOf("prototype", "globalProperties")

// Copies is the method of Object that gives the members of objects to the first
// (https://tc39.es/ecma262/#sec-object.assign).
const Copies = "assign"

// Setters are the methods that give an object's properties to a member of
// "this": https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html,
// https://react.dev/reference/react/Component#setstate.
var Setters = map[string]string{"setData": "data", "setState": "state"}

// DataGroup is the group that setData gives properties to.
const DataGroup = "data"

// Parents are the members of a component that give the mini program's own
// (https://v2.vuejs.org/v2/api/#vm-parent).
var Parents = setOf("$parent", "$root")

// StoreMember is the member of a component that gives the store of vuex, which
// StoreClass or StoreMaker made; StoreState is its option with the state
// (https://vuex.vuejs.org/api/).
const (
	StoreMember = "$store"
	StoreClass  = "Store"
	StoreMaker  = "createStore"
	StoreState  = "state"
)

// StoreDefiner makes a store of pinia of options, in which state, getters and
// actions are groups whose functions reach all of it through "this"
// (https://pinia.vuejs.org/core-concepts/).
const (
	StoreDefiner = "defineStore"
	StoreGetters = "getters"
	StoreActions = "actions"
)

// StorePatch gives the properties of an object to a store of pinia, or hands its state to a
// function (https://pinia.vuejs.org/core-concepts/state.html#Mutating-the-state).
const StorePatch = "$patch"

// StoreGroups are the groups of such options.
var StoreGroups = setOf(StoreState, StoreGetters, StoreActions)

// Provided and Injected are the options of a component with what it gives to those
// within it, and what it is given (https://vuejs.org/api/options-composition.html#provide).
const (
	Provided = "provide"
	Injected = "inject"
)

// GlobalsHolder is the object whose members every component has, and GlobalClass
// the class, of the package GlobalPackage, whose prototype does that
// (https://vuejs.org/api/application.html#app-config-globalproperties).
const (
	GlobalsHolder = "globalProperties"
	GlobalClass   = "Vue"
	GlobalPackage = "vue"
)

// GlobalMixer is the method by which all components get the members of an object
// (https://v2.vuejs.org/v2/guide/mixins.html#Global-Mixin,
// https://vuejs.org/api/application.html#app-mixin).
const GlobalMixer = "mixin"

// ElementProps is the member of a class component that holds its attributes.
const ElementProps = "props"

// WebViews are the tags that show a page of the web.
var WebViews = setOf("web-view", "WebView")

// PromisifyAll is the function of miniprogram-api-promise that gives to its
// second argument what the first one has
// (https://github.com/wechat-miniprogram/api-promise).
const PromisifyAll = "promisifyAll"

// variablePrefixes begin the names of most variables that build tools show to sources
// (https://vite.dev/guide/env-and-mode, https://docs.taro.zone/docs/env-mode-config).
var variablePrefixes = []string{"VITE_", "UNI_", "VUE_APP_", "TARO_APP_"}

// HasVariablePrefix reports whether a name is one that build tools show to sources.
func HasVariablePrefix(name string) bool {
	return slices.ContainsFunc(variablePrefixes, func(p string) bool { return strings.HasPrefix(name, p) })
}

// ToolVariables are those of import.meta.env that Vite itself defines
// (https://vite.dev/guide/env-and-mode#built-in-constants).
var ToolVariables = setOf("MODE", "BASE_URL", "PROD", "DEV", "SSR")

// AutoImporter is the package of the plugin by which builds import names that no module
// imports (https://github.com/unplugin/unplugin-auto-import).
const AutoImporter = "unplugin-auto-import"

// OtherTargets are what a build's variables say for targets that are no mini
// program: TARO_ENV (https://docs.taro.zone/docs/envs), UNI_PLATFORM
// (https://uniapp.dcloud.net.cn/tutorial/env.html), and the projects' own; and
// the names in TargetTable.
var OtherTargets = setOf("h5", "H5", "rn", "web", "app", "app-plus", "harmony", "quickapp", "WEB", "RN", "HARMONY", "QUICKAPP")

// TargetGetter of Taro returns which of the names in TargetTable it runs on
// (https://docs.taro.zone/docs/apis/about/env), and TargetProperty of the system's
// information says so in uni-app (https://uniapp.dcloud.io/api/system/info).
const (
	TargetGetter   = "getEnv"
	TargetTable    = "ENV_TYPE"
	TaroPackage    = "@tarojs/taro"
	TargetProperty = "uniPlatform"
)

// TargetVariables of process.env hold the word of the target
// (https://docs.taro.zone/docs/envs, https://uniapp.dcloud.net.cn/tutorial/env.html), and
// TargetMode and TargetName are the names that do so in mpx and mpvue
// (https://mpxjs.cn/guide/platform/, https://github.com/mpvue/mpvue-quickstart).
var TargetVariables = setOf("TARO_ENV", "UNI_PLATFORM")

// TargetMode and TargetName are explained with TargetVariables.
const (
	TargetMode = "__mpx_mode__"
	TargetName = "mpvuePlatform"
)

// TargetMarks stand in every source that asks for the target of its build, but by
// TargetVariables.
var TargetMarks = []string{TargetTable, TargetGetter, TargetProperty, TargetMode, TargetName}

// VariableMark stands in every source that reads a variable of the build.
const VariableMark = "env."

// Modes are what NODE_ENV can be, and the endings of the .env files for it.
var Modes = setOf("development", "production", "test")

// ModeVariable is the variable of the build that holds its mode.
const ModeVariable = "NODE_ENV"

// VariableGroup is the property of a framework's configuration that defines
// variables of process.env, and ConstantGroups those that define names
// (https://docs.taro.zone/docs/config-detail#defineconstants,
// https://vite.dev/config/shared-options#define, https://mpxjs.cn/guide/basic/intro.html).
const VariableGroup = "env"

// ConstantGroups are explained with VariableGroup.
var ConstantGroups = setOf("defineConstants", "define", "defs")

// ConfigDefiner is the function that gives back the configuration that it is given
// (https://docs.taro.zone/docs/config).
const ConfigDefiner = "defineConfig"

// ConstantPlugin is the class of webpack and the function of WePY that put the properties
// of their argument in place of names, among them VariableObject with the variables
// (https://webpack.js.org/plugins/define-plugin,
// https://github.com/Tencent/wepy/tree/2.0.x/packages/plugin-define).
const (
	ConstantPlugin = "DefinePlugin"
	VariableObject = "process.env"
)

// VariablePaths begin the names of variables among the constants.
var VariablePaths = []string{"process.env.", "import.meta.env."}

// ExtGetter and ExtGetterSync are the APIs that give ext of ext.json, under the
// names in ExtMembers
// (https://developers.weixin.qq.com/miniprogram/dev/api/ext/wx.getExtConfig.html,
// https://opendocs.alipay.com/mini/api/getExtConfig).
const (
	ExtGetter     = "getExtConfig"
	ExtGetterSync = "getExtConfigSync"
)

// ExtResults are the members of what ExtGetter gives that hold ext.
var ExtResults = setOf("extConfig", "data")

// ExtMembers are the names under which ext is kept.
var ExtMembers = setOf("extConfig", "extJson")

// StorageGetter and StorageReader read what StorageSetters stored under the same key. All
// but WeChat's own StorageGetter and its counterpart are given an object with StorageKey
// and StorageData, and give one back
// (https://developers.weixin.qq.com/miniprogram/dev/api/storage/wx.setStorageSync.html,
// https://developers.weixin.qq.com/miniprogram/dev/api/storage/wx.getStorage.html,
// https://opendocs.alipay.com/mini/api/cocwbt).
const (
	StorageGetter = "getStorageSync"
	StorageReader = "getStorage"
	StorageKey    = "key"
	StorageData   = "data"
)

// StorageSetters are explained with StorageGetter.
var StorageSetters = setOf("setStorageSync", "setStorage")

// Dataset is the member of an element that holds its data-… attributes
// (https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html).
const Dataset = "dataset"

// PluginLoader loads a plugin (https://developers.weixin.qq.com/miniprogram/dev/framework/plugin/using.html).
const PluginLoader = "requirePlugin"

// VueLoop is the attribute that repeats an element in Vue, and the others are the
// ends of the platforms' (https://vuejs.org/guide/essentials/list.html,
// https://developers.weixin.qq.com/miniprogram/dev/reference/wxml/list.html,
// https://opendocs.alipay.com/mini/framework/list-rendering).
const (
	VueLoop     = "v-for"
	LoopEnd     = ":for"
	OldLoopEnd  = ":for-items"
	LoopItemEnd = ":for-item"
)

// VueCondition is the attribute that shows an element under a condition in Vue, and
// ConditionEnd the end of the platforms'; ElseIfEnd and ElseEnd those of the others in a chain
// (https://vuejs.org/guide/essentials/conditional.html,
// https://developers.weixin.qq.com/miniprogram/dev/reference/wxml/conditional.html,
// https://opendocs.alipay.com/mini/framework/conditional-render).
const (
	VueCondition = "v-if"
	ConditionEnd = ":if"
	ElseIfEnd    = ":elif"
	ElseEnd      = ":else"
)

// MemberSetters give a property to an object: this.$set(item, 'name', value)
// (https://v2.vuejs.org/v2/api/#Vue-set).
var MemberSetters = setOf("$set", "set")

// DataPrefix begins the attributes that are read through Dataset.
const DataPrefix = "data-"

// AppConfigGroup is the property of WePY's configuration that a build gives to the mini
// program, in which AppConfigMember of the package has it
// (https://unpkg.com/wepy@1.7.2/lib/base.js).
const (
	AppConfigGroup  = "appConfig"
	AppConfigMember = "$appConfig"
)

// AppInstance is the member of WePY's package that is the mini program
// (https://unpkg.com/wepy@1.7.2/lib/base.js).
const AppInstance = "$instance"

// AppInterceptor is the method of WePY's app that takes interceptors, whose functions have the
// app as this (https://wepyjs.github.io/wepy-docs/1.x/).
const AppInterceptor = "intercept"

// PageConfig is the member of the classes of WePY's and Taro's pages and components, and of what
// mpvue exports, that becomes their JSON
// (https://wepyjs.github.io/wepy-docs/1.x/, https://docs.taro.zone/docs/2.x/mini-third-party,
// http://mpvue.com/mpvue/).
const PageConfig = "config"

// Relatives are the properties of a component that are or hold others, or itself
// (https://v2.vuejs.org/v2/api/#Instance-Properties), and the function that gives the component
// that is made (https://github.com/vuejs/core/blob/main/packages/runtime-core/src/component.ts):
// whether they give several.
var Relatives = map[string]bool{RefsMember: true, "$children": true, "$parent": false, "$root": false, "$vm": false, "getCurrentInstance": false}

// DefinitionFilter is the function of a behavior that is given the definitions of components
// (https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/extend.html).
const DefinitionFilter = "definitionFilter"
