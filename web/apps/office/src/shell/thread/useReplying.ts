import type { OfficeMessage } from '@sild/api'
import { type Dispatch, useEffect, useRef } from 'react'
import type { ComposerEvent } from './composer'

/** Begins in the composer, in *To client* mode, linked to what the client wrote last (S36): for those who came to answer. */
export function useReplying(
  isReplying: boolean,
  messages: readonly OfficeMessage[],
  send: Dispatch<ComposerEvent>,
): void {
  const last = useRef(messages.findLast(({ author }) => author.kind === 'contact')?.id)
  useEffect(() => {
    if (!isReplying) return
    const message = last.current
    send(
      message === undefined
        ? { type: 'mode', mode: 'portal', hasFiles: false }
        : { type: 'reply', message, hasFiles: false },
    )
    const composer = document.getElementById('composer-text')
    composer?.focus()
    composer?.scrollIntoView({ block: 'center' })
  }, [isReplying, send])
}
