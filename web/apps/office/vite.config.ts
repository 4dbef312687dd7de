import { fileURLToPath } from 'node:url'
import { icuMessages } from '@sild/i18n/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** react-aria's own words in some thirty languages: only those that the app speaks are built in. */
const spokenLocales: Plugin = {
  name: 'spoken-locales',
  enforce: 'pre',
  load(id) {
    const locale = /\/react-aria[^/]*\/dist\/private\/intl\/(?:.*\/)?([a-z]{2}-[A-Z]{2})\.m?js$/.exec(id)?.[1]
    if (locale === undefined || ['en-US', 'et-EE', 'fi-FI'].includes(locale)) return null
    return 'export default {}'
  },
}

/**
 * Puts the order of the layers first in every style sheet: a chunk's sheet may arrive before the one of the tokens,
 * and the order in which layers are named first is the one that counts.
 */
const layerOrder: Plugin = {
  name: 'layer-order',
  enforce: 'post',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'asset' && file.fileName.endsWith('.css'))
        file.source = `@layer reset,tokens,base,components,utilities;${String(file.source)}`
  },
}

/** `app/early.ts` and all that it is made of. */
const EARLY =
  /app\/early\.ts|shell\/(first|language|places|theme)\.ts|(Frame|Layout)\.module\.css|icu:.*inbox\.heading|vite\/preload-helper/

export default defineConfig({
  base: '/assets/office/',
  plugins: [
    icuMessages({ dir: fileURLToPath(new URL('src/messages', import.meta.url)) }),
    react(),
    layerOrder,
    spokenLocales,
  ],
  // `npm run dev:preview` of the portal.
  server: { proxy: { '/portal-preview': 'http://127.0.0.1:5174' } },
  build: {
    manifest: true,
    // Scripts and styles only from files: the content security policy knows no inline ones and no data fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Small enough to be there long before the app is, it sends for what that begins with and draws the first picture.
            { name: 'early', test: EARLY, priority: 2 },
            // What the first view needs is one file: each file more is one more wait for a slow telephone.
            // The page itself stays outside: of its two imports, a tag for each.
            { name: 'app', test: /^(?!.*\.html)/, tags: ['$initial'], priority: 1 },
            // The signs that several screens share travel together instead of one by one.
            { name: 'signs', test: /lucide-react/, minShareCount: 2 },
          ],
        },
      },
    },
  },
  test: {
    testTimeout: 60_000,
    name: 'office',
    environment: 'jsdom',
    setupFiles: ['./test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
})
