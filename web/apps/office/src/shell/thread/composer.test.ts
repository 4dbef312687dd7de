import { describe, expect, it } from 'vitest'
import { type ComposerState, compose, EMPTY_DRAFT, loadDraft, saveDraft } from './composer'

const written = (text: string): ComposerState => ({ draft: { ...EMPTY_DRAFT, text }, pending: null })

describe('the composer', () => {
  it('begins internally', () => {
    expect(EMPTY_DRAFT.mode).toBe('internal')
  })

  it('turns to the client at once while nothing is written', () => {
    const next = compose(written('  '), { type: 'mode', mode: 'portal', hasFiles: false })
    expect(next.draft.mode).toBe('portal')
    expect(next.pending).toBeNull()
  })

  it('asks before text that was written internally goes outward', () => {
    const asked = compose(written('They always forget'), { type: 'mode', mode: 'portal', hasFiles: false })
    expect(asked.draft.mode).toBe('internal')
    expect(asked.pending).not.toBeNull()
    expect(compose(asked, { type: 'keep' })).toEqual(written('They always forget'))
    const confirmed = compose(asked, { type: 'confirm' })
    expect(confirmed.draft).toMatchObject({ mode: 'portal', text: 'They always forget' })
  })

  it('asks when files were attached internally', () => {
    expect(compose(written(''), { type: 'mode', mode: 'portal', hasFiles: true }).pending).not.toBeNull()
  })

  it('asks when a reply would take internal text along', () => {
    const asked = compose(written('Hm'), { type: 'reply', message: 'msg_2', hasFiles: false })
    expect(asked.draft.mode).toBe('internal')
    expect(compose(asked, { type: 'confirm' }).draft).toMatchObject({ mode: 'portal', replyTo: 'msg_2' })
  })

  it('opens a reply to the client linked to the message', () => {
    const next = compose(written(''), { type: 'reply', message: 'msg_2', hasFiles: false })
    expect(next.draft).toEqual({ mode: 'portal', text: '', replyTo: 'msg_2' })
  })

  it('becomes internal without a question and without its reply', () => {
    const reply: ComposerState = { draft: { mode: 'portal', text: 'Dear', replyTo: 'msg_2' }, pending: null }
    expect(compose(reply, { type: 'mode', mode: 'internal', hasFiles: false }).draft).toEqual({
      mode: 'internal',
      text: 'Dear',
      replyTo: null,
    })
  })

  it('is empty after sending and stays in its mode', () => {
    const sent = compose(
      { draft: { mode: 'portal', text: 'Dear', replyTo: 'msg_2' }, pending: null },
      { type: 'sent' },
    )
    expect(sent.draft).toEqual({ mode: 'portal', text: '', replyTo: null })
  })

  it('answers to the client what was chosen while an internal note was on its way', () => {
    const written = { draft: { mode: 'internal' as const, text: 'VAT?', replyTo: null }, pending: null }
    const asking = compose(written, { type: 'reply', message: 'msg_1', hasFiles: false })
    expect(asking.draft.mode).toBe('internal')
    expect(compose(asking, { type: 'sent' })).toEqual({
      draft: { mode: 'portal', text: '', replyTo: 'msg_1' },
      pending: null,
    })
  })
})

describe('a draft', () => {
  it('is kept for its task and no other', () => {
    saveDraft('tsk_1', { mode: 'portal', text: 'Half a sentence', replyTo: null })
    expect(loadDraft('tsk_1').text).toBe('Half a sentence')
    expect(loadDraft('tsk_2')).toEqual(EMPTY_DRAFT)
  })

  it('that cannot be read is empty', () => {
    sessionStorage.setItem('sild.draft.tsk_1', '{"mode":"aloud"}')
    expect(loadDraft('tsk_1')).toEqual(EMPTY_DRAFT)
  })
})
