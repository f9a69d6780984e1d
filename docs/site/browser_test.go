package main

import (
	"context"
	"flag"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	cdpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
)

var (
	built = flag.String("site", "", "the site as build writes it")
	shots = flag.String("shots", "", "where screenshots are put; empty: nowhere")
	extra = flag.String("extra", "", "folders of more mini programs to drop, divided by commas")
)

// browser is a real one that shows the playground, and all that it asks the network for.
type browser struct {
	*testing.T
	context.Context
	base string // address of the site, below a path of its own
	root string // folder of the site

	mu     sync.Mutex
	asked  []string // requests for something else than the page itself
	served []string // paths that our server was asked for
}

// open starts a browser; without one, or without a built site, the test is skipped.
func open(t *testing.T, options ...chromedp.ExecAllocatorOption) *browser {
	t.Helper()
	if *built == "" {
		t.Skip("-site names no built site")
	}
	path := chromium()
	if path == "" {
		t.Skip("no chromium on the PATH")
	}
	root, err := filepath.Abs(*built)
	if err != nil {
		t.Fatal(err)
	}
	b := &browser{T: t, root: root}
	b.serve()
	options = append(append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.Flag("host-resolver-rules", "MAP * "+b.elsewhere()+", EXCLUDE 127.0.0.1"), chromedp.Flag("disable-quic", true), chromedp.Flag("disable-features", "Translate,IsolateSandboxedIframes"), // a frame in the page's process can be listened to
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-domain-reliability", true)), options...)
	allocator, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	b.Context, cancel = chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	b.listen()
	return b
}

func chromium() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

func (b *browser) serve() {
	files := http.StripPrefix("/some/path/", http.FileServer(http.Dir(b.root)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b.note(&b.served, r.URL.Path)
		files.ServeHTTP(w, r)
	}))
	b.Cleanup(server.Close)
	b.base = server.URL + "/some/path/"
}

// own are the hosts that the browser itself looks for, whatever it shows.
var own = regexp.MustCompile(`google\.com|googleapis\.com|gvt1\.com`)

// elsewhere is where all other hosts lead to: who connects is noted.
func (b *browser) elsewhere() string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			first := make([]byte, 4096) // names the host, be it HTTP or TLS
			if n, _ := c.Read(first); !own.Match(first[:n]) {
				b.note(&b.asked, fmt.Sprintf("another host: %q", first[:n]))
			}
			c.Close()
		}
	}()
	return l.Addr().String()
}

func (b *browser) note(list *[]string, text string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	*list = append(*list, text)
}

func (b *browser) noted(list *[]string) []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]string(nil), *list...)
}

// listen notes the requests of the page and what its policy refuses.
func (b *browser) listen() {
	err := chromedp.Do(b.Context) // starts the browser, which lives as long as the context
	if err == nil {
		err = chromedp.Listen(b.Context, func(event any) {
			switch e := event.(type) {
			case *network.EventRequestWillBeSent:
				if u := e.Request.URL; !strings.HasPrefix(u, "blob:") && !strings.HasPrefix(u, "data:") {
					b.note(&b.asked, u)
				}
			case *network.EventWebSocketCreated:
				b.note(&b.asked, e.URL)
			}
		})
	}
	if err != nil {
		b.Fatal(err)
	}
	call(b, network.Enable, network.EnableParams{})
	call(b, performance.Enable, performance.EnableParams{})
	call(b, cdpage.AddScriptToEvaluateOnNewDocument, cdpage.AddScriptToEvaluateOnNewDocumentParams{Source: `
		window.violations = [];
		window.framed = '';
		addEventListener('securitypolicyviolation', e => violations.push(e.violatedDirective + ' ' + e.blockedURI));
		addEventListener('error', e => violations.push('error: ' + e.message));
		addEventListener('unhandledrejection', e => violations.push('rejection: ' + e.reason));
		if (parent === window) addEventListener('message', e => { if (e.data.framed) framed = e.data.framed; });
		else addEventListener('load', () => {
			let open = 'open';
			try { parent.document; } catch { open = 'closed'; }
			parent.postMessage({framed: ['filter ' + (document.querySelector('form').hidden ? 'hidden' : 'shown'), 'parent ' + open, ...violations].join(', ')}, '*');
		});`})
}

// call sends a command of the protocol.
func call[P, R any](b *browser, command cdp.Command[P, R], params P) {
	b.Helper()
	if _, err := chromedp.Call(b.Context, command, params); err != nil {
		b.Fatalf("%s: %v", command.Method, err)
	}
}

// run does something in the browser, for a minute at most.
func (b *browser) run(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.Context, time.Minute)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		b.shot("failed")
		b.Fatalf("%v\n%s", err, b.text("document.body.innerText"))
	}
}

func (b *browser) click(selector string) {
	b.Helper()
	b.run(chromedp.Click(chromedp.CSS(selector)))
}

// wait waits until there is something to be seen.
func (b *browser) wait(selector string) {
	b.Helper()
	b.run(chromedp.WaitVisible(chromedp.CSS(selector)))
}

// look opens the playground and waits until the linter is there.
func (b *browser) look(address string) {
	b.Helper()
	b.run(chromedp.Navigate("about:blank"), chromedp.Navigate(address)) // another fragment alone would be the same page
	b.wait("body[data-ready]")
	b.mu.Lock()
	b.asked = nil // the page itself
	b.mu.Unlock()
}

// answered waits until a run has come to its end, on a busy machine as long as the page
// works on it.
func (b *browser) answered() {
	b.Helper()
	const ended = "document.getElementById('verdict').offsetParent"
	for took := b.processTime(); b.text(ended+" !== null") != "true"; {
		ctx, cancel := context.WithTimeout(b.Context, time.Minute)
		err := chromedp.Do(ctx, waitFor(ended))
		cancel()
		now := b.processTime()
		if err != nil && now-took < time.Second {
			b.shot("failed")
			b.Fatalf("no answer, and %v of work in a minute: %v\n%s", now-took, err, b.text("document.body.innerText"))
		}
		took = now
	}
}

// text evaluates an expression that is a text.
func (b *browser) text(expression string) string {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.Context, 20*time.Second)
	defer cancel()
	out, err := chromedp.Run(ctx, chromedp.Evaluate[string]("(async () => String("+expression+"))()", chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatalf("%s: %v", expression, err)
	}
	return out
}

// says holds the text of an element against parts that it must have.
func (b *browser) says(selector string, parts ...string) {
	b.Helper()
	got := b.text("document.querySelector(" + quote(selector) + ")?.innerText")
	for _, part := range parts {
		if !strings.Contains(got, part) {
			b.Errorf("%s does not say %q:\n%s", selector, part, got)
		}
	}
}

func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", `\'`) + "'" }

// quiet fails if the page has asked for anything, or tried to.
func (b *browser) quiet() {
	b.Helper()
	for _, request := range b.noted(&b.asked) {
		b.Errorf("the page asked for %s", request)
	}
	if v := b.text("violations.join('\\n')"); v != "" {
		b.Errorf("violations of the policy, or errors:\n%s", v)
	}
}

// shot writes a picture of the whole page if they are wanted.
func (b *browser) shot(name string) { b.shotOf(name, chromedp.FullScreenshot(100)) }

func (b *browser) shotOf(name string, picture chromedp.Action[[]byte]) {
	if *shots == "" {
		return
	}
	ctx, cancel := context.WithTimeout(b.Context, 20*time.Second)
	defer cancel()
	time.Sleep(300 * time.Millisecond) // until frames have painted
	png, err := chromedp.Run(ctx, picture)
	if err != nil {
		b.Log(err)
		return
	}
	if err := os.MkdirAll(*shots, 0o755); err != nil {
		b.Log(err)
	}
	if err := os.WriteFile(filepath.Join(*shots, name+".png"), png, 0o644); err != nil {
		b.Log(err)
	}
}

// screen sets the size of the screen and the scheme of its colours.
func (b *browser) screen(width, height int64, scheme string) {
	b.Helper()
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: height, DeviceScaleFactor: 1, Mobile: width < 500})
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
}
