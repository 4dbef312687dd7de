import { expect, type Page } from '@playwright/test'
import { choose } from './desk.ts'
import { test } from './machine.ts'
import { Person } from './person.ts'

const bakery = 'Example Bakery OÜ'
const title = 'Cash book'
const DAY = 24 * 60 * 60

type Task = { id: string; title: string; description: string; portal_state: string }
type Series = { next_dates: { date: string }[] }

/** A day of the month that falls on a weekend more than once within the next five months. */
function oftenOnWeekend(today: string): number {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const months = [1, 2, 3, 4]
  const isWeekend = (day: number, ahead: number) =>
    [0, 6].includes(new Date(Date.UTC(year, month - 1 + ahead, day)).getUTCDay())
  const days = Array.from({ length: 28 }, (_, n) => n + 1)
  const found = days.find((day) => months.filter((ahead) => isWeekend(day, ahead)).length > 1)
  if (found === undefined) throw new Error('no day is often on a weekend')
  return found
}

/** Saves a text in the part of a page that is being edited. */
async function rename(page: Page, to: string): Promise<void> {
  await page.getByRole('button', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill(to)
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(page.getByRole('heading', { name: to, level: 1 })).toBeVisible()
}

test('S41: a series makes its tasks by itself; one is changed alone, then all that follow; it rests and goes on', async ({
  browser,
  machine,
}) => {
  const owner = await Person.signIn(browser, machine.ownerLink)
  const contact = await Person.signIn(browser, machine.contactLink)
  const { page } = owner
  await contact.page.getByRole('button', { name: 'Skip' }).click()
  const { items: clients } = await owner.get<{ items: { id: string; name: string }[] }>('/api/office/clients')
  const client = clients.find(({ name }) => name === bakery)?.id

  // The series begins on a day that is none of its own.
  const { today } = await owner.get<{ today: string }>('/api/office/session')
  if ([1, 4].includes(new Date(today).getUTCDay())) await machine.advance(DAY)

  await test.step('a day on a weekend moves as is asked, and the dates end after as many as is said', async () => {
    await page.goto(`${machine.office}/series/new`)
    const dates = page.getByRole('complementary', { name: 'Next five dates' }).getByRole('listitem')
    const onWeekend = dates.filter({ hasText: /^(Saturday|Sunday)/ })
    await choose(page, /(^|\s)Day$/, 'day')
    await page.getByRole('textbox', { name: 'Day of the month' }).fill(String(oftenOnWeekend(today)))
    await page.keyboard.press('Tab')
    await choose(page, /Weekend rule/, 'leave it there')
    await expect(onWeekend).not.toHaveCount(0)
    const moved = await onWeekend.count()
    await choose(page, /Weekend rule/, 'the Monday after')
    await expect(onWeekend).toHaveCount(0)
    await expect(dates).toHaveCount(5)
    const onMonday = await dates.filter({ hasText: /^Monday/ }).allInnerTexts()
    expect(onMonday.length).toBeGreaterThanOrEqual(moved)
    await choose(page, /Weekend rule/, 'the Friday before')
    // The list of before stays until the new one is there.
    await expect.poll(() => dates.allInnerTexts()).not.toEqual(expect.arrayContaining(onMonday))
    expect(await dates.filter({ hasText: /^Friday/ }).count()).toBeGreaterThanOrEqual(moved)
    await expect(onWeekend).toHaveCount(0)
    await choose(page, /Ends/, 'After a number')
    await page.getByRole('textbox', { name: 'Times' }).fill('3')
    await page.keyboard.press('Tab')
    await expect(dates).toHaveCount(3)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Series' })).toBeVisible()
  })

  const id =
    await test.step('the rule is said as a sentence, and its next five dates are shown', async () => {
      await page.goto(`${machine.office}/series/new`)
      await page.getByRole('combobox', { name: 'Client' }).fill('Example B')
      await page.getByRole('option', { name: bakery }).click()
      await page.getByLabel('Title of each task').fill(title)
      await choose(page, /Unit/, 'week')
      await page.getByRole('button', { name: 'Thursday' }).click()
      await page.getByRole('textbox', { name: 'Days until due' }).fill('1')
      await page.keyboard.press('Tab')
      const dates = page.getByRole('complementary', { name: 'Next five dates' }).getByRole('listitem')
      await expect(dates).toHaveCount(5)
      await expect(dates.filter({ hasText: /^(Monday|Thursday),? .*due/ })).toHaveCount(5)
      await page.getByRole('button', { name: 'Create series' }).click()
      await expect(page.getByText('The series is set.')).toBeVisible()
      await expect(page.getByText('Every week on Monday and Thursday').first()).toBeVisible()
      return new URL(page.url()).pathname.split('/').pop() ?? ''
    })

  const secondsTo = async (moment: string) =>
    Math.ceil((Date.parse(moment) - (await machine.now()).getTime()) / 1000)
  const series = () => owner.get<Series>(`/api/office/series/${id}`)
  /** The tasks that it has made, the oldest first: their ids ascend. */
  const made = async () => {
    const list = `/api/office/tasks?client_id=${client}&limit=100`
    const { items } = await owner.get<{ items: (Task & { series_id: string | null })[] }>(list)
    return items.filter(({ series_id }) => series_id === id).sort((a, b) => (a.id < b.id ? -1 : 1))
  }
  /** Goes on to the noon of its next day, when that day's task is there and announced. */
  const nextDay = async () => {
    const [next] = (await series()).next_dates
    await machine.advance(await secondsTo(`${next?.date}T12:00:00Z`))
  }
  let count = 0
  const first =
    await test.step('on its day the task comes by itself, to the client too, with one mail', async () => {
      const mails = (await machine.mailsTo('contact@bakery.example')).length
      await nextDay()
      count += 1
      await expect.poll(async () => (await made()).length).toBe(count)
      const told = (await machine.mailsTo('contact@bakery.example')).slice(0, -mails)
      expect(told.filter(({ subject }) => subject.includes(title)).length).toBe(1)
      const task = (await made()).at(-1)
      expect(task).toMatchObject({ title, portal_state: 'assigned' })
      await contact.page.goto(`${machine.portalAt('demo')}/c/${client}/tasks/${task?.id}`)
      await expect(contact.page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
      return task?.id ?? ''
    })

  await test.step('one is changed alone and withdrawn, and the series is as it was', async () => {
    await page.goto(`${machine.office}/tasks/${first}`)
    await expect(page.getByText('Your changes hold for this task alone.')).toBeVisible()
    await rename(page, 'Cash book, without the kiosk')
    await page.getByRole('button', { name: 'Withdraw' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click()
    await expect(page.getByText(/^Withdrawn: the client does not see/)).toBeVisible()
    await page.getByRole('link', { name: 'One of a series.' }).click()
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
    await expect(page.getByText('No description.')).toBeVisible()
  })

  await test.step('the next comes with a thread of its own; changed with all that follow, so is the series', async () => {
    await nextDay()
    count += 1
    await expect.poll(async () => (await made()).length).toBe(count)
    const task = (await made()).at(-1)
    expect(task).toMatchObject({ title, portal_state: 'assigned' })
    await page.goto(`${machine.office}/tasks/${task?.id}`)
    await expect(page.getByText('Nothing written yet.')).toBeVisible()
    await page.getByText('This and all that follow').click()
    const part = page.getByRole('region', { name: 'Description' })
    await part.getByRole('button', { name: 'Add' }).click()
    await part.getByRole('textbox', { name: 'Description' }).fill('With the receipts.')
    await part.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Saved for this one and all that follow.')).toBeVisible()
    await page.getByRole('link', { name: 'One of a series.' }).click()
    await page.getByRole('link', { name: 'Edit all following' }).click()
    await page.getByLabel('Title of each task').fill('Cash book and receipts')
    await page.getByRole('button', { name: 'Save for all following' }).click()
    await expect(page.getByRole('heading', { name: 'Cash book and receipts', level: 1 })).toBeVisible()
    await expect(page.getByText('With the receipts.')).toBeVisible()
    await nextDay()
    count += 1
    await expect.poll(async () => (await made()).length).toBe(count)
    const titles = (await made()).map((one) => one.title)
    expect(titles.slice(-3)).toEqual(['Cash book, without the kiosk', title, 'Cash book and receipts'])
    const newest = await owner.get<Task>(`/api/office/tasks/${(await made()).at(-1)?.id}`)
    expect(newest.description).toBe('With the receipts.')
  })

  await test.step('from the overview one date is left out, and the task of the next made before its day', async () => {
    const [, early, later] = (await series()).next_dates
    await page.goto(`${machine.office}/overview`)
    await page.getByRole('button', { name: `Skip the new task: Cash book and receipts, ${bakery}` }).click()
    await expect(
      page.getByText(/^“Cash book and receipts” \(.*\) is skipped\. The next date is/),
    ).toBeVisible()
    expect((await series()).next_dates[0]).toEqual(early)
    await page.goto(`${machine.office}/series/${id}`)
    await page.getByRole('button', { name: /^Create now: / }).click()
    await expect(
      page.getByText(/^“Cash book and receipts” \(.*\) is created\. The next date is/),
    ).toBeVisible()
    count += 1
    await expect.poll(async () => (await made()).length).toBe(count)
    // The two days pass, and nothing comes that is not to come.
    await machine.advance((await secondsTo(`${early?.date}T12:00:00Z`)) + 60)
    expect(await made()).toHaveLength(count)
    expect((await series()).next_dates[0]).toEqual(later)
  })

  await test.step('paused, it makes nothing; resumed, it goes on with the next day', async () => {
    await page.reload()
    const [due] = (await series()).next_dates
    await page.getByRole('button', { name: 'Pause' }).click()
    await expect(page.getByText('None while it is paused.')).toBeVisible()
    await machine.advance((await secondsTo(`${due?.date}T12:00:00Z`)) + DAY)
    expect(await made()).toHaveLength(count)
    await page.getByRole('button', { name: 'Resume' }).click()
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
    const dates = page.getByRole('complementary', { name: 'Dates and details' })
    await expect(dates.getByRole('listitem')).toHaveCount(5)
    await nextDay()
    count += 1
    await expect.poll(async () => (await made()).length).toBe(count)
  })
})
