import { mock } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { session } from '../../../../test/demo/data'
import { notifications } from '../../../../test/demo/work'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'
import { readUpTo } from '../api/notifications'

describe('the bell', () => {
  it('says how much is unread, lists what clients did and opens the task', async () => {
    const { user, address } = await openApp('/clients')
    await user.click(screen.getByRole('button', { name: 'Notifications: 3 unread' }))
    const panel = await screen.findByRole('dialog', { name: 'Notifications' })
    const entry = await within(panel).findByRole('link', { name: /Mari Maasikas wrote a message/ })
    expect(entry.textContent).toContain('Unread:')
    await user.click(entry)
    await waitFor(() => expect(address()).toBe('/tasks/tsk_statement'))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('marks everything up to the newest as read', async () => {
    let upTo: string | null = null
    api.use(
      mock('post', '/api/office/notifications/read', ({ body }) => {
        upTo = body.up_to
        api.use(mock('get', '/api/office/session', () => ({ ...session, unread_notifications: 0 })))
        return null
      }),
    )
    const { user } = await openApp('/clients')
    await user.click(screen.getByRole('button', { name: 'Notifications: 3 unread' }))
    await user.click(await screen.findByRole('button', { name: 'Mark all as read' }))
    await waitFor(() => expect(upTo).toBe('ntf_4'))
    await waitFor(() => expect(screen.queryByText('Unread:')).toBeNull())
  })

  it('is quiet when there is nothing', async () => {
    api.use(
      mock('get', '/api/office/notifications', () => ({ items: [], next: null })),
      mock('get', '/api/office/session', () => ({ ...session, unread_notifications: 0 })),
    )
    const { user } = await openApp('/clients')
    await user.click(screen.getByRole('button', { name: 'Notifications' }))
    await screen.findByText('All quiet')
  })
})

it('older notifications are read with the one that was named, newer ones are not', () => {
  const [pages] = [readUpTo([{ items: notifications, next: null }], 'ntf_3')]
  expect(pages[0]?.items.map(({ id, is_read }) => [id, is_read])).toEqual([
    ['ntf_4', false],
    ['ntf_3', true],
    ['ntf_2', true],
    ['ntf_1', true],
  ])
})
