// The built portal on a port of its own: the page filled as the server fills it, with the same strict policy.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const types = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt',
  '.webp': 'image/webp',
}

/** A TypeScript module of this app. */
export async function load(path) {
  const { module } = await runnerImport(here(path))
  return module
}

/** Serves `dist`. `boot` gives what stands in the page; it is asked at each request. */
export async function serve(boot) {
  if (!existsSync(here('dist/index.html'))) throw new Error('There is no build: run `npm run build` first.')
  const { fillPage, partsOf } = await load('build/template.ts')
  const template = readFileSync(here('dist/index.html'), 'utf8')
  const styles = readFileSync(here('dist/page.css'), 'utf8')
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    if (pathname.startsWith('/assets/portal/')) {
      const file = here(`dist/${pathname.slice('/assets/portal/'.length)}`)
      if (!existsSync(file)) return response.writeHead(404).end()
      return response.writeHead(200, { 'content-type': types[extname(file)] }).end(readFileSync(file))
    }
    const parts = partsOf(boot(), styles)
    response.writeHead(200, {
      'content-type': 'text/html',
      'content-security-policy': policy(parts.head),
      'cache-control': boot().session ? 'private, no-store' : 'public, max-age=60',
    })
    return response.end(fillPage(template, parts))
  })
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address()
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() }
}

function policy(head) {
  const style = /<style>(.*)<\/style>/s.exec(head)[1]
  const hash = createHash('sha256').update(style).digest('base64')
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'sha256-${hash}'`,
    "connect-src 'self' https://files.example",
    "img-src 'self' data: blob:",
    "media-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
