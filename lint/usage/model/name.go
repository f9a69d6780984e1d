package model

// Promisifies matches the names of functions that turn a callback API into
// one that gives a promise, as projects and libraries name them.
var Promisifies = Words{parts: []string{"promis", "pify", "thenify"}}

// Merges matches the names of library functions whose result has the
// properties of their arguments: clone, merge and extend of lodash, ramda and
// many others, and the pair of JSON.stringify and JSON.parse.
var Merges = Pattern{source: `(?i)^(deep)?(clone|copy|merge|assign|extend|defaults)(deep|with|options|config|right|left|all)*$|^(parse|stringify)$`}

// Sends matches the names of functions that send something somewhere, when
// nothing more is known of them.
var Sends = Words{
	whole: setOf("get", "post", "put", "delete", "patch", "ajax", "jsonp", "$get", "$post", "$put", "$delete", "$patch", "$ajax", "$jsonp"),
	parts: []string{"request", "fetch", "http", "upload", "download", "socket", "axios"},
}

// Takes matches the names of functions that may send to an address, or keep it
// for that.
var Takes = Pattern{source: `(?i)config|init|create|setup|^use|base|host|url|server|connect|open|send|api|load|client|^set|request|fetch|http|upload|download|socket|axios|^(get|post|put|delete|patch|ajax)$`}

// Shows matches callees whose arguments are text for people or for comparing.
var Shows = Pattern{source: `(?i)^(log|info|warn|error|debug|table|alert|confirm|toast|message|msg|notify|t|test|match|matchall|indexof|lastindexof|includes|startswith|endswith|split|replace|replaceall|equal|assert)$|error$|showtoast|showmodal|showloading|clipboard|qrcode|invariant|deprecat`}

// Clipboard is the API that copies a text for people.
const Clipboard = "setClipboardData"

// Encodes are the functions that make an address a part of another's query.
var Encodes = setOf("encodeURIComponent", "encodeURI", "escape", "btoa", "stringify")

// TextKeys are properties that hold text for people.
var TextKeys = Pattern{source: `(?i)^(text|title|content|desc|description|message|msg|tips?|label|placeholder|name|author|homepage|license|copyright|xmlns|namespace|repository|bugs|subtitle|summary|intro|about|remark|note|example|docs?|help|referer|referrer|origin)$`}

// Base matches names that hold the address of a server.
var Base = Pattern{source: `(?i)base|host|server|domain|api|gateway|endpoint|prefix|socket|^ws|http|remote|backend|request|(?-i:^[A-Z_]*URL$)`}

// BaseOption matches the options that clients take their base URL in.
var BaseOption = Pattern{source: `(?i)^(base_?ur[li]|base_?api|base_?host|prefix_?url|api_?base(_?url)?|request_?url|server_?url|root_?url)$`}

// BaseHolder matches the names of objects that hold addresses only.
var BaseHolder = Pattern{source: `(?i)^(hosts?|servers?|domains?|apis?|base_?urls?|endpoints?|gateways?)$`}

// WebPage matches names that hold the address of a page for people.
var WebPage = Pattern{source: `(?i)link|href|page|^web|h5|redirect|jump|share|privacy|agreement|protocol|policy|service_?term|schema|xmlns`}

// PackageKeys matches the objects of a package.json that hold addresses for people, which
// bundles carry whole (https://docs.npmjs.com/cli/v11/configuring-npm/package-json).
var PackageKeys = Pattern{source: `^(repository|bugs|funding)$`}

// MediaFile matches the path of a picture, font, sound or film.
var MediaFile = Pattern{source: `(?i)\.(png|jpe?g|gif|svg|webp|bmp|ico|avif|mp3|m4a|aac|wav|ogg|mp4|m3u8|mov|webm|flv|ttf|otf|woff2?|eot)([?#!@].*)?$|[?&]imageView|/imageMogr`}

// MediaName matches names that hold pictures, sounds or films.
var MediaName = Pattern{source: `(?i)im(g|age)|pic|icon|avatar|logo|cover|poster|banner|thumb|background|^bg|oss|photo|audio|video|music|font|src$|cdn|static|assets?|portrait|head(er)?url`}

// PageParameter matches the end of a page's query in front of the address
// that its web-view opens.
var PageParameter = Pattern{source: `(?i)[?&](\w*(url|src|link|href|path|web|page|h5)\w*)=$`}

// StyleVariable matches the declaration of a variable of scss or less in front
// of its value.
var StyleVariable = Pattern{source: `([$@][\w-]+)\s*:\s*["']?$`}

// StyleName matches the name of a variable of scss or less.
var StyleName = Pattern{source: `[$@][\w-]+`}

// LinkAttributes are attributes that hold an address nothing loads.
var LinkAttributes = setOf("href", "url", "action", "link", "xmlns", "to", "path")
