import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rolldown } from 'vite'
import { expect, test } from 'vitest'
import { takePageStyles } from '../build/page-styles.ts'
import { linksIn } from '../build/signed-in.ts'
import { fillPage, partsOf, themeOf } from '../build/template.ts'
import { workerFor } from '../build/worker.ts'
import { branding, demoBoot, demoSession } from '../demo/demo.ts'
import { startLogin } from '../src/features/login/ui/start.ts'
import { pathWithin, readBoot, safeTarget } from '../src/shell/boot.ts'

const template = readFileSync(join(import.meta.dirname, '../index.html'), 'utf8')
const tokens = ['LANG', 'TITLE', 'DESCRIPTION', 'HEAD', 'FALLBACK', 'BOOT']

test('the page holds each token of the server exactly once', () => {
  const found = [...template.matchAll(/__SILD_([A-Z]+)__/g)].map((match) => match[1])
  expect(found.sort()).toEqual([...tokens].sort())
})

test('the styles of the page leave the bundle for the page, and nothing links to them', () => {
  const entry = {
    type: 'chunk',
    isEntry: true,
    viteMetadata: { importedCss: new Set(['index.css', 'more.css']) },
  }
  const asset = (source: string) => ({ type: 'asset', source })
  const bundle = {
    'index.js': entry,
    'index.css': asset('a{}'),
    'more.css': asset('b{}'),
    'app.css': asset('c{}'),
  } as unknown as Rolldown.OutputBundle
  expect(takePageStyles(bundle)).toBe('a{}b{}')
  expect(Object.keys(bundle)).toEqual(['index.js', 'app.css'])
  expect(entry.viteMetadata.importedCss.size).toBe(0)
})

test('whoever is signed in gets the rest at once, and the paint waits for none of it', () => {
  const chunk = (fileName: string, moduleId: string, imports: string[], css?: string) => ({
    type: 'chunk',
    fileName,
    moduleIds: [moduleId],
    imports,
    viteMetadata: { importedCss: new Set(css ? [css] : []) },
  })
  const bundle = {
    toast: chunk('toast.js', '/portal/src/shell/Toast.tsx', [], 'toast.css'),
    main: chunk('main.js', '/portal/src/app/main.tsx', ['index.js', 'toast.js'], 'main.css'),
    texts: chunk('texts.js', '/portal/src/messages/en.json?icu=/messages/en|!login', [], 'texts.css'),
    index: chunk('index.js', '/portal/index.html', []),
  } as unknown as Rolldown.OutputBundle
  const links = linksIn(bundle, 'en')
  const found = [...links.matchAll(/rel="(\w+)"[^>]*\/([\w.]+)"/g)].map(([, rel, name]) => `${rel} ${name}`)
  expect(found).toEqual([
    'preload toast.css',
    'preload main.css',
    'preload texts.css',
    'modulepreload toast.js',
    'modulepreload main.js',
    'modulepreload texts.js',
  ])
})

test('the filled page starts from its own data, whatever stands in it', () => {
  const name = '</script><b>&amp; "Café"'
  const boot = demoBoot({
    session: demoSession({ clients: [{ id: 'cli_1', name, waiting_count: 0, documents_url: null }] }),
  })
  const page = new DOMParser().parseFromString(fillPage(template, partsOf(boot)), 'text/html')
  expect(readBoot(page)).toEqual(boot)
  expect(page.querySelector('b')).toBeNull()
  expect(page.documentElement.lang).toBe('en')
  expect(page.title).toBe('Demo Office')
})

test('the form without script is the one that the script makes', () => {
  const boot = demoBoot({ session: null, client: null, tasks: null })
  const page = new DOMParser().parseFromString(fillPage(template, partsOf(boot)), 'text/html')
  const root = document.createElement('div')
  startLogin({ branding, root })
  // What is said only after a form was sent without script is not shown before.
  for (const told of page.querySelectorAll('.login-told')) told.remove()
  const withoutSpace = (html: string | undefined) => html?.replace(/>\s+</g, '><').trim()
  const sorted = (element: Element | null) => {
    for (const part of element?.querySelectorAll('*') ?? []) {
      const attributes = [...part.attributes].sort((a, b) => a.name.localeCompare(b.name))
      for (const { name } of attributes) part.removeAttribute(name)
      for (const { name, value } of attributes) part.setAttribute(name, value)
    }
    return withoutSpace(element?.innerHTML)
  }
  expect(sorted(page.querySelector('#root'))).toBe(sorted(root))
})

test('what was typed before the script came stays', () => {
  const root = document.createElement('div')
  document.body.append(root)
  root.innerHTML = partsOf(demoBoot({ session: null })).fallback
  const early = root.querySelector<HTMLInputElement>('#email')
  if (!early) throw new Error('the form has no field')
  early.value = 'mari@bak'
  early.focus()
  startLogin({ branding, root })
  const field = root.querySelector<HTMLInputElement>('#email')
  expect(field).not.toBe(early)
  expect(field?.value).toBe('mari@bak')
  expect(document.activeElement).toBe(field)
  root.remove()
})

test('the theme holds the colours of the office for light and dark', () => {
  const theme = themeOf(branding)
  const { palette } = branding
  expect(theme).toContain(`--brand:${palette.brand}`)
  expect(theme).toContain(`--link:${palette.light.link.colour}`)
  expect(theme).toContain(`--brand-ui:${palette.dark.brand_ui.colour}`)
})

test('the worker holds every file of its build, and another build has another worker', () => {
  const worker = workerFor(['/assets/portal/b.js', '/assets/portal/a.css'])
  expect(worker).toContain('const files = ["/assets/portal/a.css","/assets/portal/b.js"]')
  expect(worker).not.toMatch(/__SILD_/)
  expect(workerFor(['/assets/portal/c.js'])).not.toContain(/sild-shell-\w+/.exec(worker)?.[0])
})

test('a path is taken without the base of the portal', () => {
  expect(pathWithin('/p/demo', '/p/demo/c/cli_1/tasks')).toBe('/c/cli_1/tasks')
  expect(pathWithin('/p/demo', '/p/demo')).toBe('/')
  expect(pathWithin('', '/login')).toBe('/login')
})

test('only places inside the portal are targets', () => {
  expect(safeTarget('/c/cli_1/tasks/tsk_2')).toBe('/c/cli_1/tasks/tsk_2')
  for (const own of ['/profile', '/help']) expect(safeTarget(own)).toBe(own)
  for (const bad of ['//evil.example', 'https://evil.example', '/c/../x?y', '/login', '', null, undefined]) {
    expect(safeTarget(bad)).toBeNull()
  }
})
