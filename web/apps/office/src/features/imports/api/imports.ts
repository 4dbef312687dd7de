import type { Answer, Body } from '@sild/api'
import { uploadFile } from '@sild/upload'
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { answer, api, idempotent, newKey } from '../../../shell/api'
import { keys } from '../../../shell/query'
import { withSample } from '../model/sample'

/** An import: what was found in its file and what came of its rows so far. */
export type ImportView = Answer<'get_import'>
/** What a column can hold. */
export type ImportField = NonNullable<ImportView['columns'][number]['field']>

const keyOf = (id: string) => [...keys.all, 'imports', id] as const

type Sending = { file: File; onProgress: (sentBytes: number) => void; signal: AbortSignal }

/** Declares a table, sends it to the store and has it looked through. */
export function useSendImport() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ file, onProgress, signal }: Sending) => {
      const ticket = await answer(
        api.POST('/api/office/imports', {
          body: { file_name: file.name, size_bytes: file.size },
          headers: idempotent(newKey()),
        }),
      )
      await uploadFile(file, ticket, { onProgress, signal })
      return preview(ticket.import_id, {})
    },
    onSuccess: (started) => keep(queries, started),
  })
}

/** An import, asked for every second while the server works on it. */
export function useImport(id: string) {
  const queries = useQueryClient()
  const query = useQuery({
    queryKey: keyOf(id),
    queryFn: async () => {
      const next = await answer(api.GET('/api/office/imports/{import}', { params: { path: { import: id } } }))
      return withSample(next, queries.getQueryData(keyOf(id)))
    },
    refetchInterval: ({ state }) => (isWorking(state.data) ? 1000 : false),
    staleTime: 0,
  })
  const isDone = query.data?.state === 'done'
  useEffect(() => {
    if (!isDone) return
    void queries.invalidateQueries({ queryKey: keys.clients })
    void queries.invalidateQueries({ queryKey: keys.contacts })
  }, [isDone, queries])
  return query
}

/** Looks through the file again, with what is chosen in place of what was guessed. */
export function usePreviewImport(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (choices: Body<'preview_import'>) => preview(id, choices),
    onSuccess: (started) => keep(queries, started),
  })
}

/** Has the good rows written. */
export function useStartImport(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (duplicates: Body<'start_import'>['duplicates']) =>
      answer(
        api.POST('/api/office/imports/{import}/start', {
          params: { path: { import: id } },
          body: { duplicates },
        }),
      ),
    onSuccess: (started) => keep(queries, started),
    // Somebody else may have started it, or it is looked through again.
    onError: () => void queries.invalidateQueries({ queryKey: keyOf(id) }),
  })
}

const isWorking = (view: ImportView | undefined) => view?.state === 'previewing' || view?.state === 'running'

const preview = (id: string, choices: Body<'preview_import'>) =>
  answer(
    api.POST('/api/office/imports/{import}/preview', { params: { path: { import: id } }, body: choices }),
  )

const keep = (queries: QueryClient, view: ImportView) =>
  queries.setQueryData(keyOf(view.id), (before: ImportView | undefined) => withSample(view, before))
