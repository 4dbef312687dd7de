import type { OfficeSettings } from '@sild/api'
import { mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { session } from '../../../../test/demo/data'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'

const PATH = '/settings/office'
const rule = { days_before: 3, on_the_day: true, every_days_after: null, at_most: 4 }
const settings: OfficeSettings = { digitisation_is_on: false, reminders: rule, reminder_hour: 9, version: 2 }

/** The settings are these; what is sent is kept and answered with. */
function office(start: OfficeSettings) {
  const house = { now: start, sent: [] as unknown[] }
  api.use(
    mock('get', '/api/office/settings', () => house.now),
    mock('patch', '/api/office/settings', ({ body, headers }) => {
      house.sent.push([body, headers.get('if-match')])
      house.now = { ...house.now, ...(body as Partial<OfficeSettings>), version: house.now.version + 1 }
      return house.now
    }),
  )
  return house
}

const switchOf = (name: string) =>
  screen.findByRole<HTMLInputElement>('switch', { name: new RegExp(`^${name}`) })

describe('digitisation (S59, S60)', () => {
  it('is switched at once, which can be undone, and says that addresses are kept', async () => {
    const house = office(settings)
    const { user } = await openApp(PATH)
    const digitisation = await switchOf('Send files to be digitised')
    expect(screen.getByText(/^Off: nothing is sent. The addresses of the clients are kept/)).toBeTruthy()
    await user.click(digitisation)
    await screen.findByText('Digitisation is on.')
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await screen.findByText('Digitisation is off. The addresses are kept.')
    expect(house.sent).toEqual([
      [{ digitisation_is_on: true }, '"2"'],
      [{ digitisation_is_on: false }, '"3"'],
    ])
  })

  it('goes back when somebody else was faster, and shows theirs', async () => {
    let now = settings
    api.use(
      mock('get', '/api/office/settings', () => now),
      mock('patch', '/api/office/settings', () => {
        now = { ...settings, reminders: null, version: 5 }
        return problem(412, 'version_mismatch')
      }),
    )
    const { user } = await openApp(PATH)
    await user.click(await switchOf('Send files to be digitised'))
    await screen.findByText(/Somebody else has changed the settings meanwhile/)
    await screen.findByText(/^Contacts are not reminded automatically/)
    expect((await switchOf('Send files to be digitised')).checked).toBe(false)
  })
})

describe('the reminders of the office (S62)', () => {
  const sentence =
    'Contacts are reminded 3 days before the deadline and on the day of the deadline; at most 4 times, on working days.'

  it('read as a sentence, with their hour', async () => {
    office(settings)
    await openApp(PATH)
    await screen.findByText(sentence)
    expect(screen.getByText('The e-mails leave at 09:00, office time.')).toBeTruthy()
  })

  it('are changed with the sentence that they will make', async () => {
    const house = office(settings)
    const { user } = await openApp(PATH)
    await user.click(await screen.findByRole('button', { name: 'Change' }))
    await user.click(screen.getByRole('checkbox', { name: 'On the day of the deadline' }))
    await screen.findByText(
      'Contacts are reminded 3 days before the deadline; at most 4 times, on working days.',
    )
    expect(screen.getByText(/^Takes effect at once, also for tasks that are already waiting/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /At$/ }))
    await user.click(await screen.findByRole('option', { name: '14:00' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Saved. Waiting tasks follow the new rule.')
    const changed = { ...rule, on_the_day: false }
    expect(house.sent).toEqual([[{ reminders: changed, reminder_hour: 14 }, '"2"']])
    expect(screen.getByText('The e-mails leave at 14:00, office time.')).toBeTruthy()
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Change'))
  })

  it('need a day, or are switched off', async () => {
    const house = office({ ...settings, reminders: { ...rule, days_before: null } })
    const { user } = await openApp(PATH)
    await user.click(await screen.findByRole('button', { name: 'Change' }))
    await user.click(screen.getByRole('checkbox', { name: 'On the day of the deadline' }))
    await screen.findByText('Choose at least one day.')
    expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true)
    await user.click(await switchOf('Remind automatically'))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText(/^Contacts are not reminded automatically/)
    expect(house.sent).toEqual([[{ reminders: null, reminder_hour: 9 }, '"2"']])
  })

  it('keep what was chosen when somebody else has saved, and say what', async () => {
    const house = office(settings)
    api.use(
      mock(
        'patch',
        '/api/office/settings',
        () => {
          house.now = { ...settings, reminders: { ...rule, at_most: 9 }, version: 6 }
          return problem(412, 'version_mismatch')
        },
        { once: true },
      ),
    )
    const { user } = await openApp(PATH)
    await user.click(await screen.findByRole('button', { name: 'Change' }))
    await user.click(screen.getByRole('checkbox', { name: 'On the day of the deadline' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText(/Somebody else has saved meanwhile: .*at most 9 times/)
    expect(screen.getByRole('checkbox', { name: 'On the day of the deadline' })).toHaveProperty(
      'checked',
      false,
    )
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Saved. Waiting tasks follow the new rule.')
    expect(house.sent).toEqual([[{ reminders: { ...rule, on_the_day: false }, reminder_hour: 9 }, '"6"']])
  })
})

it('the settings of the office are only read by a plain member', async () => {
  office(settings)
  api.use(
    mock('get', '/api/office/session', () => ({
      ...session,
      member: { ...session.member, role: 'member' as const },
    })),
  )
  await openApp(PATH)
  await screen.findByText('Only an admin or the owner of the office can change this.')
  await screen.findByText(/^Contacts are reminded 3 days before/)
  const main = within(screen.getByRole('main'))
  expect([...main.queryAllByRole('switch'), ...main.queryAllByRole('button')]).toEqual([])
})
