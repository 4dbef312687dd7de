const length = 6

/** A typed code as the mail shows it: `abc def` becomes `ABC-DEF`. More than six characters are cut. */
export function formatCode(typed: string): string {
  const signs = typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, length)
  return signs.length > 3 ? `${signs.slice(0, 3)}-${signs.slice(3)}` : signs
}

/** Whether all six characters are there. */
export function isWholeCode(code: string): boolean {
  return code.length === length + 1
}
