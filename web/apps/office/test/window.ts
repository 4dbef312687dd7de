import { onTestFinished, vi } from 'vitest'

/** Has the window of this test be as wide as a phone's, for what asks by a media query. */
export function onPhone(width = 390): void {
  const usual = window.matchMedia
  const spy = vi.spyOn(window, 'matchMedia').mockImplementation((query) => {
    const most = /\(max-width: (\d+)px\)/.exec(query)?.[1]
    return { ...usual(query), matches: most !== undefined && width <= Number(most) }
  })
  onTestFinished(() => spy.mockRestore())
}
