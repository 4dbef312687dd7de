import type { Series } from '@sild/api'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { showToast } from '../ui/Toasts'
import { answer, api } from './api'
import { formatDate, t } from './i18n'
import { sentenceOf } from './problems'
import { keys } from './query'

/** How long a decision takes at least: the second press of a double click shall not decide about the date after. */
const LEAST_MILLISECONDS = 500

/** A date of a series: named by its nominal one, and the day on which its task is made. */
type NextDate = { nominal: string; on: string }

/** What is decided about the next date of a series before it comes; what came of it is told in a toast. */
export function useNextDate(series: string) {
  const queries = useQueryClient()
  const params = { path: { series } }
  const onError = (error: Error) => {
    showToast({ text: sentenceOf(error), tone: 'bad' })
    void queries.invalidateQueries({ queryKey: keys.seriesOne(series) })
  }
  const onSettled = () => void queries.invalidateQueries({ queryKey: keys.overview })
  const skip = useMutation({
    mutationFn: ({ nominal }: NextDate) =>
      slowly(answer(api.POST('/api/office/series/{series}/skip-date', { params, body: { nominal } }))),
    onSuccess: (changed, { on }) => {
      keepSeries(queries, changed)
      showToast({ text: skippedWords(changed, on) })
    },
    onError,
    onSettled,
  })
  const make = useMutation({
    mutationFn: ({ nominal }: NextDate) =>
      slowly(answer(api.POST('/api/office/series/{series}/make-task', { params, body: { nominal } }))),
    onSuccess: (changed) => {
      keepSeries(queries, changed)
      void queries.invalidateQueries({ queryKey: [...keys.tasks, 'list'] })
      showToast({ text: madeWords(changed) })
    },
    onError,
    onSettled,
  })
  return { skip: skip.mutate, make: make.mutate, isPending: skip.isPending || make.isPending }
}

async function slowly<T>(answered: Promise<T>): Promise<T> {
  const [said] = await Promise.all([
    answered,
    new Promise((resolve) => setTimeout(resolve, LEAST_MILLISECONDS)),
  ])
  return said
}

/** Puts a series' newest state where its screen reads it, and lets the lists catch up. */
export function keepSeries(queries: QueryClient, series: Series): void {
  queries.setQueryData(keys.seriesOne(series.id), series)
  void queries.invalidateQueries({ queryKey: [...keys.series, 'list'] })
}

function skippedWords({ title, client, next_dates }: Series, on: string): string {
  const what = { title, client: client.name, date: formatDate(on, 'short') }
  const next = next_dates[0]?.date
  return next === undefined
    ? t('series.skippedLastToast', what)
    : t('series.skippedToast', { ...what, next: formatDate(next) })
}

function madeWords({ title, client, next_dates }: Series): string {
  const what = { title, client: client.name }
  const next = next_dates[0]?.date
  return next === undefined
    ? t('series.madeLastToast', what)
    : t('series.madeToast', { ...what, next: formatDate(next) })
}
