import type { Rolldown } from 'vite'

/** The links to the scripts and styles of the portal behind the login, so that they come together with the page's own. */
export function linksIn(bundle: Rolldown.OutputBundle, language: string): string {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const holding = (path: string): Rolldown.OutputChunk => {
    const found = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.includes(path)))
    if (!found) throw new Error(`no chunk holds ${path}`)
    return found
  }
  const page = new Set(withImports(holding('/portal/index.html'), chunks))
  const behind = [holding('/app/main.tsx'), holding(`/messages/${language}|!login`)]
  const needed = new Set(
    behind.flatMap((chunk) => withImports(chunk, chunks)).filter((chunk) => !page.has(chunk)),
  )
  const styles = new Set([...needed].flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]))
  const place = (name: string): string => `crossorigin href="/assets/portal/${name}"`
  // Only fetched: what the server wrote needs none of it, and shall not wait for it.
  return [
    ...[...styles].map((name) => `<link rel="preload" as="style" ${place(name)}>`),
    ...[...needed].map(({ fileName }) => `<link rel="modulepreload" fetchpriority="low" ${place(fileName)}>`),
  ].join('')
}

/** A chunk and those that it imports from the start, itself last: what others build on begins first. */
function withImports(chunk: Rolldown.OutputChunk, chunks: Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const imported = chunks.filter(({ fileName }) => chunk.imports.includes(fileName))
  return [...imported.flatMap((other) => withImports(other, chunks)), chunk]
}
