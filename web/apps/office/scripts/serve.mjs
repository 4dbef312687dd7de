// Serves the built app as its host does: hashed assets, the preview of the portal, one page for every other path, the
// security policy, and an API whose answers are the demo office's.
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const built = join(root, 'dist')
const preview = join(root, '../portal/dist/preview')
const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mp4': 'video/mp4',
  '.svg': 'image/svg+xml',
  '.vtt': 'text/vtt',
  '.webp': 'image/webp',
}

/** The content security policy of the office's host. */
export function policy() {
  const { styles } = JSON.parse(readFileSync(join(root, 'csp-hashes.json'), 'utf8'))
  const hashes = styles.map((hash) => `'${hash}'`).join(' ')
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${hashes}`,
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "frame-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
}

/** Says what is missing rather than showing an empty page. */
function needBuild() {
  if (![built, preview].every((folder) => existsSync(join(folder, 'index.html'))))
    throw new Error('Not both apps are built: run `npm run build` in web/ first.')
}

/** The file that a path shows. */
function fileAt(path) {
  const below = (folder, start) => join(folder, normalize(path.slice(start.length - 1)))
  if (path === '/portal-preview/') return join(preview, 'index.html')
  if (path.startsWith('/portal-preview/')) return below(preview, '/portal-preview/')
  if (path.startsWith('/assets/office/')) return below(built, '/assets/office/')
  return join(built, 'index.html')
}

/** Starts on a free port of the loopback. */
export async function serve() {
  needBuild()
  const { module } = await runnerImport(join(root, 'test/demo/server.ts'))
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (url.pathname.startsWith('/api/')) {
      const { status, body } = module.answerDemo({
        method: request.method,
        path: url.pathname,
        query: url.searchParams,
      })
      const type = status < 400 ? 'application/json' : 'application/problem+json'
      response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body))
      return
    }
    const file = fileAt(url.pathname)
    try {
      const content = await readFile(file)
      response.writeHead(200, {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': policy(),
      })
      response.end(content)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done()))
  return { server, origin: `http://127.0.0.1:${server.address().port}` }
}
