package workbook_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/beianlint/beianlint/lint/filing/workbook"
)

// grid is the cells of a sheet by place: B2.
type grid map[string]string

func (g grid) hasRow(row int) bool {
	for place := range g {
		if _, r, _ := excelize.CellNameToCoordinates(place); r == row {
			return true
		}
	}
	return false
}

// ours returns the cells of each sheet of a workbook, by the name of that.
func ours(t *testing.T, data []byte) map[string]grid {
	t.Helper()
	b, err := workbook.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	sheets := map[string]grid{}
	for _, s := range b.Sheets() {
		g := grid{}
		err := b.Rows(s, func(row workbook.Row) error {
			for _, c := range row.Cells {
				place, err := excelize.CoordinatesToCellName(c.Column+1, row.Number)
				if err != nil {
					return err
				}
				g[place] = c.Text
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		sheets[s.Name] = g
	}
	return sheets
}

// theirs returns the same as excelize reads it: raw values, with what a merged
// cell holds in all that it covers, and no values of errors.
func theirs(t *testing.T, f *excelize.File) map[string]grid {
	t.Helper()
	sheets := map[string]grid{}
	for _, name := range f.GetSheetList() {
		g := grid{}
		rows, err := f.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil {
			continue // a sheet of a chart
		}
		for r, row := range rows {
			for c := range row {
				addCell(t, f, name, c+1, r+1, g)
			}
		}
		merged, err := f.GetMergeCells(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range merged {
			c1, r1, _ := excelize.CellNameToCoordinates(m.GetStartAxis())
			c2, r2, _ := excelize.CellNameToCoordinates(m.GetEndAxis())
			for r := r1; r <= min(r2, len(rows)); r++ {
				if len(rows[r-1]) == 0 {
					continue // there is no such row: nothing else stands there
				}
				for c := c1; c <= c2; c++ {
					addCell(t, f, name, c, r, g)
				}
			}
		}
		sheets[name] = g
	}
	return sheets
}

func addCell(t *testing.T, f *excelize.File, sheet string, column, row int, to grid) {
	t.Helper()
	place, _ := excelize.CoordinatesToCellName(column, row)
	text, err := f.GetCellValue(sheet, place, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	kind, err := f.GetCellType(sheet, place)
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case kind == excelize.CellTypeBool:
		text = map[string]string{"1": "TRUE", "0": "FALSE", "TRUE": "TRUE", "FALSE": "FALSE"}[text]
	case kind == excelize.CellTypeError:
		text = ""
	}
	if text != "" {
		to[place] = text
	}
}

func compareBooks(t *testing.T, data []byte) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want, got := theirs(t, f), ours(t, data)
	for name := range want {
		for place := range got[name] { // of rows with nothing but merged cells
			if _, row, _ := excelize.CellNameToCoordinates(place); !want[name].hasRow(row) {
				delete(got[name], place)
			}
		}
		if diff := cmp.Diff(want[name], got[name]); diff != "" {
			t.Errorf("%s: (-excelize +ours)\n%.3000s", name, diff)
		}
	}
}

// testFiles are the workbooks of excelize's own tests, which a module has with it.
func testFiles(t *testing.T) []string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/xuri/excelize/v2").Output()
	names, _ := filepath.Glob(filepath.Join(strings.TrimSpace(string(out)), "test", "*.xlsx"))
	if err != nil || len(names) == 0 {
		t.Skip("excelize's test files are not there: vendored?")
	}
	return names
}

// TestAgainstExcelize reads excelize's own test files cell by cell as it does.
func TestAgainstExcelize(t *testing.T) {
	compared := 0
	for _, name := range testFiles(t) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := workbook.Open(data); err != nil {
			t.Logf("%s: %v", filepath.Base(name), err)
			continue
		}
		compared++
		t.Run(filepath.Base(name), func(t *testing.T) { compareBooks(t, data) })
	}
	if compared < 4 {
		t.Errorf("only %d files were compared", compared)
	}
}

// TestRandomBooks writes workbooks with excelize and reads them as it does.
func TestRandomBooks(t *testing.T) {
	for seed := range uint64(40) {
		data := randomBook(t, rand.New(rand.NewPCG(seed, 14)))
		compareBooks(t, data)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func randomBook(t *testing.T, r *rand.Rand) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i := range 1 + r.IntN(3) {
		name := fmt.Sprintf("表%d", i)
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for range 40 {
			place, _ := excelize.CoordinatesToCellName(1+r.IntN(30), 1+r.IntN(30))
			setCell(t, f, name, place, r)
		}
		for j := range r.IntN(4) { // where no other one is
			first, _ := excelize.CoordinatesToCellName(1+7*j, 1+r.IntN(20))
			last, _ := excelize.CoordinatesToCellName(1+7*j+r.IntN(4), 21+r.IntN(9))
			if err := f.MergeCell(name, first, last); err != nil {
				t.Fatal(err)
			}
		}
	}
	if r.IntN(2) == 0 {
		yes := true
		if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// setCell puts one of the things into a cell that people and programs do.
func setCell(t *testing.T, f *excelize.File, sheet, place string, r *rand.Rand) {
	t.Helper()
	texts := []string{"example.com", "京ICP备12345678号-1", " 两 边 ", "a\nb", "<&>\"'", "_x000D_", "a_x4EAC_b", "_x005F_x000D_", "例子.公司", "", "'01", "\u200b域名", "😀", "1"}
	var err error
	switch r.IntN(7) {
	case 0:
		err = f.SetCellValue(sheet, place, r.IntN(1e6))
	case 1:
		err = f.SetCellValue(sheet, place, r.IntN(2) == 0)
	case 2:
		err = f.SetCellValue(sheet, place, time.Date(1990+r.IntN(60), 1, 1+r.IntN(300), 0, 0, 0, 0, time.UTC))
	case 3:
		err = f.SetCellRichText(sheet, place, []excelize.RichTextRun{{Text: texts[r.IntN(len(texts))]}, {Text: "x", Font: &excelize.Font{Bold: true}}})
	default:
		err = f.SetCellStr(sheet, place, texts[r.IntN(len(texts))])
	}
	if err != nil {
		t.Fatal(err)
	}
}

// Hidden sheets and rows are told, and days are those of the workbook's epoch.
func TestHiddenAndDays(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for _, name := range []string{"hidden", "very"} {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		if err := f.SetSheetVisible(name, false, name == "very"); err != nil {
			t.Fatal(err)
		}
	}
	for row := 1; row <= 3; row++ {
		if err := f.SetCellInt("Sheet1", fmt.Sprint("A", row), int64(row)); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetRowVisible("Sheet1", 2, false); err != nil {
		t.Fatal(err)
	}
	for _, epoch1904 := range []bool{false, true} {
		if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &epoch1904}); err != nil {
			t.Fatal(err)
		}
		var data bytes.Buffer
		if err := f.Write(&data); err != nil {
			t.Fatal(err)
		}
		b, err := workbook.Open(data.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range b.Sheets() {
			got = append(got, fmt.Sprint(s.Name, s.Hidden))
			if err := b.Rows(s, func(row workbook.Row) error {
				got = append(got, fmt.Sprint(row.Number, row.Hidden))
				return nil
			}); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff([]string{"Sheet1false", "1 false", "2 true", "3 false", "hiddentrue", "verytrue"}, got); diff != "" {
			t.Error(diff)
		}
		want, err := excelize.ExcelDateToTime(44424, epoch1904)
		if got := b.Day("44424.5"); err != nil || got != want.Format(time.DateOnly) {
			t.Errorf("1904 %v: %s, want %s", epoch1904, got, want)
		}
	}
}

// TestLibreOffice lets LibreOffice write the workbooks anew, and reads those.
func TestLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice (soffice) is not installed: its workbooks are not compared")
	}
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out")}
	var names []string
	for seed := range uint64(4) {
		name := filepath.Join(dir, fmt.Sprintf("in%d.xlsx", seed))
		if err := os.WriteFile(name, randomBook(t, rand.New(rand.NewPCG(seed, 15))), 0o644); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	if out, err := exec.CommandContext(t.Context(), office, append(args, names...)...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(dir, "out", filepath.Base(name)))
		if err != nil {
			t.Fatal(err)
		}
		compareBooks(t, data)
	}
}

// TestExcelizeIsForTests: the binary has no part of it.
func TestExcelizeIsForTests(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "github.com/beianlint/beianlint").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if strings.Contains(string(out), "github.com/xuri/") || !strings.Contains(string(out), "lint/filing/workbook") {
		t.Error("the binary depends on excelize")
	}
}

// Benchmark200k reads a sheet of 200,000 cells, here and with excelize.
func Benchmark200k(b *testing.B) {
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for row := range 50_000 {
		cells := []any{fmt.Sprintf("d%d.example.com", row), "京ICP备12345678号-1", "示例科技（北京）有限公司", 44424}
		if err := w.SetRow(fmt.Sprint("A", row+1), cells); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	var data bytes.Buffer
	if err := f.Write(&data); err != nil {
		b.Fatal(err)
	}
	b.Run("ours", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if rows, err := read(data.Bytes()); err != nil || len(rows) != 50_000 {
				b.Fatal(len(rows), err)
			}
		}
	})
	b.Run("excelize", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			f, err := excelize.OpenReader(bytes.NewReader(data.Bytes()))
			if err != nil {
				b.Fatal(err)
			}
			if rows, err := f.GetRows("Sheet1", excelize.Options{RawCellValue: true}); err != nil || len(rows) != 50_000 {
				b.Fatal(len(rows), err)
			}
			f.Close()
		}
	})
}
