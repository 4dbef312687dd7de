import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { VirtualTable } from './VirtualTable'

const CLIENTS = 20_000
const ROW = 50
/** As much room as the test's window gives, and some rows on either side. */
const ROWS_MAX = 60

const items = Array.from({ length: CLIENTS }, (_, index) => ({ id: `c${index}`, name: `Client ${index}` }))

function table() {
  return (
    <VirtualTable
      label="Clients"
      columns={[{ id: 'name', title: 'Name', width: '1fr', cell: ({ name }) => name }]}
      items={items}
      textOf={({ name }) => name}
      onOpen={() => undefined}
      moreText="More"
      rowHeight={ROW}
    />
  )
}

test('of twenty thousand rows only those in view exist, wherever the keys lead', async () => {
  const user = userEvent.setup()
  render(table())
  screen.getByRole('row', { name: 'Client 0' })
  expect(screen.getAllByRole('row').length).toBeLessThan(ROWS_MAX)
  await user.tab()
  await user.keyboard('{End}')
  await screen.findByRole('row', { name: `Client ${CLIENTS - 1}` })
  expect(screen.getAllByRole('row').length).toBeLessThan(ROWS_MAX)
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(CLIENTS + 1))
})
