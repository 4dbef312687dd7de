import { canSend, createQueue, uploadFile } from '@sild/upload'
import type { Subject } from './subject.ts'
import type { Transfer } from './uploads.ts'

const queue = createQueue()

/** How files travel: declared, put into the store, and looked at by the server. All screens share the three lanes. */
export function transferFor(subject: Subject): Transfer {
  return {
    refusal: canSend,
    send: (file, key, options) =>
      queue.add(async () => {
        const about = {
          name: file.name,
          size_bytes: file.size,
          content_type: file.type || 'application/octet-stream',
        }
        const ticket = await subject.declare(about, key)
        await uploadFile(file, ticket, options)
        return subject.complete(ticket.file_id)
      }, options.signal),
  }
}

/** Opens the file's short-lived address; the store sends it as an attachment, so the page stays. */
export async function download(subject: Subject, file: string): Promise<void> {
  const { url } = await subject.address(file)
  const link = document.createElement('a')
  link.href = url
  link.click()
}
