import { newsIn, type PreviewValues } from '@sild/portal/preview'
import { type RefObject, useEffect, useEffectEvent, useState } from 'react'

/** How long typing rests before the frame hears of it. */
const REST_MS = 120
/** How long the frame may take until it is said that it does not come. */
const PATIENCE_MS = 15_000

export type PreviewState = 'waiting' | 'shown' | 'failed'

type Place = Pick<PreviewValues, 'screen' | 'language'>

/**
 * Sends the values into the frame of the portal's preview: as soon as it listens, and whenever they have changed. People
 * may go on inside the frame; `onMove` is told where they are then. Each `attempt` waits for a new frame.
 */
export function usePreview(
  frame: RefObject<HTMLIFrameElement | null>,
  values: PreviewValues,
  onMove: (place: Place) => void,
  attempt: number,
): PreviewState {
  const [state, setState] = useState<PreviewState>('waiting')
  const message = JSON.stringify(values)

  const send = useEffectEvent(() => frame.current?.contentWindow?.postMessage(values, location.origin))
  const hear = useEffectEvent((event: MessageEvent<unknown>) => {
    const news = newsIn(event, frame.current?.contentWindow ?? null)
    if (news?.type === 'sild.preview.listening') send()
    if (news?.type === 'sild.preview.shown') setState('shown')
    if (news?.type === 'sild.preview.moved') onMove(news)
  })

  useEffect(() => {
    const listener = (event: MessageEvent<unknown>) => hear(event)
    addEventListener('message', listener)
    return () => removeEventListener('message', listener)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt waits anew.
  useEffect(() => {
    setState('waiting')
    const patience = setTimeout(
      () => setState((known) => (known === 'waiting' ? 'failed' : known)),
      PATIENCE_MS,
    )
    return () => clearTimeout(patience)
  }, [attempt])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the same values are sent once, however often they are made.
  useEffect(() => {
    const rest = setTimeout(() => send(), REST_MS)
    return () => clearTimeout(rest)
  }, [message])
  return state
}
