import '@sild/tokens/tokens.css'
import '@sild/tokens/reset.css'
import './theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { browserTimeZone, guessLanguage, startLanguage } from '../shell/i18n'
import { applyTheme, readTheme } from '../shell/theme'
import { App } from './App'

const place = document.getElementById('app')
if (place === null) throw new Error('index.html has no #app')

applyTheme(readTheme())
await startLanguage(guessLanguage(), browserTimeZone())
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
