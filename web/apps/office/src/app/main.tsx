import './early'
import '@sild/tokens/tokens.css'
import '@sild/tokens/reset.css'
import './theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { isFirst } from '../shell/first'
import { browserTimeZone, guessLanguage, startLanguage } from '../shell/i18n'
import { createQueries } from '../shell/query'
import { App } from './App'
import { createAppRouter, fetchFirst, signInAgain } from './router'

const place = document.getElementById('app')
if (place === null) throw new Error('index.html has no #app')

/** How long a screen that is almost there is waited for: longer where something stands in its place already. */
const WAIT_MILLISECONDS = isFirst() ? 1000 : 50

const words = startLanguage(guessLanguage(), browserTimeZone())
const queries = createQueries(() => signInAgain(router))
const router = createAppRouter(queries)
fetchFirst(router)
await words
// With the session at hand the first screen is drawn once; without it, what stands in its place is drawn before.
await Promise.race([router.load(), new Promise((resolve) => setTimeout(resolve, WAIT_MILLISECONDS))])
createRoot(place).render(
  <StrictMode>
    <App queries={queries} router={router} />
  </StrictMode>,
)
