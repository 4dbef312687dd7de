import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openApp } from '../../../../test/renderApp'
import { onPhone } from '../../../../test/window'

const rowOf = (title: string) => {
  const row = screen.getByRole('link', { name: new RegExp(`^${title}`) }).closest('tr')
  if (row === null) throw new Error('the task is in no row')
  return within(row)
}

describe('a task in a list', () => {
  it('says on a phone, in one cell, when it is due and how far it is at the client', async () => {
    onPhone()
    await openApp('/tasks')
    const vat = rowOf('VAT return')
    expect(vat.getAllByRole('cell')).toHaveLength(1)
    vat.getByText('Today')
    vat.getByText('Done by the client')
    vat.getByText('Example Electrics OÜ')
    rowOf('Annual report').getByText('Withdrawn')
    rowOf('Check the fixed assets').getByText('Internal')
  })

  it('has columns for that on a desk, and says nothing twice', async () => {
    await openApp('/tasks')
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Task',
      'Client',
      'Due',
      'Client portal',
      'Assignee',
    ])
    expect(rowOf('VAT return').getAllByText('Done by the client')).toHaveLength(1)
  })
})
