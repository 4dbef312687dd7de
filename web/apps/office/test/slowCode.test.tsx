import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { series } from './demo/work'
import { openApp } from './renderApp'

const gates = vi.hoisted(() => ({ screen: Promise.resolve(), tab: Promise.resolve() }))

vi.mock('../src/app/routes/ContactsRoute', async (original) => {
  await gates.screen
  return original()
})
vi.mock('../src/features/series/ui/SeriesList', async (original) => {
  await gates.tab
  return original()
})

function shut(gate: keyof typeof gates): () => void {
  let open = () => {}
  gates[gate] = new Promise((resolve) => {
    open = resolve
  })
  return open
}

it('a screen whose code is slow stands as heading and skeleton, and its heading has the focus once it is there', async () => {
  const open = shut('screen')
  const { user } = await openApp('/tasks')
  await user.click(screen.getByRole('link', { name: 'Contacts' }))
  const heading = await screen.findByRole('heading', { level: 1, name: 'Contacts' })
  expect(screen.getByRole('status', { name: 'Loading' })).toBeTruthy()
  expect(screen.queryByRole('table')).toBeNull()
  open()
  await waitFor(() => expect(heading.isConnected).toBe(false))
  const [shown, ...others] = await screen.findAllByRole('heading', { level: 1 })
  expect(others).toEqual([])
  await waitFor(() => expect(document.activeElement).toBe(shown))
})

it('a tab of a client whose code is slow stands as a skeleton', async () => {
  const open = shut('tab')
  const { user } = await openApp('/clients/cli_bakery')
  await user.click(within(screen.getByRole('main')).getByRole('link', { name: /^Series/ }))
  expect(await screen.findByRole('status', { name: 'Loading' })).toBeTruthy()
  open()
  expect(await screen.findByRole('link', { name: series().title })).toBeTruthy()
  expect(within(document.body).queryByRole('status', { name: 'Loading' })).toBeNull()
})
