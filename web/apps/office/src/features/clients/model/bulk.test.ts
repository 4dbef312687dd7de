import { expect, it } from 'vitest'
import { bulkOpening, bulkPreview } from '../../../../test/demo/data'
import { planOf, progressPercent, skippedByClient } from './bulk'

it('a preview says who gets access, who has it and who is skipped', () => {
  const plan = planOf(bulkPreview, false)
  expect(plan.opening.map(({ client, contacts }) => [client.name, contacts.length])).toEqual([
    ['Example Bakery OÜ', 2],
    ['Example Carpentry OÜ', 1],
  ])
  expect(plan.contactCount).toBe(3)
  expect(plan.skipped).toEqual([
    { client: 'Example Bakery OÜ', contact: 'Former Contact', reason: 'bounced' },
    { client: 'Example Dental Care OÜ', contact: null, reason: 'no_contacts' },
  ])
  expect(plan.alreadyOpen.map(({ name }) => name)).toEqual(['Example Electrics OÜ'])
})

it('where invitations are sent again, who has no access is skipped and nobody gets it', () => {
  const [once, again] = [planOf(bulkPreview, false), planOf(bulkPreview, true)]
  expect(again.opening).toEqual(once.opening)
  expect(again.alreadyOpen).toEqual(once.alreadyOpen)
  expect(again.skipped).toEqual([
    ...once.skipped,
    { client: 'Example Electrics OÜ', contact: 'Without Access', reason: 'no_access' },
  ])
})

it('progress is whole only when the server says so', () => {
  expect(progressPercent(bulkOpening({ state: 'running', opened: 3, already_open: 1, skipped: [] }))).toBe(99)
  expect(progressPercent(bulkOpening({ state: 'running', opened: 1, already_open: 0, skipped: [] }))).toBe(25)
  expect(
    progressPercent(bulkOpening({ state: 'running', total: 0, opened: 0, already_open: 0, skipped: [] })),
  ).toBe(0)
  expect(progressPercent(bulkOpening())).toBe(100)
})

it('the result names each client once with all of its skipped people', () => {
  const skipped = bulkOpening().skipped
  const another = { ...skipped[0], contact_name: 'Second Contact', reason: 'complained' as const }
  expect(skippedByClient([...skipped, another as (typeof skipped)[number]])).toEqual([
    {
      id: 'cli_001',
      name: 'Example Bakery OÜ',
      people: [
        { name: 'Former Contact', reason: 'bounced' },
        { name: 'Second Contact', reason: 'complained' },
      ],
    },
    { id: 'cli_003', name: 'Example Dental Care OÜ', people: [{ name: null, reason: 'no_contacts' }] },
  ])
})
