// Rust's schema of an optional value says that its field may be missing. In requests that is so; an answer always has the
// field, with null in it. Here what only answers hold gets all its fields required, so that the types say what is sent.

/** A copy of the document in which every schema that no request takes requires all its properties. */
export function requireInAnswers(document) {
  // By JSON and not structuredClone, which would keep one object for two schemas that were given as the same.
  const copy = JSON.parse(JSON.stringify(document))
  const schemas = copy.components?.schemas ?? {}
  const asked = new Set()
  const answered = new Set()
  const inline = []
  for (const operation of operationsOf(copy)) {
    namesIn([operation.requestBody, operation.parameters], schemas, asked)
    namesIn(operation.responses, schemas, answered)
    inline.push(operation.responses)
  }
  for (const name of answered) if (!asked.has(name)) requireAll(schemas[name])
  for (const responses of inline) requireAll(responses)
  return copy
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

function operationsOf(document) {
  return Object.values(document.paths ?? {}).flatMap((path) =>
    methods.filter((method) => path[method]).map((method) => path[method]),
  )
}

/** Adds the name of every schema that the node refers to, and of those that they refer to. */
function namesIn(node, schemas, names) {
  if (typeof node !== 'object' || node === null) return
  const name = /^#\/components\/schemas\/(.+)$/.exec(node.$ref ?? '')?.[1]
  if (name !== undefined && !names.has(name)) {
    names.add(name)
    namesIn(schemas[name], schemas, names)
  }
  for (const value of Object.values(node)) namesIn(value, schemas, names)
}

function requireAll(node) {
  if (typeof node !== 'object' || node === null) return
  if (typeof node.properties === 'object' && node.properties !== null) {
    node.required = Object.keys(node.properties)
  }
  for (const value of Object.values(node)) requireAll(value)
}
