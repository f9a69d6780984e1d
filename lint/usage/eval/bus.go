package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// buses are the calls that send events over a bus or a channel, by the event.
type buses struct {
	sent  map[string][]*site
	heard map[heard]bool
}

// note takes in the calls that send events.
func (b *buses) note(e *Evaluator, live []*resolve.Module) {
	b.sent = map[string][]*site{}
	for _, m := range live {
		for x := range e.facts.named.that(sendEvent, m) {
			at, prefix := 0, ""
			if x.L.Kind != ast.Member || len(x.List) < 2 {
				continue
			}
			if x.L.Text == model.Invoker {
				at, prefix = 1, invoked
			}
			if len(x.List) < at+2 || at == 0 && !model.BusEmitters[x.L.Text] {
				continue
			}
			for _, v := range e.eval(x.List[at], m, nil).Texts() {
				if event := prefix + v.Text; !v.Open {
					b.sent[event] = append(b.sent[event], &site{args: x.List[at+1:], mod: m, at: x.Start})
				}
			}
		}
	}
}

// invoked begins what stands for the event that a method of WePY is invoked by.
const invoked = "$invoke "

// listenIn notes what the methods of a class, and those in its groups, are called with by
// the events that it hears.
func (b *buses) listenIn(l *linker, class *ast.ClassBody, m *resolve.Module) {
	for i := range class.Members {
		p := &class.Members[i]
		if len(b.sent) == 0 || p.Value == nil || p.Static {
			continue
		}
		b.hear(l, invoked+p.Key, l.e.eval(p.Value, m, nil))
		for j := range p.Value.Props() {
			inner := &p.Value.Props()[j]
			switch {
			case inner.Value == nil:
			case p.Key == model.ChannelEvents:
				b.hear(l, inner.Key, l.e.eval(inner.Value, m, nil))
			case p.Key == model.MethodGroup:
				b.hear(l, invoked+inner.Key, l.e.eval(inner.Value, m, nil))
			}
		}
	}
}

// listen notes what a listener is called with: all that is sent with its event.
func (b *buses) listen(l *linker, x *ast.Expr, m *resolve.Module) {
	if len(b.sent) == 0 {
		return
	}
	switch {
	case len(x.List) > 1 && x.L.Kind == ast.Member && model.BusListeners[x.L.Text]:
		for _, v := range l.e.eval(x.List[0], m, nil).Texts() {
			b.hear(l, v.Text, l.e.eval(x.List[1], m, nil))
		}
	case len(x.List) == 1 && x.List[0].Kind == ast.Object && model.Navigations[ast.NameOf(x.L)]:
		for i := range x.List[0].Props() {
			if p := &x.List[0].Props()[i]; p.Key == model.ChannelEvents && p.Value != nil {
				for j := range p.Value.Props() {
					b.hear(l, p.Value.Props()[j].Key, l.e.eval(p.Value.Props()[j].Value, m, nil))
				}
			}
		}
	}
}

// hear notes that functions are called with all that is sent with an event.
func (b *buses) hear(l *linker, event string, callees Values) {
	if len(b.sent[event]) == 0 {
		return
	}
	for _, v := range functionsIn(callees) {
		key := heard{event, v.Fn}
		if b.heard[key] {
			continue
		}
		b.heard[key] = true
		l.sites[v.Fn] = append(l.sites[v.Fn], b.sent[event]...)
	}
}

// heard is a function that listens to an event.
type heard struct {
	event string
	fn    *ast.Func
}
