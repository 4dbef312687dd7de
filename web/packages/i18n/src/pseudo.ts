/**
 * A pseudo-language for tests: every message stands between marks, so what a page says without them is no message.
 */
import type { Catalogue } from './index.ts'

const mark = (text: string): string => `⟦${text}⟧`

/** The catalogue with every message between marks. */
export function pseudo(messages: Catalogue): Catalogue {
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [
      key,
      typeof message === 'string'
        ? mark(message)
        : (args: Record<string, unknown>, format: Parameters<typeof message>[1]) =>
            mark(message(args, format)),
    ]),
  )
}

/** What a page says, or names for those who listen, that is neither a message nor among the texts of `data`. */
export function untranslated(page: Element, data: unknown): string[] {
  const known = JSON.stringify(data)
  const found = new Set<string>()
  const look = (said: string | null): void => {
    const rest = outside(said ?? '').trim()
    // Dates and numbers come from the language itself.
    const isDate = /^\P{L}*\d/u.test(rest) || /^\p{L}+,? \d/u.test(rest)
    if (/\p{L}{2}/u.test(rest) && !isDate && !known.includes(JSON.stringify(rest).slice(1, -1)))
      found.add(rest)
  }
  const texts = page.ownerDocument.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    if (!texts.currentNode.parentElement?.closest('script, style, [lang]')) look(texts.currentNode.nodeValue)
  }
  for (const element of page.querySelectorAll('*')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) look(element.getAttribute(name))
  }
  return [...found]
}

/** The text without what stands between marks, however deep. */
function outside(text: string): string {
  let depth = 0
  let rest = ''
  for (const letter of text) {
    if (letter === '⟦') depth += 1
    else if (letter === '⟧') depth -= 1
    else if (depth === 0) rest += letter
  }
  return rest
}
