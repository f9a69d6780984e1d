package model

import "strings"

// What an event has (https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html,
// https://opendocs.alipay.com/mini/framework/events): the element that it is
// handled at, the one at which it began, the marks around that one, and what a
// component sends with it. EventName is what Vue calls the event in a template
// (https://vuejs.org/guide/essentials/event-handling.html).
const (
	CurrentTarget = "currentTarget"
	EventTarget   = "target"
	Marks         = "mark"
	EventDetail   = "detail"
	EventName     = "$event"
)

// MarkPrefix begins the attributes that are read through Marks.
const MarkPrefix = "mark:"

// nativeEvents begin the attributes that handle an event on the platforms and in
// mpx, with the name of a method, and vueEvents those of Vue and WePY, with an
// expression. Longer ones stand first.
var (
	nativeEvents = []string{"capture-catch:", "capture-bind:", "mut-bind:", "catch:", "bind:", "catch", "bind"}
	vueEvents    = []string{"v-on:", "@"}
)

// EventOf returns the event that an attribute handles.
func EventOf(attribute string) (event string, ok bool) {
	for _, prefix := range vueEvents {
		if event, ok := strings.CutPrefix(attribute, prefix); ok {
			event, _, _ = strings.Cut(event, ".") // modifiers
			return event, true
		}
	}
	return NativeEvent(attribute)
}

// NativeEvent returns the event that an attribute handles with the name of a method.
func NativeEvent(attribute string) (event string, ok bool) {
	for _, prefix := range nativeEvents {
		if event, ok := strings.CutPrefix(attribute, prefix); ok && event != "" {
			return event, true
		}
	}
	if event, ok := strings.CutPrefix(attribute, "on"); ok && event != "" && 'A' <= event[0] && event[0] <= 'Z' {
		return event, true
	}
	return "", false
}

// ComponentDefiner registers a component for every template, and ComponentsOption
// is the option that does so for one
// (https://vuejs.org/guide/components/registration.html).
const (
	ComponentDefiner = "component"
	ComponentsOption = "components"
)

// Slot attributes name what a component gives to its slot: v-slot="{ item }",
// v-slot:name, #name, slot-scope (https://v2.vuejs.org/v2/guide/components-slots.html,
// https://opendocs.alipay.com/mini/framework/component-template).
const slotScope = "slot-scope"

// SlotOf returns the slot whose values an attribute names.
func SlotOf(attribute string) (slot string, ok bool) {
	switch {
	case attribute == slotScope:
		return "default", true
	case strings.HasPrefix(attribute, "#"):
		return attribute[1:], true
	case attribute == "v-slot":
		return "default", true
	}
	return strings.CutPrefix(attribute, "v-slot:")
}

// PropertyOf returns the property that an attribute gives a value to, as it is
// written; "" for all properties of an object. False for directives and events.
func PropertyOf(attribute string) (name string, ok bool) {
	if name, ok = strings.CutPrefix(attribute, ":"); !ok {
		name, ok = strings.CutPrefix(attribute, "v-bind:")
	}
	if !ok {
		name, ok = strings.CutPrefix(attribute, "model:")
	}
	switch {
	case ok:
		name, _, _ = strings.Cut(name, ".") // .sync
		return name, name != ""
	case attribute == "v-bind" || attribute == "v-bind.sync":
		return "", true
	case attribute == "v-model" || strings.HasPrefix(attribute, "v-model."):
		return DefaultModel, true
	}
	if name, ok := strings.CutPrefix(attribute, "v-model:"); ok {
		return name, true
	}
	return attribute, !strings.ContainsAny(attribute, ":@#") && !strings.HasPrefix(attribute, "v-")
}

// StyleDirectives are the attributes of mpx that have a style as an expression, which may be an
// object or a list of them (https://mpxjs.cn/guide/basic/class-style-binding.html).
var StyleDirectives = setOf("wx:style", "a:style")

// TwoWay returns the property that an attribute binds both ways, and the events by which
// the component gives it back (https://vuejs.org/guide/components/v-model.html,
// https://v2.vuejs.org/v2/guide/components-custom-events.html,
// https://mpxjs.cn/guide/basic/two-way-binding.html); TwoWayPrefix begins the attributes
// for which it sets the property itself
// (https://developers.weixin.qq.com/miniprogram/dev/framework/view/two-way-bindings.html).
func TwoWay(attribute string) (property string, events []string) {
	name, modifiers, _ := strings.Cut(attribute, ".")
	switch {
	case name == "v-model":
		return DefaultModel, []string{updated + DefaultModel, "input"}
	case name == "wx:model":
		return OldModel, []string{"input"}
	case strings.HasPrefix(name, "v-model:"):
		property = name[len("v-model:"):]
	case strings.HasPrefix(name, TwoWayPrefix):
		return name[len(TwoWayPrefix):], nil
	case modifiers == "sync" && name != "v-bind":
		property = name[strings.IndexByte(name, ':')+1:]
	default:
		return "", nil
	}
	return property, []string{updated + property}
}

const updated = "update:" // begins the events that give a property back

// TwoWayPrefix is explained with TwoWay. DefaultModel is the property of v-model, and
// OldModel the one of Vue 2, in which ModelOption of a component can name another one,
// and its event; ModelDefiner makes a ref of it
// (https://vuejs.org/api/sfc-script-setup.html#definemodel,
// https://v2.vuejs.org/v2/api/#model).
const (
	TwoWayPrefix  = "model:"
	DefaultModel  = "modelValue"
	OldModel      = "value"
	ModelOption   = "model"
	ModelProperty = "prop"
	ModelEvent    = "event"
	ModelDefiner  = "defineModel"
)

// PropsDefiner gives the attributes of a component in <script setup>, DefaultsGiver
// does with defaults, and Exposer gives what others can call
// (https://vuejs.org/api/sfc-script-setup.html).
const (
	PropsDefiner  = "defineProps"
	DefaultsGiver = "withDefaults"
	Exposer       = "defineExpose"
)

// IsAttributes reports whether a member of a component holds its attributes.
func IsAttributes(name string) bool {
	switch name {
	case "properties", "props", "data", "$props", "$attrs":
		return true
	}
	return false
}

// PropertyGroup declares the properties of a component, each with an Observer that
// may be the name of a method, and WatchGroups hold functions for properties and
// data by their paths; in an object, WatchHandler is one
// (https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/observer.html,
// https://vuejs.org/api/options-state.html#watch).
const (
	PropertyGroup = "properties"
	Observer      = "observer"
	WatchHandler  = "handler"
)

// WatchGroups is explained with PropertyGroup.
var WatchGroups = []string{"observers", "watch"}

// ComponentMaker makes a component of the platform, which ComponentSetter gives its
// properties to; builds of uni-app hand them on as PropsOfBuild, and
// ModelNamer of mpx names one; Created runs before it has any
// (https://developers.weixin.qq.com/miniprogram/dev/reference/api/Component.html,
// https://mpxjs.cn/guide/basic/two-way-binding.html).
const (
	ComponentMaker  = "Component"
	ComponentSetter = "setData"
	PropsOfBuild    = "u-p"
	ModelNamer      = "wx:model-prop"
	Created         = "created"
)

// TakesComponent are the methods that look into a component and set nothing
// (https://developers.weixin.qq.com/miniprogram/dev/api/wxml/SelectorQuery.in.html).
var TakesComponent = setOf("in", "log", "info", "warn", "error")

// GroupHooks are the functions of a component that get a group of it
// (https://vuejs.org/api/composition-api-setup.html,
// https://opendocs.alipay.com/mini/framework/component-lifecycle,
// https://legacy.reactjs.org/docs/react-component.html).
var GroupHooks = map[string]string{
	"setup": "props", "deriveDataFromProps": "props", "didUpdate": "props", "componentWillReceiveProps": "props",
}

// Emitters send an event from a component, in the detail of the event or in place
// of it (https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/events.html,
// https://vuejs.org/guide/components/events.html).
var Emitters = map[string]bool{"triggerEvent": true, "$emit": false, "emit": false, "emits": false}

// BusEmitters send an event over a bus or a channel, and BusListeners hear it;
// ChannelEvents is the option of a navigation that does
// (https://uniapp.dcloud.net.cn/api/window/communication.html,
// https://docs.taro.zone/docs/apis/about/events,
// https://developers.weixin.qq.com/miniprogram/dev/api/route/EventChannel.html).
var (
	BusEmitters  = setOf("emit", "$emit", "$broadcast", "trigger", "publish", "dispatch", "fire", "notify", "broadcast")
	BusListeners = setOf("on", "$on", "once", "$once", "addListener", "addEventListener", "subscribe", "listen")
)

// ChannelEvents is explained with BusEmitters. It also is the group of a component of WePY
// with the functions that hear events, which Invoker goes past: $invoke(component, method,
// …) calls a method (https://www.w3cschool.cn/qdwzc/qdwzc-bw8u25tz.html).
const (
	ChannelEvents = "events"
	Invoker       = "$invoke"
)

// RefAttribute names a component, and RefsMember holds those that are named
// (https://v2.vuejs.org/v2/api/#ref); Selectors find components by a selector
// (https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/events.html).
const (
	RefAttribute = "ref"
	RefsMember   = "$refs"
)

// Selectors is explained with RefAttribute.
var Selectors = []string{"selectComponent", "selectAllComponents", "$selectComponent"}

// Timers call their first argument, with those from the given one on
// (https://developers.weixin.qq.com/miniprogram/dev/api/base/timer/setTimeout.html).
var Timers = map[string]int{"setTimeout": 2, "setInterval": 2, "setImmediate": 1}

// LoadHooks are the functions that get what PageLoad gets
// (https://uniapp.dcloud.net.cn/tutorial/vue3-api.html, https://docs.taro.zone/docs/hooks#useload).
var LoadHooks = setOf("onLoad", "useLoad")

// Preloader of WePY hands a value to the next page, whose PageLoad gets all of them
// as Preloaded of its second argument (https://wepyjs.github.io/wepy-docs/1.x/).
const (
	Preloader = "$preload"
	PageLoad  = "onLoad"
	Preloaded = "preload"
)
