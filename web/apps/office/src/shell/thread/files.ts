import type { OfficeFile, Task } from '@sild/api'
import { createQueue, uploadFile } from '@sild/upload'
import type { QueryClient } from '@tanstack/react-query'
import { answer, api } from '../../../shell/api'
import { keys } from '../../../shell/query'

/** Who sees a file: the office alone, or the client too. Fixed when its upload begins. */
export type Visibility = 'internal' | 'portal'

type Progress = { onProgress?: (sentBytes: number) => void; signal?: AbortSignal }

const queue = createQueue()

/** Declares a file, sends its bytes to the store and has the server look at them. */
export function sendFile(
  task: string,
  file: File,
  visibility: Visibility,
  { onProgress, signal }: Progress = {},
): Promise<OfficeFile> {
  return queue.add(async () => {
    const ticket = await answer(
      api.POST('/api/office/tasks/{task}/files', {
        params: { path: { task } },
        body: {
          name: file.name,
          size_bytes: file.size,
          content_type: file.type || 'application/octet-stream',
          visibility,
        },
      }),
    )
    await uploadFile(file, ticket, {
      ...(onProgress ? { onProgress } : {}),
      ...(signal ? { signal } : {}),
    })
    return answer(
      api.POST('/api/office/tasks/{task}/files/{file}/complete', {
        params: { path: { task, file: ticket.file_id } },
        body: {},
      }),
    )
  }, signal)
}

/** Shows a file in its task without asking the server again. */
export function keepFile(queries: QueryClient, task: string, file: OfficeFile): void {
  queries.setQueryData(keys.task(task), (known: Task | undefined) =>
    known === undefined
      ? known
      : { ...known, files: [...known.files.filter(({ id }) => id !== file.id), file] },
  )
}

/** Lets the browser save a file under its own name. The address works for a minute. */
export async function downloadFile(task: string, file: string): Promise<void> {
  const { url } = await answer(
    api.GET('/api/office/tasks/{task}/files/{file}/download', { params: { path: { task, file } } }),
  )
  const link = document.createElement('a')
  link.href = url
  link.rel = 'noopener'
  document.body.append(link)
  link.click()
  link.remove()
}
