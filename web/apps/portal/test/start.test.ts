import { mock } from '@sild/api/testing'
import { render } from 'preact'
import { afterEach, expect, test, vi } from 'vitest'
import { fillPage, partsOf } from '../build/template.ts'
import { bakery, demoBoot, demoTask } from '../demo/demo.ts'
import { start } from '../src/start.ts'
import { server } from './server.ts'

const body =
  '<div id="root">__SILD_FALLBACK__</div><script type="application/json" id="boot">__SILD_BOOT__</script>'

/** Opens the page at an address, as the browser would. */
async function open(address: string, boot = demoBoot()): Promise<void> {
  history.replaceState(null, '', address)
  document.body.innerHTML = fillPage(body, partsOf(boot))
  await start()
}

const heading = (text: string) =>
  vi.waitFor(() => expect(document.querySelector('h1')?.textContent).toBe(text), { timeout: 5_000 })

afterEach(() => {
  render(null, document.getElementById('root') ?? document.body)
  document.body.innerHTML = ''
})

test('with a session a link opens its target and is not spent', async () => {
  const target = `/c/${bakery.id}/tasks/${demoTask().id}`
  server.use(mock('get', '/api/portal/{office}/clients/{client}/tasks/{task}', () => demoTask()))
  await open(`/login#t=secret&to=${target}`)
  await heading('Documents for the VAT return')
  expect(location.pathname + location.hash).toBe(target)
})

test('with a session the page starts from what it brought, without another request', async () => {
  await open('/')
  await heading('Tasks')
  expect(location.pathname).toBe(`/c/${bakery.id}/tasks`)
  expect(document.body.textContent).toContain('Sign the annual report and send it back')
})

test('without a session a link waits for a click', async () => {
  await open('/login#t=secret', demoBoot({ session: null, client: null, tasks: null }))
  await heading('Good to see you')
  expect(document.querySelector('button')?.textContent).toBe('Continue')
})
