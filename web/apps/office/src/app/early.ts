import { CATALOGUES, guessLanguage } from '../shell/language'

// Built into a small file of its own that is there long before the app is: what the app begins with comes beside it, not
// after it. The words first; that they did not come is found by whoever needs them.
CATALOGUES[guessLanguage()]().catch(() => undefined)

// Then who is signed in, but on the pages for who is not. The app's own question takes this answer.
if (!/^\/(sign-in|sign-up|login)\b/.test(location.pathname)) {
  const question = { rel: 'preload', as: 'fetch', href: '/api/office/session', crossOrigin: 'anonymous' }
  document.head.append(Object.assign(document.createElement('link'), question))
}
