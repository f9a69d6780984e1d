package workbook

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"slices"
	"unsafe"
)

// The records of a zip archive that are read here, APPNOTE.TXT 6.3.10:
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT. They are read
// here and not by archive/zip because that costs 139 KB of the program, most of
// it for writing archives (measured with go 1.26, linux/amd64).
const (
	localSign, localSize         = "PK\x03\x04", 30
	directorySign, directorySize = "PK\x01\x02", 46
	endSign, endSize             = "PK\x05\x06", 22
	longestComment               = 1<<16 - 1
	zip64                        = 1<<32 - 1 // stands where a size is in a field of its own
)

const (
	stored   = 0
	deflated = 8
	locked   = 1 // flag: the part is encrypted
)

// member is a file of the archive.
type member struct {
	method, flags    uint16
	sum              uint32
	packed, unpacked uint32
	header           uint32 // where its local header is
}

// readDirectory returns the files of an archive by name.
func readDirectory(data []byte) (map[string]member, error) {
	from := max(0, len(data)-endSize-longestComment)
	end := bytes.LastIndex(data[from:], []byte(endSign))
	if end < 0 || from+end+endSize > len(data) {
		return nil, ErrDamaged
	}
	tail := data[from+end:]
	count, at := int(binary.LittleEndian.Uint16(tail[10:])), uint64(binary.LittleEndian.Uint32(tail[16:]))
	if count > mostParts || at == zip64 {
		return nil, ErrTooLarge
	}
	members := make(map[string]member, count)
	for range count {
		m, name, size, ok := readMember(data, at)
		if !ok {
			return nil, ErrDamaged
		}
		members[name] = m
		at += size
	}
	return members, nil
}

// readMember reads the entry of the directory at a place, and returns the bytes it takes.
func readMember(data []byte, at uint64) (m member, name string, size uint64, ok bool) {
	if at+directorySize > uint64(len(data)) || string(data[at:at+4]) != directorySign {
		return m, "", 0, false
	}
	b := data[at:]
	u16, u32 := binary.LittleEndian.Uint16, binary.LittleEndian.Uint32
	m = member{u16(b[10:]), u16(b[8:]), u32(b[16:]), u32(b[20:]), u32(b[24:]), u32(b[42:])}
	length := uint64(u16(b[28:]))
	size = directorySize + length + uint64(u16(b[30:])) + uint64(u16(b[32:]))
	if size > uint64(len(b)) {
		return m, "", 0, false
	}
	return m, string(b[directorySize : directorySize+length]), size, true
}

// unpack returns the content of a file of the archive: at most limit bytes,
// whatever the directory says of its size.
func unpack(data []byte, m member, limit int64) (string, error) {
	packed, err := body(data, m)
	switch {
	case err != nil:
		return "", err
	case int64(m.unpacked) > limit:
		return "", ErrTooLarge
	case m.method == stored:
		return checked(packed, m)
	case m.method != deflated:
		return "", ErrDamaged
	}
	const mostRatio = 1032 // of deflate, https://zlib.net/zlib_tech.html
	text, err := inflate(packed, make([]byte, 0, min(int64(m.unpacked), int64(len(packed))*mostRatio)+1), limit)
	if err != nil {
		return "", err
	}
	return checked(text, m)
}

// inflate appends what was packed to text. It reads in a loop of its own:
// io.Copy would make methods of files and connections part of the program,
// 60 KB of them.
func inflate(packed, text []byte, limit int64) ([]byte, error) {
	r := flate.NewReader(bytes.NewReader(packed))
	for {
		if len(text) == cap(text) {
			text = slices.Grow(text, max(len(text), 4096))
		}
		n, err := r.Read(text[len(text):cap(text)])
		text = text[:len(text)+n]
		switch {
		case int64(len(text)) > limit:
			return nil, ErrTooLarge
		case errors.Is(err, io.EOF):
			return text, nil
		case err != nil:
			return nil, ErrDamaged
		}
	}
}

// body returns the bytes that a file of the archive takes.
func body(data []byte, m member) ([]byte, error) {
	size, at := uint64(len(data)), uint64(m.header)
	switch {
	case m.flags&locked != 0:
		return nil, ErrLocked
	case m.packed == zip64 || m.unpacked == zip64:
		return nil, ErrTooLarge
	case at+localSize > size || string(data[at:at+4]) != localSign:
		return nil, ErrDamaged
	}
	at += localSize + uint64(binary.LittleEndian.Uint16(data[at+26:])) + uint64(binary.LittleEndian.Uint16(data[at+28:]))
	if at+uint64(m.packed) > size {
		return nil, ErrDamaged
	}
	return data[at : at+uint64(m.packed)], nil
}

// checked returns the content as text, without a copy: nobody writes to it.
func checked(content []byte, m member) (string, error) {
	if crc32.ChecksumIEEE(content) != m.sum {
		return "", ErrDamaged
	}
	return unsafe.String(unsafe.SliceData(content), len(content)), nil
}
