import './early'
import '@sild/tokens/tokens.css'
import '@sild/tokens/reset.css'
import './theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { drawFailed, isFirst } from '../shell/first'
import { browserTimeZone, guessLanguage, startLanguage } from '../shell/i18n'
import { createQueries } from '../shell/query'
import { App } from './App'
import { createAppRouter, fetchFirst, signInAgain } from './router'

/** How long a screen that is almost there is waited for: longer where something stands in its place already. */
const WAIT_MILLISECONDS = isFirst() ? 10_000 : 50

/** Not awaited here: the code of every screen waits for this file to have ended. */
async function begin(place: HTMLElement): Promise<void> {
  const language = guessLanguage()
  const words = startLanguage(language, browserTimeZone())
  const queries = createQueries(() => signInAgain(router))
  const router = createAppRouter(queries)
  fetchFirst(router)
  try {
    await words
  } catch (error) {
    drawFailed(place, language)
    throw error
  }
  // With the session at hand the first screen is drawn once; without it, what stands in its place is drawn before.
  await Promise.race([router.load(), new Promise((resolve) => setTimeout(resolve, WAIT_MILLISECONDS))])
  createRoot(place).render(
    <StrictMode>
      <App queries={queries} router={router} />
    </StrictMode>,
  )
}

const place = document.getElementById('app')
if (place === null) throw new Error('index.html has no #app')
void begin(place)
