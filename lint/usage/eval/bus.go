package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// buses are the calls that send events over a bus or a channel, by the event.
type buses struct {
	sent  map[string][]site
	heard map[heard]bool
}

// note takes in the calls that send events.
func (b *buses) note(e *Evaluator, live []*resolve.Module) {
	b.sent = map[string][]site{}
	for _, m := range live {
		for _, x := range m.Tree.Calls {
			if x.L.Kind != ast.Member || len(x.List) < 2 || !model.BusEmitters[x.L.Text] {
				continue
			}
			for _, v := range e.eval(x.List[0], m, nil).Texts() {
				if !v.Open {
					b.sent[v.Text] = append(b.sent[v.Text], site{args: x.List[1:], mod: m, at: x.Start})
				}
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
	case x.L.Kind == ast.Member && model.BusListeners[x.L.Text] && len(x.List) > 1:
		for _, v := range l.e.eval(x.List[0], m, nil).Texts() {
			b.hear(l, v.Text, l.e.eval(x.List[1], m, nil))
		}
	case len(x.List) == 1 && x.List[0].Kind == ast.Object && model.Navigations[ast.NameOf(x.L)]:
		for i := range x.List[0].Props {
			if p := &x.List[0].Props[i]; p.Key == model.ChannelEvents && p.Value != nil {
				for j := range p.Value.Props {
					b.hear(l, p.Value.Props[j].Key, l.e.eval(p.Value.Props[j].Value, m, nil))
				}
			}
		}
	}
}

// hear notes that functions are called with all that is sent with an event.
func (b *buses) hear(l *linker, event string, callees Values) {
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
