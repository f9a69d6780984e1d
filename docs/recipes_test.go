package docs

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var recipe = regexp.MustCompile("(?ms)^```sh (wecom|dingtalk|feishu)\n(.*?)^```$")

// said is where each chat finds the text of a message: WeCom and DingTalk under
// "markdown", Feishu in the elements of a card.
type said struct {
	MsgType  string `json:"msgtype"`
	Markdown struct{ Content, Title, Text string }
	Type     string `json:"msg_type"`
	Card     struct {
		Elements []struct{ Tag, Content string }
	}
}

// text returns the text if the message is one that the chat takes.
func (s *said) text(chat string) string {
	switch {
	case chat == "wecom" && s.MsgType == "markdown":
		return s.Markdown.Content
	case chat == "dingtalk" && s.MsgType == "markdown" && s.Markdown.Title != "":
		return s.Markdown.Text
	case chat == "feishu" && s.Type == "interactive" && len(s.Card.Elements) == 1 && s.Card.Elements[0].Tag == "markdown":
		return s.Card.Elements[0].Content
	}
	return ""
}

// TestRecipesForChats: what the pages show sends the digest, quotes and all, to a robot,
// and a build that has failed still fails.
func TestRecipesForChats(t *testing.T) {
	for _, program := range []string{"sh", "curl", "jq"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skip(err)
		}
	}
	const digest = "**beianlint：未通过** \"'$x`\\n\n- a\n"
	for _, page := range []string{"reports.md", "reports.zh-CN.md"} {
		data, err := os.ReadFile(page)
		recipes := recipe.FindAllStringSubmatch(string(data), -1)
		if err != nil || len(recipes) != 3 {
			t.Fatalf("%s: %d recipes, %v", page, len(recipes), err)
		}
		for _, r := range recipes {
			var got said
			server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, req *http.Request) {
				body, _ := io.ReadAll(req.Body)
				if err := json.Unmarshal(body, &got); err != nil || req.Header.Get("Content-Type") != "application/json" {
					t.Errorf("%s: %v, sent %s", r[1], err, body)
				}
			}))
			failed := runRecipe(t, r[2], server.URL, digest)
			server.Close()
			if got.text(r[1]) != digest || failed != strings.Contains(r[2], "exit") {
				t.Errorf("%s, %s: failed: %v, sent %+v", page, r[1], failed, got)
			}
		}
	}
}

// runRecipe runs a recipe beside a beianlint that finds something.
func runRecipe(t *testing.T, script, webhook, digest string) (failed bool) {
	t.Helper()
	dir := t.TempDir()
	for name, content := range map[string]string{"digest.md": digest, "beianlint": "#!/bin/sh\nexit 1\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("sh", "-c", script)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "WEBHOOK="+webhook, "PATH="+dir+string(os.PathListSeparator)+os.Getenv("PATH"), "NO_PROXY=*")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Logf("%v: %s", err, out)
	}
	return err != nil
}
