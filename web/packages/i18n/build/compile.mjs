// ICU messages to plain functions. Runs at build only.
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'

const dateStyles = ['short', 'day', 'medium', 'long', 'full', 'month']

/** Nested JSON to flat keys: `{ tasks: { title: 'Tasks' } }` becomes `{ 'tasks.title': 'Tasks' }`. */
export function flatten(tree, prefix = '') {
  const flat = {}
  for (const [name, value] of Object.entries(tree)) {
    const key = prefix === '' ? name : `${prefix}.${name}`
    if (typeof value === 'string') flat[key] = value
    else Object.assign(flat, flatten(value, key))
  }
  return flat
}

/** One message: the expression of its function (or a string literal) and the TypeScript types of its arguments. */
export function compile(key, text) {
  let elements
  try {
    elements = parse(text, { ignoreTag: true })
  } catch (error) {
    throw new Error(`${key}: ${error.message} in "${text}"`)
  }
  const args = new Map()
  const isPlain = elements.every((element) => element.type === TYPE.literal)
  if (isPlain) {
    return { code: JSON.stringify(elements.map((element) => element.value).join('')), args }
  }
  return { code: `(a,f)=>${expression(key, elements, args, null)}`, args }
}

/** The module of a catalogue: `export default { 'key': …, … }`. */
export function moduleOf(flat) {
  const lines = Object.entries(flat).map(([key, text]) => `${JSON.stringify(key)}:${compile(key, text).code}`)
  return `export default {\n${lines.join(',\n')}\n}\n`
}

/** The generated TypeScript: each key with its arguments. */
export function typesOf(flat) {
  const lines = Object.entries(flat).map(([key, text]) => {
    const { args } = compile(key, text)
    const fields = [...args].map(([name, type]) => `${name}: ${type}`)
    return `  '${key}': ${fields.length === 0 ? 'null' : `{ ${fields.join('; ')} }`}\n`
  })
  const usesDates = lines.some((line) => line.includes('DateValue'))
  return [
    '// Generated from en.json by `npm run generate`. Do not edit.\n',
    usesDates ? "import type { DateValue } from '@sild/i18n'\n\n" : '\n',
    '/** Every message of the app and the arguments that it takes. */\n',
    `export interface Messages {\n${lines.join('')}}\n`,
  ].join('')
}

function expression(key, elements, args, pound) {
  if (elements.length === 0) return '""'
  const parts = elements.map((element) => part(key, element, args, pound))
  // A first part that is a text makes `+` join instead of add.
  const starts = parts[0].startsWith('"') || parts.length === 1
  return (starts ? parts : ['""', ...parts]).join('+')
}

function part(key, element, args, pound) {
  const value = `a.${element.value}`
  switch (element.type) {
    case TYPE.literal:
      return JSON.stringify(element.value)
    case TYPE.argument:
      note(key, args, element.value, 'string')
      return value
    case TYPE.number:
      note(key, args, element.value, 'number')
      return `f.n(${value})`
    case TYPE.date: {
      note(key, args, element.value, 'DateValue')
      const style = element.style ?? 'medium'
      if (!dateStyles.includes(style))
        throw new Error(`${key}: date style "${style}" is none of ${dateStyles}`)
      return `f.d(${value},${JSON.stringify(style)})`
    }
    case TYPE.time:
      note(key, args, element.value, 'DateValue')
      return `f.h(${value})`
    case TYPE.select: {
      note(key, args, element.value, 'string')
      const cases = Object.entries(element.options).map(
        ([name, option]) => `${JSON.stringify(name)}:()=>${expression(key, option.value, args, pound)}`,
      )
      return `f.s(${value},{${cases.join(',')}})`
    }
    case TYPE.plural: {
      note(key, args, element.value, 'number')
      const cases = Object.entries(element.options).map(
        ([name, option]) => `${JSON.stringify(name)}:r=>${expression(key, option.value, args, 'r')}`,
      )
      return `f.p(${value},{${cases.join(',')}},${element.offset},${element.pluralType === 'ordinal'})`
    }
    case TYPE.pound:
      return `f.n(${pound})`
    default:
      throw new Error(`${key}: an element of type ${element.type} is not supported`)
  }
}

function note(key, args, name, type) {
  if (!/^[a-z_]\w*$/i.test(name)) throw new Error(`${key}: the argument "${name}" is not a word`)
  const known = args.get(name)
  if (known !== undefined && known !== type) throw new Error(`${key}: "${name}" is ${known} and ${type}`)
  args.set(name, type)
}
