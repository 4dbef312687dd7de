import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanup, screen, waitFor, within } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { render } from 'preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { themeOf } from '../build/template.ts'
import { branding } from '../demo/demo.ts'
import {
  newsIn,
  type PreviewNews,
  type PreviewTask,
  type PreviewValues,
  valuesIn,
} from '../src/preview/contract.ts'
import { keepInside } from '../src/preview/inside.ts'
import { variablesOf } from '../src/preview/look.ts'
import { createMemory } from '../src/preview/memory.ts'
import { startPreview } from '../src/preview/preview.tsx'
import { sceneIn } from '../src/preview/scene.ts'

const values: PreviewValues = {
  type: 'sild.preview.values',
  office: 'Demo Office OÜ',
  name: 'Demo Office',
  description: 'All in one place.',
  colour: '#2f5bd0',
  icon: null,
  logo: null,
  language: 'en',
  theme: 'light',
  screen: 'login',
  task: null,
}
const sample: PreviewTask = {
  title: 'Look around',
  description: 'Try everything out.',
  checklist: ['Write a message', 'Add a file'],
  client_may_tick: true,
}
const ours = { origin: location.origin, source: window }

// S8
describe('a message to the preview', () => {
  test('counts when the page around it sent it', () => {
    expect(valuesIn({ ...ours, data: values }, window)).toEqual(values)
    const written: PreviewValues = { ...values, screen: 'task', task: sample }
    expect(valuesIn({ ...ours, data: written }, window)).toEqual(written)
  })

  test('counts for nothing when another origin or another window sent it', () => {
    const other = document.createElement('iframe')
    document.body.append(other)
    expect(valuesIn({ ...ours, origin: 'https://evil.example', data: values }, window)).toBeNull()
    expect(valuesIn({ ...ours, source: other.contentWindow, data: values }, window)).toBeNull()
    expect(valuesIn({ ...ours, source: null, data: values }, window)).toBeNull()
    other.remove()
  })

  test('counts for nothing when it has another shape', () => {
    const wrong: unknown[] = [
      null,
      'sild.preview.values',
      { ...values, type: 'other' },
      { ...values, name: 7 },
      { ...values, colour: 'red' },
      { ...values, colour: '#2f5bd0; background: url(//evil.example)' },
      { ...values, icon: undefined },
      { ...values, language: 'sv' },
      { ...values, theme: 'blue' },
      { ...values, screen: 'profile' },
      { ...values, screen: 'task' },
      { ...values, task: undefined },
      { ...values, task: { ...sample, title: null } },
      { ...values, task: { ...sample, checklist: [7] } },
      { ...values, task: { ...sample, checklist: 'Write a message' } },
      { ...values, task: { ...sample, client_may_tick: 'yes' } },
    ]
    for (const data of wrong) expect(valuesIn({ ...ours, data }, window), JSON.stringify(data)).toBeNull()
  })

  test('from the preview is news only when its frame sent it', () => {
    const news: PreviewNews = { type: 'sild.preview.moved', screen: 'tasks', language: 'fi' }
    expect(newsIn({ ...ours, data: news }, window)).toEqual(news)
    expect(newsIn({ ...ours, data: news }, null)).toBeNull()
    expect(newsIn({ ...ours, origin: 'null', data: news }, window)).toBeNull()
    expect(newsIn({ ...ours, data: { ...news, screen: 'elsewhere' } }, window)).toBeNull()
  })
})

// S8
describe('the preview', () => {
  let root: HTMLElement
  let preview: ReturnType<typeof startPreview>
  let told: PreviewNews[]

  const send = (change: Partial<PreviewValues> = {}, origin = location.origin) =>
    dispatchEvent(new MessageEvent('message', { origin, source: window, data: { ...values, ...change } }))
  const heading = (name: string) => screen.findByRole('heading', { level: 1, name })
  const listed = () => heading('Tasks').then(() => screen.findByText('Documents for the VAT return'))

  beforeEach(() => {
    told = []
    vi.spyOn(window, 'postMessage').mockImplementation((news: unknown) => {
      told.push(news as PreviewNews)
    })
    root = document.createElement('div')
    document.body.append(root)
    preview = startPreview(root)
    vi.stubGlobal('fetch', (input: Request | string, init?: RequestInit) =>
      preview.answer(typeof input === 'string' ? new Request(new URL(input, location.origin), init) : input),
    )
  })

  afterEach(() => {
    preview.stop()
    render(null, root)
    cleanup()
    root.remove()
    vi.unstubAllGlobals()
    document.documentElement.removeAttribute('style')
    delete document.documentElement.dataset.theme
  })

  test('says that it listens, and shows nothing until it is told what', async () => {
    expect(told).toEqual([{ type: 'sild.preview.listening' }])
    send({}, 'https://evil.example')
    send({ colour: 'red' })
    await new Promise((done) => setTimeout(done, 50))
    expect(root.childElementCount).toBe(0)
    expect(told).toHaveLength(1)
  })

  test('is the login page of the portal, in the colours of the office', async () => {
    send({ colour: '#ffff00', theme: 'dark' })
    await heading('Demo Office')
    screen.getByText('All in one place.')
    const page = document.documentElement
    expect(page.dataset.theme).toBe('dark')
    expect(page.style.getPropertyValue('--brand')).toBe('#ffff00')
    await waitFor(() => expect(told.at(-1)).toEqual({ type: 'sild.preview.shown' }))
  })

  test('takes other values without a reload: what stands in the field stays', async () => {
    const user = userEvent.setup()
    send()
    await heading('Demo Office')
    const field = screen.getByLabelText('Your e-mail address')
    await user.type(field, 'mari@')
    send({ colour: '#00aa00', theme: 'dark' })
    await waitFor(() => expect(document.documentElement.style.getPropertyValue('--brand')).toBe('#00aa00'))
    expect(screen.getByLabelText('Your e-mail address')).toBe(field)
    send({ name: 'Bridge', language: 'et' })
    await heading('Bridge')
    expect(screen.getByLabelText('Teie e-posti aadress')).toHaveProperty('value', 'mari@')
  })

  test('a task can be opened and answered, and stays open when the name changes', async () => {
    const user = userEvent.setup()
    const address = location.href
    send({ screen: 'tasks' })
    await user.click(await listed())
    await heading('Documents for the VAT return')
    await user.type(screen.getByLabelText('Your message'), 'Here it is.')
    await user.click(screen.getByRole('button', { name: 'Send message' }))
    await screen.findByText('Here it is.')
    await user.click(screen.getByLabelText('Fuel receipts'))
    send({ screen: 'tasks', name: 'Bridge' })
    await within(screen.getByRole('banner')).findByText('Bridge')
    await heading('Documents for the VAT return')
    expect(screen.getByText('Here it is.')).toBeTruthy()
    expect(screen.getByLabelText('Fuel receipts')).toHaveProperty('checked', true)
    expect(location.href).toBe(address)
  })

  test('is a sample task as it is being written, and the list that it comes first in', async () => {
    const user = userEvent.setup()
    send({ screen: 'task', task: sample })
    const title = await heading('Look around')
    screen.getByText('Try everything out.')
    screen.getByText('A task to try things out')
    await user.type(screen.getByLabelText('Your message'), 'Half a sen')
    const task = { ...sample, title: 'Look around here', description: '', checklist: ['Add a photo'] }
    send({ screen: 'task', task })
    expect(await heading('Look around here')).toBe(title)
    screen.getByLabelText('Add a photo')
    expect(screen.queryByText('Try everything out.')).toBeNull()
    expect(screen.queryByText('Write a message')).toBeNull()
    expect(screen.getByLabelText('Your message')).toHaveProperty('value', 'Half a sen')
    send({ screen: 'task', task: { ...task, client_may_tick: false } })
    await waitFor(() => expect(screen.queryByLabelText('Add a photo')).toBeNull())

    await user.click(screen.getByRole('link', { name: 'All tasks' }))
    await listed()
    const [first] = within(screen.getByRole('main')).getAllByRole('listitem')
    expect(first?.textContent).toContain('Look around here')
    send({ screen: 'task', task: { ...task, title: 'Look around there' } })
    await screen.findByText('Look around there')
  })

  test('a sample that is done is completed, and begins anew when it is changed', async () => {
    const user = userEvent.setup()
    send({ screen: 'task', task: sample })
    await heading('Look around')
    await user.click(screen.getByRole('button', { name: 'Mark as done' }))
    await screen.findByText(/Demo Office OÜ has completed this task/)
    send({ screen: 'task', task: { ...sample, title: 'Look here' } })
    await heading('Look here')
    await screen.findByRole('button', { name: 'Mark as done' })
  })

  test('signing in and out leads through the demo, and the office hears of it', async () => {
    const user = userEvent.setup()
    send()
    await heading('Demo Office')
    await user.type(screen.getByLabelText('Your e-mail address'), 'mari@bakery.example{Enter}')
    await heading('Check your inbox')
    await user.type(screen.getByLabelText('Or type the code from the e-mail'), 'abcdef{Enter}')
    await listed()
    expect(told).toContainEqual({ type: 'sild.preview.moved', screen: 'tasks', language: 'en' })
    await user.click(screen.getByRole('button', { name: /Account/ }))
    await user.click(screen.getByRole('button', { name: 'Sign out' }))
    await heading('Demo Office')
    expect(told).toContainEqual({ type: 'sild.preview.moved', screen: 'login', language: 'en' })
  })

  test('its links lead nowhere else', () => {
    const link = document.createElement('a')
    root.append(link)
    const isFollowed = (href: string) => {
      link.setAttribute('href', href)
      return link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
    }
    expect(['https://evil.example/', '/login', '?lang=et'].map(isFollowed)).toEqual([false, false, false])
    expect(isFollowed('#main')).toBe(true)
  })

  test('a language chosen in it is told to the office', async () => {
    const user = userEvent.setup()
    send({ screen: 'tasks' })
    await listed()
    send({ language: 'fi' })
    await heading('Demo Office')
    await user.click(screen.getByRole('link', { name: 'Eesti' }))
    await screen.findByLabelText('Teie e-posti aadress')
    expect(told).toContainEqual({ type: 'sild.preview.moved', screen: 'login', language: 'et' })
  })
})

// S8
test('the colours of the preview are those that the server writes', () => {
  const theme = themeOf(branding)
  for (const scheme of ['light', 'dark'] as const) {
    const variables = variablesOf(branding.palette, scheme)
    expect(Object.keys(variables)).toEqual([...new Set(theme.match(/--[\w-]+/g))])
    for (const [name, colour] of Object.entries(variables)) expect(theme).toContain(`${name}:${colour}`)
  }
})

// S8
test('everything that a signed in contact may ask of the API is answered from memory', async () => {
  const answer = createMemory(await sceneIn('en'), { signOut: () => undefined, speak: () => undefined })
  const contract = readFileSync(join(import.meta.dirname, '../../../packages/api/openapi.json'), 'utf8')
  const { paths } = JSON.parse(contract) as { paths: Record<string, Record<string, object>> }
  const asked = Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/portal/{office}'))
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
    )
    // Whoever signs out gets no answer.
    .filter(({ method }) => method !== 'DELETE')
  expect(asked.length).toBeGreaterThan(20)
  const ids = {
    office: 'off_1',
    client: 'cli_1',
    task: 'tsk_3',
    request: 'req_1',
    item: 'chk_1',
    file: '',
  }
  const bodies = JSON.stringify({
    name: 'a.pdf',
    subject: 'A',
    text: 'B',
    size_bytes: 1,
    content_type: 'text/plain',
  })
  // A file is declared before it is completed.
  for (const { method, path } of asked.sort((one, other) => one.path.length - other.path.length)) {
    const url = new URL(
      path.replace(/\{(\w+)\}/g, (_, name: keyof typeof ids) => ids[name]),
      location.origin,
    )
    const response = await answer(new Request(url, { method, ...(method === 'GET' ? {} : { body: bodies }) }))
    expect(response.status, `${method} ${path}`).toBe(200)
    const { file_id } = (await response.json()) as { file_id?: string }
    if (file_id) ids.file = file_id
  }
  const elsewhere = await answer(new Request(new URL('/api/office/portal', location.origin)))
  expect(elsewhere.status).toBe(404)
})

// S8
describe('inside the frame', () => {
  test('nothing leaves and nothing is kept', async () => {
    const answer = vi.fn(() => Promise.resolve(Response.json({ is: 'from memory' })))
    const had = Object.getOwnPropertyDescriptors(globalThis)
    const { focus } = HTMLElement.prototype
    keepInside(answer)
    try {
      const response = await fetch(`${location.origin}/api/portal/off_1/session`)
      expect(await response.json()).toEqual({ is: 'from memory' })
      expect(() => localStorage).toThrow('keeps nothing')
      expect(() => sessionStorage).toThrow('keeps nothing')

      const field = document.createElement('input')
      document.body.append(field)
      vi.spyOn(document, 'hasFocus').mockReturnValue(false)
      field.focus()
      expect(document.activeElement).toBe(document.body)
      field.remove()

      const upload = new XMLHttpRequest()
      const loaded = new Promise<number>((done) => {
        upload.onload = () => done(upload.status)
      })
      upload.open('PUT', 'https://files.example/')
      upload.send(new Blob(['bytes']))
      expect(await loaded).toBe(200)
    } finally {
      HTMLElement.prototype.focus = focus
      for (const name of ['fetch', 'XMLHttpRequest', 'localStorage', 'sessionStorage', 'caches'] as const) {
        const before = had[name as keyof typeof had]
        if (before) Object.defineProperty(globalThis, name, before)
        else Reflect.deleteProperty(globalThis, name)
      }
    }
  })

  test('the page is indexed by nobody, has no script of its own and no worker', () => {
    const html = readFileSync(join(import.meta.dirname, '../src/preview/index.html'), 'utf8')
    const page = new DOMParser().parseFromString(html, 'text/html')
    expect(page.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex')
    expect([...page.scripts].map((script) => script.text)).toEqual([''])
    expect(page.querySelector('style, [style], link[rel=manifest]')).toBeNull()
  })
})
