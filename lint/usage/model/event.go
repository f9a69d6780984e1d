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
