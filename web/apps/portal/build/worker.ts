import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const source = join(import.meta.dirname, '../worker/worker.js')

/** The worker for these files of a build. Another build has another one, and browsers notice. */
export function workerFor(paths: readonly string[]): string {
  const files = JSON.stringify([...paths].sort())
  const text = readFileSync(source, 'utf8')
  const build = createHash('sha256').update(text).update(files).digest('hex').slice(0, 12)
  return text.replace('__SILD_FILES__', files).replace('__SILD_BUILD__', build)
}
