import { fireEvent, type RenderResult, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { session } from '../../test/demo/data'
import { DraftNotice } from './DraftNotice'
import { useDraft } from './draft'
import { forgetAll } from './forget'
import { SessionProvider } from './session'

function Words({ about = 'words', onSaved }: { about?: string; onSaved: () => void }) {
  const [words, setWords] = useState('')
  const draft = useDraft(about, { words }, (kept) => setWords(kept.words))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        draft.forget()
        onSaved()
      }}
    >
      <DraftNotice draft={draft} />
      <input aria-label="Words" value={words} onChange={(event) => setWords(event.target.value)} />
    </form>
  )
}

/** Opens the form anew, as a reload does. */
function open(member = session.member.id) {
  const shown: RenderResult = render(
    <SessionProvider session={{ ...session, member: { ...session.member, id: member } }}>
      <Words onSaved={() => shown.unmount()} />
    </SessionProvider>,
  )
  return shown
}

const field = () => screen.getByLabelText<HTMLInputElement>('Words')
const type = (value: string) => fireEvent.change(field(), { target: { value } })
const told = () => screen.queryByText('You wrote this earlier and have not saved it.')

it('what was typed returns, says so, and can be discarded', () => {
  const first = open()
  expect(told()).toBeNull()
  type('Half a sentence')
  first.unmount()
  const second = open()
  expect(field().value).toBe('Half a sentence')
  expect(told()).toBeTruthy()
  fireEvent.click(screen.getByText('Discard draft'))
  expect(field().value).toBe('')
  expect(document.activeElement).toBe(field())
  expect(told()).toBeNull()
  second.unmount()
  open()
  expect(field().value).toBe('')
})

it('what was saved, or emptied again, does not return', () => {
  open()
  type('Whole')
  fireEvent.submit(field())
  const second = open()
  expect(field().value).toBe('')
  type('Half')
  type('')
  second.unmount()
  open()
  expect(told()).toBeNull()
})

it('is for its writer alone, and gone once they sign out', () => {
  open().unmount()
  const first = open()
  type('Mine')
  first.unmount()
  const other = open('mem_other')
  expect(field().value).toBe('')
  other.unmount()
  forgetAll()
  open()
  expect(field().value).toBe('')
})

it('a draft that cannot be read is none', () => {
  sessionStorage.setItem(`sild.draft.${session.member.id}.words`, '{"words')
  open()
  expect(told()).toBeNull()
})

it('stays with what the form was opened over, although that moves on meanwhile', () => {
  const form = (about: string) => (
    <SessionProvider session={session}>
      <Words about={about} onSaved={() => undefined} />
    </SessionProvider>
  )
  const shown = render(form('words.1'))
  type('Half')
  shown.rerender(form('words.2'))
  type('Half a sentence')
  shown.unmount()
  const newer = render(form('words.2'))
  expect(field().value).toBe('')
  newer.unmount()
  render(form('words.1'))
  expect(field().value).toBe('Half a sentence')
  fireEvent.submit(field())
  expect(Object.keys(sessionStorage)).toEqual([])
})
