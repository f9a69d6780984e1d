// Package platform holds what is known about the mini-program platforms, as
// values: console boxes with their rules, network APIs with their categories,
// matchers, forbidden hosts, vendors and SDK hosts. Every row names its
// source. A new platform is a new value.
package platform

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/message"
)

// Platform is one mini-program platform. Its fields are all that it is to the other
// packages.
type Platform struct {
	ID     ID
	Name   message.Text
	Degree Degree
	Global string // the object that holds its APIs in source code: wx
	// Assumed: a framework's project is built for it where nothing says more.
	Assumed bool
	Files   Files
	Names   Names

	Project Project
	Boxes   []Box // what the console asks for, in its order; a category without one has no known list
	Games   []Box // the same of a mini game; nil where they are the same
	// Separator stands between the entries that are pasted into the console.
	Separator string
	Lists     Lists
	Markup    []Attribute
	APIs      []API
	// Forbidden may never be listed; where its Categories are empty, never be
	// called either.
	Forbidden []Forbidden
	Open      []Open // reachable without being listed
	// Unboxed says how an entry is compared in a category that has no box.
	Unboxed Box
}

// Degree says how far the mini programs of a platform are judged.
type Degree uint8

// The degrees.
const (
	Unjudged Degree = iota // they are named as skipped
	Listed                 // their hosts are listed; that they must be filed is not established
	Judged                 // their hosts must be filed
)

// Box is one list of domains in a platform's console.
type Box struct {
	Category   Category
	Shares     []Category   // further categories that the same list is for
	Title      message.Text // as the console calls it
	Schemes    []string     // what an entry may begin with; empty when entries have none
	Port       PortRule
	Max        int  // most entries that the console takes; 0 when not established
	PoolMax    int  // most entries of a third-party platform's pool; 0 when not established
	Domain     bool // an entry is a registrable domain, without a scheme
	Below      bool // an entry lets the sub-domains of its host pass
	Open       bool // what is used need not be listed any more
	Wildcard   bool // an entry may be a wildcard, for all sub-domains
	Underscore bool // an entry may hold an underscore
	IDN        bool // an entry may hold characters other than ASCII
	Source     string
}

// Takes reports whether the box is the list for a category.
func (b *Box) Takes(c Category) bool {
	return b.Category == c || slices.Contains(b.Shares, c)
}

// PortRule says what a port in a box's entry and in a used URL means.
type PortRule uint8

// The port rules.
const (
	PortUnknown PortRule = iota // not established: nothing is said about ports
	PortExact                   // may be configured, then matches exactly; explicit :443 differs from none
	PortAny                     // must not be configured; every port of the host may be used
	PortNone                    // must not be configured, and a used URL has none
	PortIgnored                 // entries are bare hosts; ports and schemes of used URLs are not looked at
)

// Allowed reports whether an entry may hold a port.
func (r PortRule) Allowed() bool { return r == PortExact || r == PortUnknown }

// API is one function of a platform that contacts a host.
type API struct {
	// Name is the path below the global object: "request". A method of what a
	// function returns follows it: "createUDPSocket.send".
	Name     string
	Category Category
	// Property of the options object that holds the URL; "[]" behind a name
	// is each item of an array: "sources[].url".
	Property string
	// Positional: a bare string as first argument is the URL.
	Positional bool
	// Assigned: the property is set on what the function returns
	// (createInnerAudioContext().src = url), not passed to it.
	Assigned bool
	Source   string
}

// Forbidden is a host that a platform refuses.
type Forbidden struct {
	Host       string     // and every host below it
	Categories []Category // where it is refused; empty: everywhere
	Reason     message.Text
	Source     string
}

// Open is what a platform lets through although no list names it.
type Open struct {
	Host     string
	Path     string // prefix of the path; "" for every path
	Category Category
	Source   string
}

// known are all platforms that leave marks. The first is the one that a mini
// program is taken for where nothing tells. Of platforms that share the name of a
// project file, the first has those that nobody owns.
var known = []*Platform{
	&wechat, &alipay, &douyin, &baiduProgram, &qq, &kuaishou, &jd, &xiaohongshu, &feishu, &dingtalk,
	&harmony, &quickApp, &nativeApp,
}

// all are the platforms whose mini programs are read.
var all = slices.DeleteFunc(slices.Clone(known), func(p *Platform) bool { return !p.IsRead() })

// All returns the platforms whose mini programs are read, in their fixed order.
func All() []*Platform { return slices.Clone(all) }

// Known returns all platforms that leave marks, in their fixed order.
func Known() []*Platform { return slices.Clone(known) }

// IsRead reports whether the platform is one of All.
func (p *Platform) IsRead() bool { return p.Degree != Unjudged }

// Default returns the platform that a mini program is taken for where nothing
// tells.
func Default() *Platform { return all[0] }

// ByID returns the known platform, or nil if there is none of that name.
func ByID(id ID) *Platform {
	for _, p := range known {
		if p.ID == id {
			return p
		}
	}
	return nil
}

// Box returns the console's list for a category; nil where the platform has
// none or none is established.
func (p *Platform) Box(c Category) *Box {
	for i := range p.Boxes {
		if b := &p.Boxes[i]; b.Takes(c) {
			return b
		}
	}
	return nil
}

// ForGames returns the platform as it is for mini games.
func (p *Platform) ForGames() *Platform {
	if p.Games == nil {
		return p
	}
	game := *p
	game.Boxes = p.Games
	return &game
}

// API returns the row of a function by its name below the global object.
func (p *Platform) API(name string) (API, bool) {
	for i := range p.APIs {
		if p.APIs[i].Name == name {
			return p.APIs[i], true
		}
	}
	return API{}, false
}

// Forbids returns why a canonical host may neither be listed nor called in any
// category; nil when it may.
func (p *Platform) Forbids(host string) *Forbidden {
	for i := range p.Forbidden {
		if f := &p.Forbidden[i]; len(f.Categories) == 0 && endpoint.Covers(f.Host, host) {
			return f
		}
	}
	return nil
}

// ForbidsIn returns why a canonical host may not be listed in the box of a
// category; nil when it may.
func (p *Platform) ForbidsIn(c Category, host string) *Forbidden {
	if f := p.Forbids(host); f != nil {
		return f
	}
	for i := range p.Forbidden {
		if f := &p.Forbidden[i]; slices.Contains(f.Categories, c) && endpoint.Covers(f.Host, host) {
			return f
		}
	}
	return nil
}

// IsOpen reports whether a used endpoint is reachable in a category without
// being listed.
func (p *Platform) IsOpen(used endpoint.Endpoint, c Category) bool {
	for i := range p.Open {
		if o := &p.Open[i]; o.Category == c && o.Host == used.Host && strings.HasPrefix(used.Path, o.Path) {
			return true
		}
	}
	return false
}
