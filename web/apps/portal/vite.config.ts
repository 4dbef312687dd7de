import { fileURLToPath } from 'node:url'
import { languages } from '@sild/i18n/catalogue'
import { icuMessages } from '@sild/i18n/vite'
import { type Plugin, type Rolldown, runnerImport } from 'vite'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { takePageStyles } from './build/page-styles.ts'
import { linksIn } from './build/signed-in.ts'
import { fallbackIn, fillPage, firstIn, partsOf } from './build/template.ts'
import { workerFor } from './build/worker.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const messages = here('src/messages')

/**
 * In `vite dev` the page is filled with demo data; a build keeps the server's tokens and adds the fallback forms, and
 * what the server writes for somebody who is signed in: what stands around their first tasks, and links to scripts and styles.
 */
function pageTemplate(): Plugin {
  return {
    name: 'sild-page-template',
    transformIndexHtml: {
      order: 'post',
      async handler(page, context) {
        if (!context.server) return page
        const demo = await runnerImport<typeof import('./demo/demo.ts')>(
          fileURLToPath(new URL('demo/demo.ts', import.meta.url)),
        )
        return fillPage(page, partsOf(demo.module.demoBoot()))
      },
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const language of languages(messages)) {
          const emit = (name: string, source: string): void => {
            this.emitFile({ type: 'asset', fileName: `${name}.${language}.html`, source })
          }
          emit('fallback', fallbackIn(language))
          emit('first', firstIn(language))
          emit('signed-in', linksIn(bundle, language))
        }
      },
    },
  }
}

/** The styles of the page itself are a file for the server, before anything comes to link to them. */
function pageStyles(): Plugin {
  return {
    name: 'sild-page-styles',
    enforce: 'pre',
    generateBundle: {
      order: 'pre',
      handler(_, bundle) {
        this.emitFile({ type: 'asset', fileName: 'page.css', source: takePageStyles(bundle) })
      },
    },
  }
}

/** Adds the worker that keeps the scripts and styles of this build at hand; films are too large for that. */
function offlineWorker(): Plugin {
  return {
    name: 'sild-offline-worker',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const paths = Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name) && name !== 'page.css')
        const source = workerFor(paths.map((name) => `/assets/portal/${name}`))
        this.emitFile({ type: 'asset', fileName: 'worker.js', source })
      },
    },
  }
}

/** No script of the preview reaches anything but its own files, and no form leaves it, wherever it is served. */
function previewPolicy(): Plugin {
  return {
    name: 'sild-preview-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        injectTo: 'head-prepend',
        attrs: {
          'http-equiv': 'content-security-policy',
          content:
            "connect-src 'none'; form-action 'none'; worker-src 'none'; frame-src 'none'; base-uri 'none'",
        },
      },
    ],
  }
}

const resolve = {
  alias: {
    'react/jsx-runtime': 'preact/jsx-runtime',
    'react-dom': 'preact/compat',
    react: 'preact/compat',
    'use-sync-external-store/shim/index.js': 'preact/compat',
    'use-sync-external-store/shim': 'preact/compat',
  },
  dedupe: ['preact'],
}

/** A module, and all that it imports from the start. */
function withImports(id: string, context: Rolldown.ChunkingContext): Set<string> {
  const found = new Set([id])
  // What is added while the set is walked is walked as well.
  for (const known of found)
    for (const imported of context.getModuleInfo(known)?.importedIds ?? []) found.add(imported)
  return found
}

/** One file for all that the portal needs from the start behind the login, beside the one that the login has brought. */
function startGroups(): Rolldown.CodeSplittingGroup[] {
  let app: Set<string> | undefined
  return [
    { name: 'index', tags: ['$initial'], priority: 1 },
    {
      name: (id, context) => {
        app ??= withImports(here('src/app/main.tsx'), context)
        return app.has(id) ? 'app' : null
      },
    },
  ]
}

const build = {
  // Nothing inline: the content security policy takes scripts and styles only from files.
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
  rolldownOptions: {
    output: {
      entryFileNames: '[name]-[hash].js',
      chunkFileNames: (chunk) => `${chunk.name.replace(/[\W_]+/g, '-')}-[hash].js`,
      assetFileNames: '[name]-[hash][extname]',
    },
    // Libraries mark modules for server frameworks; here that mark means nothing.
    onLog: (level, log, report) => {
      if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log)
    },
  },
} satisfies ViteUserConfig['build']

/**
 * The preview of the office's settings: the same screens in a build of their own, so that no visitor of a portal fetches
 * a byte of it.
 */
const preview: ViteUserConfig = {
  root: here('src/preview'),
  base: '/portal-preview/',
  publicDir: false,
  plugins: [icuMessages({ dir: messages }), previewPolicy()],
  resolve,
  build: { ...build, outDir: here('dist/preview'), emptyOutDir: true },
}

const portal: ViteUserConfig = {
  base: '/assets/portal/',
  plugins: [icuMessages({ dir: messages }), pageStyles(), pageTemplate(), offlineWorker()],
  resolve,
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  build: {
    ...build,
    manifest: true,
    rolldownOptions: {
      ...build.rolldownOptions,
      output: { ...build.rolldownOptions.output, codeSplitting: { groups: startGroups() } },
    },
  },
  test: {
    name: 'portal',
    environment: 'jsdom',
    // Two cores may be busy with a build of something else.
    testTimeout: 30_000,
    environmentOptions: { jsdom: { url: 'http://demo.localhost/' } },
    setupFiles: ['./test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    server: { deps: { inline: true } },
  },
}

export default defineConfig(({ mode }) => (mode === 'preview' ? preview : portal))
