package filing

import (
	"strings"
	"time"
)

func readDate(r *record, c column, bad *problems) Date {
	at := r.cols[c]
	if at.text == "" {
		return Date{}
	}
	d, err := ParseDate(at.text)
	if err != nil {
		bad.list("list.bad-date", at.start, at.end, bad.quote(at.text), columnKey(c))
	}
	return d
}

// looseDate reads a day as consoles and people write it: 2021-08-16 13:55:56,
// 2021/8/16, 2021.8.16, 2021年8月16日, 20210816. It is a note without weight for
// the verdict of a row, so what it is not is no problem.
func looseDate(s string) Date {
	day, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	day, _, _ = strings.Cut(day, "T")
	if len(day) == len("20210816") && digits(day) > 0 {
		day = day[:4] + "-" + day[4:6] + "-" + day[6:]
	}
	parts := strings.FieldsFunc(day, func(r rune) bool { return strings.ContainsRune("-/.年月日", r) })
	if len(parts) != 3 {
		return Date{}
	}
	for i, p := range parts[1:] {
		if len(p) == 1 {
			parts[i+1] = "0" + p
		}
	}
	d, _ := ParseDate(strings.Join(parts, "-"))
	return d
}

// readDeadline reads the day until which Alibaba Cloud lets a risk be put right,
// "2026年04月28日0点", as the last day of the filing: at 0点 of a day that is the
// day before. https://help.aliyun.com/zh/icp-filing (QuerySuccessIcpData)
func readDeadline(at field, bad *problems) Date {
	if at.text == "" {
		return Date{}
	}
	day, hour, _ := strings.Cut(strings.ReplaceAll(at.text, " ", ""), "日")
	d := looseDate(strings.NewReplacer("年", "-", "月", "-").Replace(day))
	if d.IsZero() {
		bad.list("list.bad-date", at.start, at.end, bad.quote(at.text), "until")
	} else if hour == "0点" || hour == "00点" {
		d = d.dayBefore()
	}
	return d
}

func (d Date) dayBefore() Date {
	y, m, day := time.Date(d.Year, d.Month, d.Day-1, 0, 0, 0, 0, time.UTC).Date()
	return Date{y, m, day}
}
