import type { Rolldown } from 'vite'

/**
 * Takes the styles that the page's own script imports out of the bundle, so that nothing links to them: the server writes
 * them into the page, which can then be painted as soon as it has come.
 */
export function takePageStyles(bundle: Rolldown.OutputBundle): string {
  const page = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
  if (page?.type !== 'chunk') throw new Error('no chunk is the entry')
  const names = page.viteMetadata?.importedCss ?? new Set()
  const styles = [...names].map((name) => {
    const file = bundle[name]
    if (file?.type !== 'asset') throw new Error(`the bundle has no ${name}`)
    delete bundle[name]
    return String(file.source)
  })
  names.clear()
  return styles.join('')
}
