import type { ImportView } from '../api/imports'

/** The row of the file that follows its headings. */
const FIRST = 2

/**
 * The rows of the preview as the spreadsheet counts them. Null where there are empty rows between them, which are not
 * counted in the preview: nobody knows then which is which.
 */
export function rowNumbers({
  sample,
  errors,
  row_count,
}: Pick<ImportView, 'sample' | 'errors' | 'row_count'>): number[] | null {
  const last = row_count + FIRST - 1
  if (errors.some(({ row }) => row > last)) return null
  return sample.map((_, index) => index + FIRST)
}

/** What the preview has of a row of the file: its client and all of its cells. */
export function sampleRow(view: ImportView, row: number): { client: string; cells: string[] } | null {
  const place = rowNumbers(view)?.indexOf(row) ?? -1
  const cells = view.sample[place]
  if (cells === undefined) return null
  const name = view.columns.findIndex(({ field }) => field === 'client_name')
  return { client: cells[name] ?? '', cells }
}

/** An import that runs, or is done, has no preview any more: what was seen of it before still belongs to its errors. */
export function withSample(next: ImportView, before: ImportView | undefined): ImportView {
  if (before === undefined || next.sample.length > 0) return next
  return next.state === 'running' || next.state === 'done' ? { ...next, sample: before.sample } : next
}
