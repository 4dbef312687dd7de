import { mock } from '@sild/api/testing'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import type { ComponentType } from 'preact'
import { expect, test, vi } from 'vitest'
import { bakery, demoBoot } from '../demo/demo.ts'
import { later } from '../src/app/later.tsx'
import { t } from '../src/shell/i18n.ts'
import { Page } from '../src/shell/Page.tsx'
import { createQueryClient } from '../src/shell/query.ts'
import { SessionProvider, type SignedInBoot } from '../src/shell/session.tsx'
import { server } from './server.ts'

function Screen() {
  return (
    <Page title="Requests">
      <p>What was asked</p>
    </Page>
  )
}

/** A screen whose code comes when the test says so, below a button that stands there from the start. */
function showLater() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const loads: { come: (screenOf: ComponentType) => void; fail: (error: Error) => void }[] = []
  const Later = later(() => new Promise<ComponentType>((come, fail) => loads.push({ come, fail })), {
    title: () => t('requests.title'),
    lines: ['row'],
  })
  const boot = demoBoot() as SignedInBoot
  history.replaceState(null, '', `/c/${bakery.id}/requests`)
  server.use(mock('get', '/api/portal/{office}/session', () => boot.session))
  // An earlier page: the first one of a visit leaves the focus alone.
  const shell = (screenOf: ComponentType) => {
    const Shown = screenOf
    return (
      <QueryClientProvider client={createQueryClient(boot.branding.office_id, () => undefined)}>
        <SessionProvider boot={boot} language="en" onLanguage={() => undefined}>
          <button type="button">Menu</button>
          <Shown />
        </SessionProvider>
      </QueryClientProvider>
    )
  }
  render(shell(Screen)).unmount()
  render(shell(Later))
  const pass = (milliseconds: number) =>
    act(async () => void (await vi.advanceTimersByTimeAsync(milliseconds)))
  const settle = () => new Promise((settled) => setImmediate(settled))
  const come = (nth = 0) =>
    act(async () => {
      loads[nth]?.come(Screen)
      await settle()
    })
  return { loads, pass, come }
}

const headings = () => screen.queryAllByRole('heading', { level: 1 })

test('code that comes at once is not waited for with anything to see', async () => {
  const { pass, come } = showLater()
  await pass(190)
  expect(headings()).toEqual([])
  await come()
  expect(screen.getByText('What was asked')).toBeTruthy()
  expect(document.activeElement).toBe(headings()[0])
})

test('slow code is waited for with the screen’s heading and skeleton, and the heading that comes has the focus', async () => {
  const { pass, come } = showLater()
  await pass(210)
  expect(headings().map((heading) => heading.textContent)).toEqual(['Requests'])
  expect(document.activeElement).toBe(headings()[0])
  expect(screen.getByRole('status').textContent).toBe('Loading')
  expect(screen.getByRole('status').className).toContain('late')
  expect(document.title).toBe('Requests · Demo Office')
  await come()
  expect(screen.getByText('What was asked')).toBeTruthy()
  expect(headings()).toHaveLength(1)
  expect(document.activeElement).toBe(headings()[0])
  expect(screen.queryByRole('status')).toBeNull()
})

test('whoever has moved on with the focus meanwhile keeps it', async () => {
  const { pass, come } = showLater()
  await pass(210)
  const menu = screen.getByRole('button', { name: 'Menu' })
  act(() => menu.focus())
  await come()
  expect(screen.getByText('What was asked')).toBeTruthy()
  expect(document.activeElement).toBe(menu)
})

test('code that cannot be fetched is told of below the heading, and tried again', async () => {
  const { loads, come } = showLater()
  loads[0]?.fail(new Error('no line'))
  vi.useRealTimers()
  expect((await screen.findByRole('alert')).textContent).toContain('This part could not be loaded.')
  expect(headings().map((heading) => heading.textContent)).toEqual(['Requests'])
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(loads).toHaveLength(2))
  await come(1)
  expect(screen.getByText('What was asked')).toBeTruthy()
  expect(headings()).toHaveLength(1)
})
