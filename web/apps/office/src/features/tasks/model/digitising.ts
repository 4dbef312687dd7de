import type { OfficeFile } from '@sild/api'

/** How many files one order takes. */
export const ORDER_MAX = 50

/** Whether a file was sent to be digitised, or is on its way: sending it once more asks first (S61). */
export function isSent({ digitisation }: OfficeFile): boolean {
  return digitisation?.state === 'queued' || digitisation?.state === 'sent'
}

/** The files that are chosen at first: those that the client sees and that were not sent yet. */
export function unsentOf(files: readonly OfficeFile[]): string[] {
  const unsent = files.filter((file) => file.visibility === 'portal' && !isSent(file))
  return unsent.slice(0, ORDER_MAX).map(({ id }) => id)
}
