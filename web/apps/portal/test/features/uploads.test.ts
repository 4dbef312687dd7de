import { mock, problem } from '@sild/api/testing'
import { screen, waitFor } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { bakery, demoTask } from '../../demo/demo.ts'
import { renderApp } from '../render-app.tsx'
import { server } from '../server.ts'

const task = '/api/portal/{office}/clients/{client}/tasks/{task}'

test('S34: a file that waits for the connection says so, and goes on by itself', async () => {
  let declared = 0
  server.use(
    mock('get', task, () => demoTask()),
    mock('post', `${task}/files`, () => {
      declared += 1
      return declared === 1 ? Response.error() : problem(403, 'role_required')
    }),
  )
  const { user } = renderApp(`/c/${bakery.id}/tasks/${demoTask().id}`)
  await screen.findByRole('heading', { level: 1, name: demoTask().title })
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  await user.upload(screen.getByTestId('choose-files'), new File(['x'], 'late.pdf'))
  expect(await screen.findByText('Waiting for the connection…')).toBeTruthy()
  expect(declared).toBe(1)
  online.mockReturnValue(true)
  dispatchEvent(new Event('online'))
  await waitFor(() => expect(declared).toBe(2))
  expect(screen.queryByText('Waiting for the connection…')).toBeNull()
})
