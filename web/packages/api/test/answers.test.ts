import { expect, test } from 'vitest'
import { requireInAnswers } from '../scripts/answers.mjs'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const note = { type: 'object', properties: { text: {}, due: {} }, required: ['text'] }

/** One operation that takes and answers these. */
function documentOf(takes: object, answers: object, schemas: object) {
  return {
    paths: { '/notes': { post: { requestBody: json(takes), responses: { 200: json(answers) } } } },
    components: { schemas },
  }
}

test('what only answers hold requires all its fields, however deep it stands', () => {
  const page = { type: 'object', properties: { items: { type: 'array', items: ref('Note') }, next: {} } }
  const { schemas } = requireInAnswers(
    documentOf(ref('Query'), ref('Page'), { Query: note, Page: page, Note: note }),
  ).components
  expect(schemas).toMatchObject({
    Page: { required: ['items', 'next'] },
    Note: { required: ['text', 'due'] },
    Query: { required: ['text'] },
  })
})

test('what requests take as well stays as it is', () => {
  const { schemas } = requireInAnswers(documentOf(ref('Note'), ref('Note'), { Note: note })).components
  expect(schemas).toEqual({ Note: note })
})

test('a schema that stands in the answer itself and parts joined by allOf are required as well', () => {
  const joined = { allOf: [ref('Note'), { type: 'object', properties: { id: {} } }] }
  const made = requireInAnswers(documentOf({}, joined, { Note: note }))
  expect(JSON.stringify(made.paths)).toContain('"properties":{"id":{}},"required":["id"]')
  expect(made.components.schemas).toMatchObject({ Note: { required: ['text', 'due'] } })
})

test('the document that was given stays as it was', () => {
  const given = documentOf({}, ref('Note'), { Note: note })
  const before = structuredClone(given)
  requireInAnswers(given)
  expect(given).toEqual(before)
})
