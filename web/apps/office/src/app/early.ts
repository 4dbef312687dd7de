import { drawFailed, drawFirst } from '../shell/first'
import { CATALOGUES, guessLanguage } from '../shell/language'
import { applyTheme, readTheme } from '../shell/theme'

// Built into a small file of its own that is there long before the app is: what the app begins with comes beside it, not
// after it. The words first; that they did not come is found by whoever needs them.
const language = guessLanguage()
CATALOGUES[language]().catch(() => undefined)

// Then who is signed in, but on the pages for who is not. The app's own question takes this answer.
if (!/^\/(sign-in|sign-up|login)\b/.test(location.pathname)) {
  const question = { rel: 'preload', as: 'fetch', href: '/api/office/session', crossOrigin: 'anonymous' }
  document.head.append(Object.assign(document.createElement('link'), question))
}

applyTheme(readTheme())
const place = document.getElementById('app')
if (place) {
  drawFirst(place, location.pathname, language)
  // The app's own file did not come.
  const fail = ({ target }: Event) => {
    if (target instanceof HTMLScriptElement) drawFailed(place, language)
  }
  addEventListener('error', fail, true)
}
