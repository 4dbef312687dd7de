import type { Download, OfficeFile } from '@sild/api'
import { createQueue, type Ends, type Send, transferFile } from '@sild/upload'
import type { Channel } from './subject'

/** Who sees a file: the office alone, or the client too. Fixed when its upload begins. */
export type Visibility = 'internal' | 'portal'

/** All screens share the three lanes. */
const queue = createQueue()

/** Sends files to a task or request, for these eyes: what was declared for others is another file. */
export function sendAs(channel: Channel, visibility: Visibility): Send<OfficeFile> {
  const declare: Ends<OfficeFile>['declare'] = (file, key) => channel.declare({ ...file, visibility }, key)
  const { complete } = channel
  return (file, key, options) =>
    queue.add(
      () => transferFile(file, `${key}-${visibility}`, { declare, complete }, options),
      options.signal,
    )
}

/** Lets the browser save a file under its own name, from an address that works for a minute. */
export function saveFrom({ url }: Download): void {
  const link = document.createElement('a')
  link.href = url
  link.rel = 'noopener'
  document.body.append(link)
  link.click()
  link.remove()
}
