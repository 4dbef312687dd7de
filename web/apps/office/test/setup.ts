import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { forgetAll } from '../src/shell/forget'
import { startLanguage } from '../src/shell/i18n'
import { clearToasts } from '../src/ui/Toasts'
import { api } from './server'

// What a browser has and jsdom has not.
Object.assign(globalThis, {
  CSS: { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&'), supports: () => false },
  IntersectionObserver: class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
  ResizeObserver: class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
})
Object.defineProperties(HTMLElement.prototype, {
  // The virtual table asks how much room there is.
  clientWidth: { configurable: true, get: () => 1000 },
  clientHeight: { configurable: true, get: () => 1000 },
})
window.matchMedia = (query) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }) as unknown as MediaQueryList
window.scrollTo = () => undefined
Element.prototype.scrollTo = () => undefined
Element.prototype.scrollIntoView = () => undefined

// The machine may be busy, and screens come as chunks.
configure({ asyncUtilTimeout: 15_000 })

beforeAll(async () => {
  api.listen({ onUnhandledRequest: 'error' })
  await startLanguage('en', 'Europe/Tallinn')
})
beforeEach(forgetAll)
afterEach(() => {
  cleanup()
  clearToasts()
  api.resetHandlers()
})
afterAll(() => api.close())
