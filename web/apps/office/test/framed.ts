import type { PreviewNews } from '@sild/portal/preview'
import { act, screen } from '@testing-library/react'
import { vi } from 'vitest'

/** The frame of the preview, what was sent into it, and a way to speak as what is in it. */
export function framed() {
  const frame = screen.getByTitle<HTMLIFrameElement>('The client portal')
  const inside = frame.contentWindow
  if (inside === null) throw new Error('the frame has no window')
  const sent = vi.spyOn(inside, 'postMessage').mockImplementation(() => undefined)
  const say = (data: PreviewNews, source: Window = inside) =>
    act(() => dispatchEvent(new MessageEvent('message', { origin: location.origin, source, data })))
  return { frame, sent, say }
}
