package main

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// choose gives files to an input, as the browser's dialogue does.
func (b *browser) choose(selector string, paths ...string) {
	b.Helper()
	b.run(chromedp.SetUploadFiles(chromedp.CSS(selector), paths))
}

// drop drops files and folders on the page, as from a file manager.
func (b *browser) drop(paths ...string) {
	b.Helper()
	data := &input.DragData{Items: []*input.DragDataItem{}, Files: paths, DragOperationsMask: 1}
	for _, kind := range []input.DispatchDragEventType{"dragEnter", "dragOver", "drop"} {
		call(b, input.DispatchDragEvent, input.DispatchDragEventParams{Type: kind, X: 300, Y: 300, Data: data})
	}
}

// waitFor waits until an expression is true.
func waitFor(expression string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := chromedp.Poll[bool]("!!("+expression+")")(ctx, t)
		return err
	})
}

func absolute(t *testing.T, paths ...string) (all []string) {
	t.Helper()
	for _, p := range paths {
		abs, err := filepath.Abs(p)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(abs); err != nil {
			t.Fatal(err)
		}
		all = append(all, abs)
	}
	return all
}

// TestExample clicks through the example, in both languages.
func TestExample(t *testing.T) {
	b := open(t)
	b.look(b.base + "playground/#en")
	b.shot("start")
	b.click("#example")
	b.answered()
	b.says("#verdict", "1 domain needs attention")
	b.says("#panel-findings", "files.example.net", "shop/pages/order/order.js:13:12", "https://files.example.net/invoice.pdf", "unfiled-domain")
	b.shot("findings")
	b.click("#tab-console")
	b.says("#panel-console", "request合法域名", "https://api.example.com", "https://upload.example.com.cn", "left out: files.example.net (not filed)")
	b.shot("console")
	b.click("#tab-domains")
	b.says("#panel-domains", "img.example.com", "京ICP备2024000001号-1")
	b.click("#language")
	b.run(waitFor("document.querySelector('#verdict').innerText.includes('需要处理')"))
	b.says("#verdict", "1 个域名需要处理")
	b.says("#panel-domains", "备案")
	b.shot("zh")
	b.quiet()
}

// TestLists: a workbook or a table decides as a text does, a project is dropped with its
// list, and without one there is a list to begin with.
func TestLists(t *testing.T) {
	shop := filepath.Join(t.TempDir(), "shop")
	if err := os.CopyFS(shop, os.DirFS(absolute(t, "../../testdata/shop")[0])); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(shop, "filed-domains.txt")); err != nil {
		t.Fatal(err)
	}
	b := open(t)
	b.look(b.base + "playground/#en")
	b.drop(shop)
	b.answered()
	b.says("#verdict", "4 domains found")
	b.says("#next", "Add your filed list")
	b.says("#save", "Save a first filed list")
	b.says("#panel-domains", "upload.example.com.cn")
	b.shot("without-list")
	for _, list := range lists(t) {
		b.choose("#lists", list)
		b.run(waitFor("document.querySelector('#verdict').innerText.includes('attention')"))
		b.says("#verdict", "1 domain needs attention")
		b.says("#list", filepath.Base(list))
		b.click("#list .chosen button")
		b.run(waitFor("document.querySelector('#verdict').innerText.includes('found')"))
	}
	b.look(b.base + "playground/#zh-CN")
	b.drop(append(lists(t)[:1], shop)...)
	b.answered()
	b.says("#verdict", "1 个域名需要处理")
	b.quiet()
}

// lists are files with the filings of the example: a workbook and a table in GBK.
func lists(t *testing.T) []string {
	t.Helper()
	dir := t.TempDir()
	gbk, err := simplifiedchinese.GBK.NewEncoder().String("域名,备案号,主体\nexample.com,京ICP备2024000001号-1,示例商店有限公司\nexample.com.cn,京ICP备2024000001号-2,示例商店有限公司\n")
	if err != nil {
		t.Fatal(err)
	}
	table, book := filepath.Join(dir, "备案.csv"), filepath.Join(dir, "备案.xlsx")
	if err := os.WriteFile(table, []byte(gbk), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(book, workbook(t, [][]string{{"域名", "备案号"}, {"example.com", "京ICP备2024000001号-1"}, {"example.com.cn", "京ICP备2024000001号-2"}}), 0o600); err != nil {
		t.Fatal(err)
	}
	return []string{book, table}
}

// workbook is the least that is one (ECMA-376), with its cells as inline strings.
func workbook(t *testing.T, rows [][]string) []byte {
	t.Helper()
	const head, main = `<?xml version="1.0" encoding="UTF-8"?>`, "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	var sheet strings.Builder
	for _, row := range rows {
		sheet.WriteString("<row>")
		for _, cell := range row {
			sheet.WriteString(`<c t="inlineStr"><is><t>` + cell + `</t></is></c>`)
		}
		sheet.WriteString("</row>")
	}
	return zipped(t, map[string]string{
		"[Content_Types].xml":        head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
		"_rels/.rels":                head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            head + `<workbook xmlns="` + main + `" xmlns:r="` + office + `"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + office + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   head + `<worksheet xmlns="` + main + `"><sheetData>` + sheet.String() + `</sheetData></worksheet>`,
	})
}

func zipped(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, content := range files {
		out, err := w.Create(name)
		if err == nil {
			_, err = out.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestChoose: the dialogues take a folder and an archive, and what is none is said to be so.
func TestChoose(t *testing.T) {
	shop := absolute(t, "../../testdata/shop")[0]
	dir := t.TempDir()
	files := map[string]string{"../../outside.js": "wx.request({url: 'https://evil.example.org'})"}
	err := fs.WalkDir(os.DirFS(shop), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(shop, name))
		files["my-shop/"+name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	archive, none := filepath.Join(dir, "shop.zip"), filepath.Join(dir, "shop2.zip")
	if err := errors.Join(os.WriteFile(archive, zipped(t, files), 0o600), os.WriteFile(none, []byte("Rar!\x1a\x07"), 0o600)); err != nil {
		t.Fatal(err)
	}
	b := open(t)
	b.look(b.base + "playground/#en")
	b.choose("#folder", shop)
	b.answered()
	b.says("#verdict", "1 domain needs attention")
	b.says("#panel-findings", "shop/pages/order/order.js:13:12")
	b.choose("#zip", none)
	b.wait("#trouble")
	b.says("#trouble", "shop2 is not a ZIP")
	b.choose("#zip", archive)
	b.answered()
	b.says("#verdict", "1 domain needs attention")
	b.says("#panel-findings", "shop/pages/order/order.js:13:12")
	b.says("#refused", "1 file was left out")
	if strings.Contains(b.text("document.body.innerText"), "evil.example.org") {
		t.Error("a file that the archive has outside of it was read")
	}
	inside, err := filepath.Glob(filepath.Join(shop, "*"))
	if err != nil {
		t.Fatal(err)
	}
	b.drop(inside...)
	b.run(waitFor("document.querySelector('#panel-findings')?.innerText.includes('project/pages/order/order.js:13:12')"))
	b.drop(filepath.Join(shop, "app.wxss"))
	b.wait("#trouble")
	b.says("#trouble", "app.wxss is neither")
	b.quiet()
}

// TestReport: the report runs in its frame, with its own script and nothing of the page.
func TestReport(t *testing.T) {
	b := open(t)
	b.look(b.base + "playground/#en")
	b.click("#example")
	b.answered()
	b.click("#tab-report")
	b.reported()
	b.shot("report")
	b.quiet()
}

// reported waits until the report in the frame has told of itself; see listen.
func (b *browser) reported() {
	b.Helper()
	b.run(waitFor("window.framed"))
	if got := b.text("framed"); got != "filter shown, parent closed" {
		b.Errorf("the report in its frame: %s", got)
	}
}

// TestSave: what is offered can be saved and copied.
func TestSave(t *testing.T) {
	b := open(t)
	dir := t.TempDir()
	call(b, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{Behavior: "allow", DownloadPath: dir})
	b.look(b.base + "playground/#en")
	b.click("#example")
	b.answered()
	for i, want := range []struct{ name, content string }{
		{"domains.html", "<title>Domain filing report"}, {"domains.csv", "files.example.net"}, {"filed-domains.txt", "example.net  pending"},
	} {
		b.click(fmt.Sprintf("#save button:nth-child(%d)", i+1))
		if got := saved(filepath.Join(dir, want.name)); !strings.Contains(got, want.content) {
			t.Errorf("%s does not have %q:\n%s", want.name, want.content, got)
		}
	}
	b.click("#tab-console")
	b.text("navigator.clipboard.writeText = async text => { window.copied = text; }")
	b.click("#panel-console button")
	b.run(waitFor("document.querySelector('#panel-console button').textContent === 'Copied'"))
	if got := b.text("copied"); got != "https://api.example.com" {
		t.Errorf("copied %q", got)
	}
	b.text("[navigator.clipboard.writeText = () => Promise.reject(), document.execCommand = () => { window.copied = document.activeElement.value; }]")
	b.click(".box:nth-of-type(2) button")
	b.run(waitFor("copied === 'https://upload.example.com.cn'"))
	b.quiet()
}

// saved waits for a file that the browser writes and returns its content.
func saved(path string) string {
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if data, err := os.ReadFile(path); err == nil {
			return string(data)
		}
	}
	return "not there"
}

// TestFromDisk: a saved copy needs no server.
func TestFromDisk(t *testing.T) {
	b := open(t)
	b.look("file://" + filepath.ToSlash(b.root) + "/playground/index.html#en")
	b.click("#example")
	b.answered()
	b.says("#verdict", "1 domain needs attention")
	b.click("#tab-report")
	b.wait("iframe") // in a process of its own, where nothing is listened to
	b.shot("disk")
	b.quiet()
	if served := b.noted(&b.served); len(served) > 0 {
		t.Errorf("it asked a server for %q", served)
	}
}

// TestNothingLeaves: what a page may ask for, this one may not, nor its worker.
func TestNothingLeaves(t *testing.T) {
	b := open(t)
	b.look(b.base + "playground/#en")
	served := len(b.noted(&b.served))
	for _, try := range []string{
		"fetch('https://files.example.org/x')", "fetch('index.html')", "navigator.sendBeacon('https://files.example.org/x', 'x') && Promise.reject()",
		"new Promise((ok, no) => { const i = new Image(); i.onload = ok; i.onerror = no; i.src = 'https://files.example.org/x.png'; })",
		"new Promise((ok, no) => { const s = new WebSocket('wss://files.example.org'); s.onopen = ok; s.onerror = no; })",
		"new Promise((ok, no) => { const w = new Worker(URL.createObjectURL(new Blob([`fetch('https://files.example.org').then(() => postMessage(1), () => postMessage(0))`]))); w.onmessage = e => e.data ? ok() : no(); })",
	} {
		if got := b.text("await (" + try + ").then(() => 'went', () => 'refused')"); got != "refused" {
			t.Errorf("%s: %s", try, got)
		}
	}
	if all := b.noted(&b.served); len(all) != served {
		t.Errorf("the server was asked for %q", all[served:])
	}
	for _, asked := range b.noted(&b.asked) {
		if strings.HasPrefix(asked, "another host") {
			t.Error(asked)
		}
	}
}

// TestScreens makes pictures to be looked at: light, dark, phone, both languages. On each
// of them nothing sticks out.
func TestScreens(t *testing.T) {
	b := open(t)
	for _, screen := range []struct {
		name, lang, scheme string
		width              int64
	}{
		{"light-en", "en", "light", 1280}, {"dark-zh", "zh-CN", "dark", 1280}, {"phone-zh", "zh-CN", "light", 375}, {"phone-dark-en", "en", "dark", 375},
	} {
		b.screen(screen.width, 800, screen.scheme)
		b.look(b.base + "playground/#" + screen.lang)
		b.shot("playground-" + screen.name + "-start")
		b.click("#example")
		b.answered()
		for _, tab := range []string{"findings", "report", "domains", "console"} {
			b.click("#tab-" + tab)
			if tab == "report" {
				b.reported()
			}
			b.shot("playground-" + screen.name + "-" + tab)
			if got := b.text("document.documentElement.scrollWidth - innerWidth"); got != "0" {
				t.Errorf("%s, %s: %s pixels stick out", screen.name, tab, got)
			}
		}
	}
	b.quiet()
}

// TestSiteScreens makes pictures of the documents: nothing sticks out of any page.
func TestSiteScreens(t *testing.T) {
	b := open(t)
	for _, screen := range []struct {
		name, scheme string
		width        int64
	}{{"light", "light", 1280}, {"dark", "dark", 1280}, {"phone", "light", 375}} {
		b.screen(screen.width, 800, screen.scheme)
		for _, page := range []string{"index.html", "index.zh-CN.html", "filed-list.html", "ci.zh-CN.html", "security.html", "rules/unfiled-domain.zh-CN.html"} {
			b.run(chromedp.Navigate(b.base + page))
			b.shotOf("site-"+screen.name+"-"+strings.ReplaceAll(page, "/", "-"), chromedp.CaptureScreenshot())
			if got := b.text("document.documentElement.scrollWidth - innerWidth"); got != "0" {
				t.Errorf("%s, %s: %s pixels stick out", screen.name, page, got)
			}
			if v := b.text("violations.join()"); v != "" {
				t.Errorf("%s: %s", page, v)
			}
		}
	}
}

// large makes a mini program with many files, each with an address.
func large(t *testing.T, files int) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "large")
	write := func(name, content string) {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(content), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	var pages []string
	for i := range files {
		pages = append(pages, fmt.Sprintf(`"p/%d"`, i))
		write(fmt.Sprintf("p/%d.js", i), fmt.Sprintf("const u = 'https://h%d.example.com/'\nPage({ onLoad() { wx.request({ url: u + 'a' }) } })\n", i))
	}
	write("app.json", `{"pages":[`+strings.Join(pages, ",")+`]}`)
	write("node_modules/a/index.js", "wx.request({ url: 'https://module.example.org' })")
	write("filed-domains.txt", "example.com 京ICP备2024000001号-1\n")
	return dir
}

// TestLarge: a large folder leaves the page alive, a run can be cancelled, and another
// one begun after it.
func TestLarge(t *testing.T) {
	b := open(t)
	b.look(b.base + "playground/#en")
	folder := large(t, 3000)
	b.text(`(() => { window.longest = 0; let last = performance.now();
		setInterval(() => { const now = performance.now(); longest = Math.max(longest, now - last); last = now; }, 5) })()`)
	b.drop(folder)
	b.wait("#progress")
	b.click("#cancel")
	b.says("#trouble", "Cancelled")
	b.drop(folder)
	b.answered()
	b.says("#verdict", "Every checked domain is filed")
	b.says("#counts", "3000 hosts")
	t.Logf("3000 files; the page answered again after %s ms at most", b.text("Math.round(longest)"))
	if b.text("longest < 1500") != "true" {
		t.Error("the page was not alive")
	}
	b.click("#tab-domains")
	b.says("#program", "3,002 files") // without node_modules
	b.quiet()
}

// TestStart: how long the linter takes until it is ready. The bound is on the processor
// time of the page's process, which is about what the clock says of an idle machine and
// the same on a busy one.
func TestStart(t *testing.T) {
	b := open(t)
	bound := 1500 * time.Millisecond
	b.look(b.base + "playground/#en")
	took := b.processTime()
	t.Logf("ready %s ms after the address was opened, %v of processor time", b.text("document.body.dataset.ready"), took)
	if took > bound || took == 0 {
		t.Errorf("ready after %v of processor time, want at most %v", took, bound)
	}
}

// processTime is the processor time that the page's process has taken.
func (b *browser) processTime() time.Duration {
	b.Helper()
	metrics, err := chromedp.Call(b.Context, performance.GetMetrics, cdp.Empty{})
	if err != nil {
		b.Fatal(err)
	}
	for _, m := range metrics.Metrics {
		if m.Name == "ProcessTime" {
			return time.Duration(m.Value * float64(time.Second)).Round(time.Millisecond)
		}
	}
	return 0
}

// TestKeyboard: all can be done with a keyboard: the tabs move by arrows, and the verdict
// has the focus once it is there.
func TestKeyboard(t *testing.T) {
	b := open(t)
	b.look(b.base + "playground/#en")
	b.text("document.getElementById('example').focus()")
	b.run(chromedp.KeyEvent("\r"))
	b.answered()
	focused := func() string { return b.text("document.activeElement.id") }
	if got := focused(); got != "verdict" {
		t.Errorf("the focus is on %q", got)
	}
	b.text("document.getElementById('tab-findings').focus()")
	for _, step := range []struct{ key, want string }{{kb.ArrowRight, "tab-report"}, {kb.End, "tab-console"}, {kb.ArrowRight, "tab-findings"}, {kb.ArrowLeft, "tab-console"}, {kb.Home, "tab-findings"}} {
		b.run(chromedp.KeyEvent(step.key))
		if got := focused(); got != step.want {
			t.Errorf("the focus is on %q, want %q", got, step.want)
		}
		if shown := b.text("[...document.querySelectorAll('[role=tabpanel]')].filter(p => !p.hidden).map(p => p.getAttribute('aria-labelledby'))"); shown != step.want {
			t.Errorf("%q is shown", shown)
		}
	}
	unnamed := b.text(`[...document.querySelectorAll('button, a, input:not([hidden]), iframe, progress')].filter(e =>
		!(e.innerText || e.textContent || e.getAttribute('aria-label') || e.title || e.getAttribute('aria-labelledby')).trim()).map(e => e.outerHTML).join('\n')`)
	if unnamed != "" {
		t.Errorf("without a name:\n%s", unnamed)
	}
}

// TestMore drops further folders, if there are any: each has an answer.
func TestMore(t *testing.T) {
	if *extra == "" {
		t.Skip("-extra names no folders")
	}
	b := open(t)
	for folder := range strings.SplitSeq(*extra, ",") {
		b.look(b.base + "playground/#zh-CN")
		begun := b.processTime()
		b.drop(absolute(t, folder)...)
		b.answered()
		t.Logf("%s: %s, %s, %v of processor time", filepath.Base(folder), b.text("document.querySelector('#verdict').innerText"), b.text("document.querySelector('#counts').innerText"), b.processTime()-begun)
		b.quiet()
	}
}
