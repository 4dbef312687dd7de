import type { OfficeFile } from '@sild/api'
import { createQueue, uploadFile } from '@sild/upload'
import type { Channel } from './subject'

/** Who sees a file: the office alone, or the client too. Fixed when its upload begins. */
export type Visibility = 'internal' | 'portal'

type Progress = { onProgress?: (sentBytes: number) => void; signal?: AbortSignal }

const queue = createQueue()

/** Declares a file, sends its bytes to the store and has the server look at them. */
export function sendFile(
  channel: Channel,
  file: File,
  visibility: Visibility,
  { onProgress, signal }: Progress = {},
): Promise<OfficeFile> {
  return queue.add(async () => {
    const ticket = await channel.declare({
      name: file.name,
      size_bytes: file.size,
      content_type: file.type || 'application/octet-stream',
      visibility,
    })
    await uploadFile(file, ticket, {
      ...(onProgress ? { onProgress } : {}),
      ...(signal ? { signal } : {}),
    })
    return channel.complete(ticket.file_id)
  }, signal)
}

/** Lets the browser save a file under its own name. The address works for a minute. */
export async function downloadFile(channel: Channel, file: string): Promise<void> {
  const { url } = await channel.address(file)
  const link = document.createElement('a')
  link.href = url
  link.rel = 'noopener'
  document.body.append(link)
  link.click()
  link.remove()
}
