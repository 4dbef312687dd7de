import type { Dispatch } from 'react'
import { useSingleKey } from '../ui/singleKeys'
import { useWays } from './shownList'
import type { ComposerEvent, Draft } from './thread/composer'
import type { Subject } from './thread/subject'

type ScreenKeys = {
  on: 'task' | 'request'
  id: string
  /** Left out where the client can no longer be answered. */
  onReply?: (() => void) | undefined
  /** Completes or closes it, or opens it again. */
  onSettle?: (() => void) | undefined
  onAssign?: (() => void) | undefined
}

/** The single keys of a task or request: r answers, e settles, a chooses who does it, j and k go on, Esc goes back. */
export function useScreenKeys({ on, id, onReply, onSettle, onAssign }: ScreenKeys): void {
  const ways = useWays({ on, id })
  const unlessMeant = (run: (() => unknown) | undefined) => () => {
    if (run === undefined || hasOwnKeys()) return false
    return run()
  }
  useSingleKey('r', unlessMeant(onReply))
  useSingleKey('e', unlessMeant(onSettle))
  useSingleKey('a', unlessMeant(onAssign))
  useSingleKey(
    'j',
    unlessMeant(() => ways.step(1)),
  )
  useSingleKey(
    'k',
    unlessMeant(() => ways.step(-1)),
  )
  useSingleKey('Escape', unlessMeant(ways.back))
}

/** Whether letters or Esc mean something where the focus is: a list finds by them, Esc leaves a drag or a form. */
function hasOwnKeys(): boolean {
  if (document.querySelector('[role="listbox"]') !== null) return true
  return document.activeElement?.closest('form, [role="grid"]') != null
}

/** Turns to the composer: to the client and linked to what they wrote last, where they can be written to. */
export function answerClient(
  { messages, unreachable }: Pick<Subject, 'messages' | 'unreachable'>,
  { mode }: Draft,
  send: Dispatch<ComposerEvent>,
  hasFiles: boolean,
): void {
  const last = messages.findLast(({ author }) => author.kind === 'contact')?.id
  // Who writes to the client already has chosen what they answer.
  if (unreachable === null && mode === 'internal')
    send(
      last === undefined
        ? { type: 'mode', mode: 'portal', hasFiles }
        : { type: 'reply', message: last, hasFiles },
    )
  // Not before the question that may stand in between is there: it keeps the focus.
  setTimeout(() => document.getElementById('composer-text')?.focus())
}
