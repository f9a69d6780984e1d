// Answers what reference implementations read. On stdin: {what: [text]}; on stdout: {what: [answer]}. Run by the
// differential tests with the folder of node_modules as argument.
const fs = require('fs'), path = require('path')
const load = name => require(path.join(path.resolve(process.argv[2]), name))

// bytesOf returns the byte offset of each UTF-16 offset.
function bytesOf(text) {
  const at = new Uint32Array(text.length + 1)
  for (let i = 0, bytes = 0; i < text.length; i++) {
    const code = text.codePointAt(i), wide = code > 0xffff
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    at[i + 1] = bytes
    if (wide) at[++i + 1] = bytes
  }
  return at
}

const readers = {
  dotenv: text => load('dotenv').parse(text),
  // $NAME of variables of the file alone: the environment is empty
  expand: text => load('dotenv-expand').expand({ parsed: load('dotenv').parse(text), processEnv: {} }).parsed,
  jsonc: text => {
    const errors = []
    const value = load('jsonc-parser').parse(text, errors, { allowTrailingComma: true })
    return errors.length ? null : { value }
  },
  // strings, templates and calls as [kind, start, end]; null where TypeScript finds an error
  typescript: text => {
    const ts = load('typescript'), at = bytesOf(text), found = []
    const file = ts.createSourceFile('a.js', text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS)
    if (file.parseDiagnostics.length) return null
    const kinds = ts.SyntaxKind
    // A call begins, as ours do, behind the brackets around what is called.
    const first = node => {
      if (node.modifiers) return ts.skipTrivia(text, node.modifiers.end) // async
      switch (node.kind) {
        case kinds.AwaitExpression: case kinds.ParenthesizedExpression: case kinds.CallExpression: case kinds.PropertyAccessExpression: case kinds.ElementAccessExpression: return first(node.expression)
        case kinds.TaggedTemplateExpression: return first(node.tag)
        case kinds.BinaryExpression: return first(node.left)
        case kinds.ConditionalExpression: return first(node.condition)
        case kinds.PostfixUnaryExpression: return first(node.operand)
      }
      return node.getStart(file)
    }
    const visit = node => {
      const add = kind => found.push([kind, at[kind === 'call' ? first(node) : node.getStart(file)], at[node.end]])
      switch (node.kind) {
        case kinds.StringLiteral: add('string'); break
        case kinds.NoSubstitutionTemplateLiteral: case kinds.TemplateHead: case kinds.TemplateMiddle: case kinds.TemplateTail: add('template'); break
        case kinds.CallExpression: case kinds.NewExpression: case kinds.TaggedTemplateExpression: add('call')
      }
      ts.forEachChild(node, visit)
    }
    visit(file)
    return found
  },
}

const asked = JSON.parse(fs.readFileSync(0, 'utf8')), answers = {}
for (const what of Object.keys(asked)) answers[what] = asked[what].map(readers[what])
process.stdout.write(JSON.stringify(answers))
