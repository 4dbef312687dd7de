import type { Body, Recurrence, Series } from '@sild/api'
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { answer, api, idempotent, ifMatch, isProblem } from '../../../shell/api'
import { keys } from '../../../shell/query'
import { keepSeries } from '../../../shell/seriesDates'

/** The task that is to recur, when there is one. */
export function useRepeatedTask(task: string | null) {
  return useQuery({
    queryKey: keys.task(task ?? ''),
    queryFn: () => answer(api.GET('/api/office/tasks/{task}', { params: { path: { task: task ?? '' } } })),
    enabled: task !== null,
  })
}

/** The office's series, or one client's, in pages. */
export function useSeriesList(client: string | null) {
  return useInfiniteQuery({
    queryKey: keys.seriesList(client),
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/office/series', {
          params: {
            query: {
              limit: 50,
              ...(client === null ? {} : { client_id: client }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
}

/** One series. */
export function useSeries(id: string) {
  return useQuery({
    queryKey: keys.seriesOne(id),
    queryFn: () => answer(api.GET('/api/office/series/{series}', { params: { path: { series: id } } })),
  })
}

/** The next five dates of a rule; null asks nothing. */
export function useNextDates(recurrence: Recurrence | null) {
  return useQuery({
    queryKey: [...keys.series, 'preview', recurrence],
    queryFn: () => {
      if (recurrence === null) throw new Error('no rule to preview')
      return answer(api.POST('/api/office/series/preview', { body: { recurrence } }))
    },
    enabled: recurrence !== null,
    placeholderData: keepPreviousData,
  })
}

/** Begins a series. */
export function useCreateSeries() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ body, key }: { body: Body<'create_series'>; key: string }) =>
      answer(api.POST('/api/office/series', { body, headers: idempotent(key) })),
    onSuccess: (series) => {
      keepSeries(queries, series)
      void queries.invalidateQueries({ queryKey: [...keys.tasks, 'list'] })
    },
  })
}

/** Changes what the series creates from now on; what it has created stays as it is. */
export function useUpdateSeries(series: Series) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Body<'update_series'>) =>
      answer(
        api.PATCH('/api/office/series/{series}', {
          params: { path: { series: series.id }, header: ifMatch(series.version) },
          body,
        }),
      ),
    onSuccess: (changed) => keepSeries(queries, changed),
    onError: (error) => {
      if (isProblem(error, 'version_mismatch'))
        void queries.invalidateQueries({ queryKey: keys.seriesOne(series.id) })
    },
  })
}
