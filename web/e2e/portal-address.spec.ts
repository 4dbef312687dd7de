import { expect, type Page } from '@playwright/test'
import { atDesk, enterPortal, press } from './desk.ts'
import { test } from './house.ts'
import { linkIn } from './machine.ts'
import { Person } from './person.ts'

/** What search engines are told, and what stands for people, on the page of an address. */
async function lookAt(page: Page, address: string) {
  const answer = await page.goto(address)
  return {
    status: answer?.status(),
    robots: await page.locator('meta[name="robots"]').getAttribute('content'),
  }
}

/** Saves the form of the portal under another address. */
async function rename(office: Page, slug: string): Promise<void> {
  await office.getByLabel('Address', { exact: true }).fill(slug)
  await expect(office.getByText('Free:').or(office.getByText('Yours:'))).toBeVisible()
  await office.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(office.getByRole('button', { name: 'Discard changes' })).toHaveCount(0)
}

test('S1–S5, S7, S9, S10: a portal gets its name, keeps its former ones and goes quiet when it is switched off', async ({
  house,
  browser,
  page: contact,
}) => {
  const { machine, sessions } = house
  const email = 'first@bridge.example'
  const office = await atDesk(browser, sessions.newcomer)
  const verdict = office.getByRole('status')
  const address = office.getByLabel('Address', { exact: true })
  const create = office.getByRole('button', { name: 'Save and create the portal' })

  await test.step('S1: it is inactive at first, and activating asks', async () => {
    await office.goto(`${machine.office}/settings/portal`)
    await expect(office.getByText('Inactive', { exact: true })).toBeVisible()
    await office.getByRole('button', { name: 'Activate client portal' }).click()
    await expect(office.getByRole('dialog')).toContainText('Nobody gets access by this.')
    await office.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    await expect(office.getByText('Inactive', { exact: true })).toBeVisible()
    await office.getByRole('button', { name: 'Activate client portal' }).click()
    await office.getByRole('dialog').getByRole('button', { name: 'Activate' }).click()
    await expect(office.getByText('Active', { exact: true })).toBeVisible()
  })

  await test.step('S3: without a name nothing is saved, and no portal can be reached', async () => {
    await expect(office.getByText(/^Give the portal an address and save/)).toBeVisible()
    await expect(address).toHaveValue('bridge-accounting')
    await address.fill('')
    await create.click()
    await expect(office.getByText('Fill this in.')).toBeVisible()
    await expect(address).toBeFocused()
    expect(await lookAt(contact, machine.portalAt('bridge-accounting'))).toEqual({
      status: 404,
      robots: 'noindex',
    })
  })

  await test.step('S4, S5: while it is typed, the form says what address it becomes and whether it is free', async () => {
    for (const [typed, said] of [
      ['Minu Büroo', /^Free: minu-buroo\.localhost|^Free: .*\/p\/minu-buroo/],
      ['demo', /^Another office has this address\.$/],
      ['DEMO', /^Another office has this address\.$/],
      ['www', /^This word is reserved\.$/],
      ['ab', /^At least 3 characters\.$/],
    ] as const) {
      await address.fill(typed)
      await expect(verdict.filter({ hasText: said })).toBeVisible()
    }
    await address.fill('demo')
    // What was wrong goes, and the button with it, once the field is left.
    await address.blur()
    await create.click()
    await expect(office.getByText('Another office has this address. Choose another one.')).toBeVisible()
  })

  await test.step('S7: saving creates the portal', async () => {
    await office.getByLabel('Name of the portal').fill('Bridge')
    await office.getByLabel('Description').fill('Papers and questions of our clients.')
    await address.fill('bridge')
    await expect(verdict.filter({ hasText: /^Free:/ })).toBeVisible()
    await create.click()
    await expect(office.getByText('Saved. Your clients see it now.')).toBeVisible()
  })

  await test.step('S9: anybody finds its login page, search engines too, and nothing else of it', async () => {
    expect(await lookAt(contact, `${machine.portalAt('bridge')}/c/any/tasks`)).toEqual({
      status: 200,
      robots: 'noindex,nofollow',
    })
    expect(await lookAt(contact, machine.portalAt('bridge'))).toEqual({ status: 200, robots: 'index,follow' })
    await expect(contact).toHaveTitle('Bridge')
    await expect(contact.getByRole('heading', { name: 'Bridge', level: 1 })).toBeVisible()
    await expect(contact.getByText('Papers and questions of our clients.')).toBeVisible()
  })

  await test.step('S2, S10: activation let nobody in, and every address gets the same answer', async () => {
    await office.goto(`${machine.office}/clients`)
    const owner = Person.on(office)
    const client = await owner.post<{ id: string }>('/api/office/clients', { name: 'Example Bakery' })
    const people = `/api/office/clients/${client.id}/contacts`
    await owner.post(people, { name: 'First Contact', email, has_access: true })
    // But for the seconds that are counted down.
    const answers: string[] = []
    const ask = async (who: string) => {
      await contact.goto(machine.portalAt('bridge'))
      const answered = contact.waitForResponse(/\/login$/)
      await contact.getByLabel('Your e-mail address').fill(who)
      await press(contact.getByRole('button', { name: 'Send me a link' }))
      const answer = await answered
      await contact.getByRole('heading', { name: 'Check your inbox' }).waitFor()
      const said = (await contact.getByRole('main').textContent()) ?? ''
      answers.push(`${answer.status()} ${await answer.text()} ${said.replace(who, '').replaceAll(/\d/g, '')}`)
    }
    await ask(email)
    await ask('stranger@bridge.example')
    // Who has access gets a mail; nobody else does, and nobody can tell from the page.
    await owner.call('PUT', `/api/office/clients/${client.id}/portal`, { is_open: true })
    await ask(email)
    expect(new Set(answers).size).toBe(1)
    const mail = await machine.newestMail(email, 1)
    expect(await machine.mailsTo('stranger@bridge.example')).toEqual([])
    await enterPortal(contact, linkIn(mail))
    await expect(contact.getByRole('heading', { name: 'Tasks', level: 1 })).toBeVisible()
  })

  await test.step('S5, S7: after a rename every former address leads to the new one, to the same place', async () => {
    await office.goto(`${machine.office}/settings/portal`)
    await rename(office, 'bridge-second')
    await rename(office, 'bridge-third')
    const anybody = await (await browser.newContext()).newPage()
    for (const former of ['bridge', 'bridge-second']) {
      await anybody.goto(`${machine.portalAt(former)}/c/any/tasks`)
      expect(anybody.url()).toBe(`${machine.portalAt('bridge-third')}/c/any/tasks`)
      await expect(anybody.getByRole('heading', { name: 'Bridge', level: 1 })).toBeVisible()
    }
    await anybody.context().close()
  })

  await test.step('S5: no other office ever gets a former address; the same one may have it back', async () => {
    const other = await atDesk(browser, sessions.owner)
    await other.goto(`${machine.office}/settings/portal`)
    await other.getByLabel('Address', { exact: true }).fill('bridge')
    await expect(other.getByText('Another office has this address.', { exact: true })).toBeVisible()
    await other.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(other.getByText('Another office has this address. Choose another one.')).toBeVisible()
    await other.context().close()
    await rename(office, 'bridge')
    expect((await lookAt(contact, machine.portalAt('bridge'))).status).toBe(200)
  })

  await test.step('S1: deactivated, every session ends at once and the address shows nothing; all of it comes back', async () => {
    // Their session has outlived the renames.
    await expect(contact.getByText('Nothing waits for you')).toBeVisible()
    await office.getByRole('button', { name: 'Deactivate' }).click()
    const question = office.getByRole('alertdialog', { name: 'Deactivate the client portal?' })
    await question.getByRole('button', { name: 'Deactivate' }).click()
    await expect(office.getByText('Inactive', { exact: true })).toBeVisible()
    await press(contact.getByRole('link', { name: 'Documents', exact: true }))
    await expect(contact.getByRole('heading', { name: 'You are signed out' })).toBeFocused()
    await contact.reload()
    await expect(contact.getByRole('heading', { name: 'There is no portal at this address' })).toBeVisible()
    await expect(contact.getByText('Bridge')).toHaveCount(0)
    await office.getByRole('button', { name: 'Activate client portal' }).click()
    await office.getByRole('dialog').getByRole('button', { name: 'Activate' }).click()
    await expect(address).toHaveValue('bridge')
    expect((await lookAt(contact, machine.portalAt('bridge'))).status).toBe(200)
    // Whoever was in has to sign in anew, and is.
    await expect(contact.getByLabel('Your e-mail address')).toBeVisible()
  })
})
