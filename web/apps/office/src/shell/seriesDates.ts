import type { Series } from '@sild/api'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from './api'
import { formatDate, t } from './i18n'
import { keys } from './query'

/** What is decided about the next date of a series before it comes. */
export function useNextDate(series: string) {
  const queries = useQueryClient()
  const keep = (changed: Series) => keepSeries(queries, changed)
  const onSettled = () => queries.invalidateQueries({ queryKey: keys.overview })
  const onError = () => queries.invalidateQueries({ queryKey: keys.seriesOne(series) })
  const params = { path: { series } }
  const skip = useMutation({
    mutationFn: (on: string) =>
      answer(api.POST('/api/office/series/{series}/skip-date', { params, body: { on } })),
    onSuccess: keep,
    onError,
    onSettled,
  })
  const make = useMutation({
    mutationFn: (on: string) =>
      answer(api.POST('/api/office/series/{series}/make-task', { params, body: { on } })),
    onSuccess: (changed) => {
      keep(changed)
      void queries.invalidateQueries({ queryKey: [...keys.tasks, 'list'] })
    },
    onError,
    onSettled,
  })
  return { skip, make, isPending: skip.isPending || make.isPending }
}

/** Puts a series' newest state where its screen reads it, and lets the lists catch up. */
export function keepSeries(queries: QueryClient, series: Series): void {
  queries.setQueryData(keys.seriesOne(series.id), series)
  void queries.invalidateQueries({ queryKey: [...keys.series, 'list'] })
}

/** What is said once a date was left out. */
export function skippedWords({ title, next_dates }: Series, on: string): string {
  const date = formatDate(on, 'short')
  const next = next_dates[0]?.date
  return next === undefined
    ? t('series.skippedLastToast', { title, date })
    : t('series.skippedToast', { title, date, next: formatDate(next) })
}

/** What is said once a task was made before its date. */
export function madeWords({ title, next_dates }: Series): string {
  const next = next_dates[0]?.date
  return next === undefined
    ? t('series.madeLastToast', { title })
    : t('series.madeToast', { title, next: formatDate(next) })
}
