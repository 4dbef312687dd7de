import type { PortalMedia, PortalSettings } from '@sild/api'
import { uploadFile } from '@sild/upload'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../../shell/api'
import { keys } from '../../../shell/query'
import type { MediaKind } from '../model/media'

type Sending = { file: File; onProgress: (sentBytes: number) => void }

/** Declares a picture or the video, sends its bytes to the store and has the server look at them. */
export function useSendMedia(kind: MediaKind) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ file, onProgress }: Sending) => {
      const ticket = await declare(kind, file)
      await uploadFile(file, ticket, { onProgress })
      return complete(kind, ticket.file_id)
    },
    onSuccess: (media) => keep(queries, kind, media),
  })
}

function declare(kind: MediaKind, file: File) {
  if (kind === 'welcome_video') {
    return answer(
      api.POST('/api/office/portal/welcome-video', {
        body: { size_bytes: file.size, content_type: 'video/mp4' },
      }),
    )
  }
  const content_type = file.type as 'image/png' | 'image/jpeg' | 'image/webp'
  return answer(
    api.POST('/api/office/portal/images', { body: { kind, size_bytes: file.size, content_type } }),
  )
}

function complete(kind: MediaKind, file: string) {
  const request = { params: { path: { file } }, body: {} }
  return answer(
    kind === 'welcome_video'
      ? api.POST('/api/office/portal/welcome-video/{file}/complete', request)
      : api.POST('/api/office/portal/images/{file}/complete', request),
  )
}

/** Takes a picture or the video away. */
export function useRemoveMedia(kind: MediaKind) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () =>
      answer(
        kind === 'welcome_video'
          ? api.DELETE('/api/office/portal/welcome-video')
          : api.DELETE('/api/office/portal/images/{kind}', { params: { path: { kind } } }),
      ),
    onSuccess: () => keep(queries, kind, { state: 'none', reason: null, url: null }),
  })
}

function keep(queries: QueryClient, kind: MediaKind, media: PortalMedia): void {
  queries.setQueryData(keys.portal, (known: PortalSettings | undefined) =>
    known === undefined ? known : { ...known, [kind]: media },
  )
  void queries.invalidateQueries({ queryKey: keys.portal, exact: true })
}
