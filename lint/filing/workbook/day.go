package workbook

import (
	"strconv"
	"time"
)

// Day returns the day that a cell holds as a number, as 2026-01-31, or the text
// itself. Days count from 1900-01-00 with a 29 February that there never was, or
// from 1904-01-01.
// https://support.microsoft.com/office/date-systems-in-excel-e7fe7167-48a9-4b96-bb53-5612a800b487
func (b *Book) Day(text string) string {
	const last = 2958465 // 9999-12-31
	days, err := strconv.ParseFloat(text, 64)
	if err != nil || !(days >= 1 && days <= last) {
		return text
	}
	if b.Epoch1904 {
		return time.Date(1904, 1, 1+int(days), 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	}
	return time.Date(1899, 12, 30+int(days), 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}
