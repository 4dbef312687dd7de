import { answer, idempotent, type PortalFile } from '@sild/api'
import { canSend, createQueue, uploadFile } from '@sild/upload'
import { api } from '../../../shell/api.ts'
import type { Transfer } from '../model/uploads.ts'
import type { TaskScope } from './task.ts'

const files = '/api/portal/{office}/clients/{client}/tasks/{task}/files'

/** Sends one file: declares it, puts it into the store, and has the server look at what arrived. */
async function sendFile(
  scope: TaskScope,
  file: File,
  key: string,
  options: { onProgress: (sentBytes: number) => void; signal: AbortSignal },
): Promise<PortalFile> {
  const ticket = await answer(
    api.POST(files, {
      params: { path: { ...scope } },
      headers: idempotent(key),
      body: {
        name: file.name,
        size_bytes: file.size,
        content_type: file.type || 'application/octet-stream',
      },
    }),
  )
  await uploadFile(file, ticket, options)
  return answer(
    api.POST(`${files}/{file}/complete`, {
      params: { path: { ...scope, file: ticket.file_id } },
      body: {},
    }),
  )
}

const queue = createQueue()

/** How the files of a task travel. All tasks share the three lanes. */
export function transferFor(scope: TaskScope): Transfer {
  return {
    refusal: canSend,
    send: (file, key, options) => queue.add(() => sendFile(scope, file, key, options), options.signal),
  }
}

/** Opens the file's short-lived address; the store sends it as an attachment, so the page stays. */
export async function download(scope: TaskScope, file: string): Promise<void> {
  const { url } = await answer(api.GET(`${files}/{file}/download`, { params: { path: { ...scope, file } } }))
  const link = document.createElement('a')
  link.href = url
  link.click()
}
