/** The look that a person chose on this device. */
export type Theme = 'system' | 'light' | 'dark'

const STORED = 'sild.theme'

/** The chosen look; the system's when none was chosen or storage is closed. */
export function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(STORED)
    return stored === 'light' || stored === 'dark' ? stored : 'system'
  } catch {
    return 'system'
  }
}

/** Sets the look at once and keeps it for the next time. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  try {
    localStorage.setItem(STORED, theme)
  } catch {
    // Private windows may refuse storage: the look then lasts as long as the page.
  }
}
