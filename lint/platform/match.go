package platform

import (
	"slices"

	"github.com/beianlint/beianlint/lint/endpoint"
)

// matcher is a platform's own comparison of an entry of its list with an
// endpoint that the code uses; box is the list's rules.
type matcher func(box *Box, declared, used endpoint.Endpoint) bool

// Accepts reports whether the platform lets a used endpoint pass because of
// one declared entry, by the platform's own matcher. An entry without a scheme
// is taken for one with the box's. In a category without an established box
// schemes and ports are not looked at. A wildcard is no entry.
func (p *Platform) Accepts(declared, used endpoint.Endpoint, c Category) bool {
	if declared.Wildcard || declared.Host == "" {
		return false
	}
	box := p.Box(c)
	if box == nil {
		box = &Box{Category: c}
	}
	return p.matches(box, declared, used)
}

// matchExactly is WeChat's: scheme, host and port as written
// (https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html).
// A web-view domain also opens its sub-domains
// (https://developers.weixin.qq.com/miniprogram/dev/framework/ability/domain.html).
func matchExactly(box *Box, declared, used endpoint.Endpoint) bool {
	if !sameScheme(box, declared, used) {
		return false
	}
	switch {
	case box.Port == PortExact && declared.Port != used.Port:
		return false
	case box.Port == PortNone && used.Port != 0:
		return false
	case box.Category == WebView:
		return endpoint.Covers(declared.Host, used.Host)
	}
	return declared.Host == used.Host
}

// matchAlipay compares registrable domains for the server list
// (https://opendocs.alipay.com/mini/008gq6: a.com lets 1.a.com and 2.a.com
// pass) and whole hosts for the H5 list.
func matchAlipay(box *Box, declared, used endpoint.Endpoint) bool {
	if !sameScheme(box, declared, used) {
		return false
	}
	if box.Category == WebView {
		return declared.Host == used.Host && used.Port == 0
	}
	if endpoint.Covers(declared.Host, used.Host) {
		return true
	}
	domain := endpoint.Registrable(used.Host)
	return domain != "" && domain == endpoint.Registrable(declared.Host)
}

// sameScheme compares the schemes, with the box's own where none is written.
func sameScheme(box *Box, declared, used endpoint.Endpoint) bool {
	if len(box.Schemes) == 0 {
		return true
	}
	scheme := used.Scheme
	if scheme == "" {
		scheme = box.Schemes[0]
	}
	return slices.Contains(box.Schemes, scheme) && (declared.Scheme == "" || declared.Scheme == scheme)
}
