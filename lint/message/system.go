package message

import "errors"

// causes are what the system says when it refuses something. Its words for them
// are the same on all systems that have them.
var causes = [...]Text{
	{"no such file or directory", "文件或目录不存在"},
	{"file does not exist", "文件不存在"},
	{"file already exists", "文件已存在"},
	{"file exists", "文件已存在"},
	{"permission denied", "没有权限"},
	{"operation not permitted", "不允许这样操作"},
	{"is a directory", "这是一个目录"},
	{"not a directory", "路径中有一部分不是目录"},
	{"no space left on device", "磁盘空间不足"},
	{"disk quota exceeded", "超出磁盘配额"},
	{"read-only file system", "文件系统是只读的"},
	{"file name too long", "文件名太长"},
	{"too many levels of symbolic links", "符号链接层数太多"},
	{"too many open files", "打开的文件太多"},
	{"input/output error", "输入输出错误"},
	{"broken pipe", "管道的读取端已关闭"},
	{"invalid argument", "参数无效"},

	// of a page that is given files by a browser
	{"more than 128 MiB", "超过 128 MiB"},
	{"the files that were read have more than 512 MiB", "已读取的文件超过 512 MiB"},
	{"larger than it says", "实际大小与声明的不符"},
	{"encrypted in the archive", "在压缩包中已加密"},
}

// Cause is what the system said, without what it was doing and to which path.
// What is not known here stays as the system says it, in English.
func Cause(err error) Text {
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(err) {
		err = inner
	}
	text := err.Error()
	for i := range causes {
		if causes[i].EN == text {
			return causes[i]
		}
	}
	return Text{text, text}
}
