// The portal without a connection: its files, and what was seen last. The server gives it as `<base>/sw.js`, so that it
// serves that one portal. The build writes the list of files and its name into it.
const files = __SILD_FILES__
const shell = 'sild-shell-__SILD_BUILD__'
const scope = new URL(self.registration.scope).pathname
const seen = `sild-seen-${scope}`
/** Every page of the app is the same page. */
const page = `${scope}?page`
const mostAnswers = 200

self.addEventListener('install', (event) => {
  event.waitUntil(install())
})

self.addEventListener('activate', (event) => {
  event.waitUntil(activate())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (files.includes(pathname)) event.respondWith(fromShell(request))
  else if (request.mode === 'navigate') event.respondWith(newest(event, page))
  // The address of a file lives for minutes.
  else if (pathname.startsWith('/api/portal/') && !pathname.endsWith('/download'))
    event.respondWith(newest(event, request.url))
})

async function install() {
  const cache = await caches.open(shell)
  await cache.addAll(files)
  await self.skipWaiting()
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith('sild-shell-') && name !== shell) await caches.delete(name)
  }
  await self.clients.claim()
  // The page that brought the worker had come before it.
  const answer = await fetch(scope, { credentials: 'same-origin' }).catch(() => null)
  if (answer) await note(page, answer)
}

async function fromShell(request) {
  const cache = await caches.open(shell)
  return (await cache.match(request.url)) ?? fetch(request)
}

/** The answer of the server; without a connection the last one that it gave. */
async function newest(event, key) {
  try {
    const answer = await fetch(event.request)
    event.waitUntil(note(key, answer.clone()))
    return answer
  } catch (error) {
    const cache = await caches.open(seen)
    const kept = await cache.match(key)
    if (kept) return kept
    throw error
  }
}

/** Keeps what a person may see. Once there is no session any more, nothing of it is left. */
async function note(key, answer) {
  const isAnonymous = key === page && !(answer.headers.get('cache-control') ?? '').includes('private')
  if (answer.status === 401 || (answer.ok && isAnonymous)) {
    await caches.delete(seen)
    return
  }
  const cache = await caches.open(seen)
  // What has not changed is kept already, and is as of now again.
  const told = answer.status === 304 ? await cache.match(key) : answer
  if (!told?.ok) return
  const headers = new Headers(told.headers)
  headers.set('x-kept-at', new Date().toISOString())
  await cache.put(key, new Response(await told.blob(), { status: told.status, headers }))
  const kept = await cache.keys()
  const others = kept.filter(({ url }) => !url.endsWith(page))
  if (kept.length > mostAnswers && others[0]) await cache.delete(others[0])
}
