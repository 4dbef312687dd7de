import { ApiProblem, type Body, type OfficeFile } from '@sild/api'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { message, task } from '../../../test/demo/work'
import { type Draft, loadDraft, saveDraft } from './composer'
import { createOutgoing } from './outgoing'
import type { Channel } from './subject'

/** A store that takes everything. */
class WillingStore {
  upload = {}
  status = 200
  onload: () => void = () => undefined
  open() {}
  setRequestHeader() {}
  send() {
    queueMicrotask(() => this.onload())
  }
}

beforeEach(() => vi.stubGlobal('XMLHttpRequest', WillingStore))
afterEach(() => void vi.unstubAllGlobals())

const note: Draft = { mode: 'internal', text: ' See this ', replyTo: null }
const file = (name: string, size = 1) => new File(['x'.repeat(size)], name)

/** A message whose files and itself are refused as told. */
function writing() {
  const refused = new Set<string>()
  const declared: string[] = []
  const posted: { body: Body<'post_message'>; key: string }[] = []
  const kept: string[] = []
  const check = (what: string) => {
    if (refused.has(what)) throw new ApiProblem(409, 'busy', '')
  }
  const channel: Channel = {
    declare: async ({ name, visibility }) => {
      declared.push(`${name} ${visibility}`)
      check(name)
      return {
        file_id: `${name} ${visibility}`,
        method: 'PUT',
        url: 'https://x.example',
        headers: {},
        expires_at: '',
      }
    },
    complete: async (id) => {
      const [name = '', visibility] = id.split(' ')
      return {
        ...(task().files[0] as OfficeFile),
        id,
        name,
        visibility: visibility as OfficeFile['visibility'],
      }
    },
    post: async (body, key) => {
      posted.push({ body, key })
      check('the message')
      return message({ id: 'msg_9', text: body.text })
    },
    address: () => Promise.reject(new Error('nobody downloads here')),
    keepFile: ({ name }) => kept.push(name),
    keepMessage: ({ id }) => kept.push(id),
  }
  const outgoing = createOutgoing('tsk_1', channel)
  const states = () => outgoing.uploads.snapshot().map(({ state }) => state)
  return { outgoing, refused, declared, posted, kept, states }
}

it('waits until all files are there, and then sends only the one that was missing', async () => {
  const { outgoing, refused, declared, posted, kept, states } = writing()
  refused.add('b.pdf')
  saveDraft('tsk_1', note)
  outgoing.uploads.hold([file('a.pdf'), file('b.pdf')])
  await outgoing.send(note)
  expect(states()).toEqual(['sent', 'failed'])
  expect(outgoing.snapshot().failure).toMatch(/^The message has not been sent yet/)
  expect(posted).toEqual([])
  expect(loadDraft('tsk_1')).toEqual(note)
  refused.clear()
  await outgoing.send(note)
  expect(declared).toEqual(['a.pdf internal', 'b.pdf internal', 'b.pdf internal'])
  expect(posted.map(({ body }) => body)).toEqual([
    {
      visibility: 'internal',
      text: 'See this',
      file_ids: ['a.pdf internal', 'b.pdf internal'],
      reply_to: null,
    },
  ])
  expect(kept).toEqual(['a.pdf', 'b.pdf', 'msg_9'])
  expect(outgoing.snapshot()).toEqual({ isSending: false, failure: null })
  expect(states()).toEqual([])
  expect(loadDraft('tsk_1').text).toBe('')
})

it('is sent again alone when it failed itself, and as another message once it has changed', async () => {
  const { outgoing, refused, declared, posted } = writing()
  refused.add('the message')
  outgoing.uploads.hold([file('a.pdf')])
  await outgoing.send(note)
  expect(outgoing.snapshot().failure).toBe('Somebody else is changing this right now. Try again.')
  await outgoing.send(note)
  await outgoing.send({ ...note, text: 'See that' })
  expect(declared).toEqual(['a.pdf internal'])
  expect(posted.map(({ body }) => body.file_ids)).toEqual(Array(3).fill(['a.pdf internal']))
  expect(posted[1]?.key).toBe(posted[0]?.key)
  expect(posted[2]?.key).not.toBe(posted[0]?.key)
})

it('leaves out what was sent for other eyes, and sends the rest for these', async () => {
  const { outgoing, refused, declared, posted } = writing()
  refused.add('b.pdf')
  outgoing.uploads.hold([file('a.pdf'), file('b.pdf')])
  await outgoing.send(note)
  refused.clear()
  await outgoing.send({ ...note, mode: 'portal' })
  expect(declared.at(-1)).toBe('b.pdf portal')
  expect(posted[0]?.body).toMatchObject({ visibility: 'portal', file_ids: ['b.pdf portal'] })
})

it('is one message however often Send is pressed, and leaves what was attached meanwhile', async () => {
  const { outgoing, posted, states } = writing()
  const sent = vi.fn()
  outgoing.onSent(sent)
  outgoing.uploads.hold([file('a.pdf'), file('empty.pdf', 0)])
  const first = outgoing.send(note)
  const second = outgoing.send(note)
  outgoing.uploads.hold([file('later.pdf')])
  await Promise.all([first, second])
  expect(posted.map(({ body }) => body.file_ids)).toEqual([['a.pdf internal']])
  expect(sent).toHaveBeenCalledTimes(1)
  expect(states()).toEqual(['ready'])
})

it('refuses more files than a message takes before any is sent', async () => {
  const { outgoing, declared } = writing()
  outgoing.uploads.hold(Array.from({ length: 21 }, (_, at) => file(`${at}.pdf`)))
  await outgoing.send(note)
  expect(outgoing.snapshot().failure).toMatch(/at most 20 files/)
  expect(declared).toEqual([])
})

it('is over when its writer signs out', async () => {
  const { outgoing, posted } = writing()
  outgoing.uploads.hold([file('a.pdf')])
  const sending = outgoing.send(note)
  outgoing.stop()
  await sending
  expect(posted).toEqual([])
})
