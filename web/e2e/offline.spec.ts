import { expect, test } from '@playwright/test'
import { load, serve } from '../apps/portal/scripts/server.mjs'

// The portal as an app: what was seen last is there without a connection, and nothing of it once somebody signed out.
test('without a connection the portal opens and shows what was seen last', async ({ page, context }) => {
  const demo = await load('demo/demo.ts')
  const task = demo.demoTask()
  const tasks = `/c/${demo.bakery.id}/tasks`
  const api = `/api/portal/${demo.branding.office_id}`
  let session: ReturnType<typeof demo.demoSession> | null = demo.demoSession()
  const server = await serve(() => demo.demoBoot({ session }), {
    [`${api}/session`]: session,
    [`${api}/clients/${demo.bakery.id}/tasks`]: { items: demo.demoTasks, next: null },
    [`${api}/clients/${demo.bakery.id}/tasks/${task.id}`]: task,
  })
  const keptNames = () => page.evaluate(() => caches.keys())
  const list = page.getByRole('link', { name: /Working hours for February/ })
  try {
    await test.step('the page offers itself as an app, and its worker starts', async () => {
      await page.goto(server.origin + tasks)
      await expect(list).toBeVisible()
      await page.evaluate(() => navigator.serviceWorker.ready)
      await expect.poll(keptNames).toContain('sild-seen-/')
      const answer = await page.request.get(`${server.origin}/manifest.webmanifest`)
      expect(await answer.json()).toMatchObject({
        name: 'Demo Office',
        start_url: '/',
        display: 'standalone',
      })
    })

    await test.step('a task is seen, and something is typed', async () => {
      await page.goto(`${server.origin + tasks}/${task.id}`)
      await page.getByLabel('Your message').fill('Half a sentence')
    })

    await test.step('without a connection it is all still there', async () => {
      await context.setOffline(true)
      await page.reload()
      await expect(page.getByText('Bank statement with all accounts')).toBeVisible()
      await expect(page.getByLabel('Your message')).toHaveValue('Half a sentence')
      await expect(page.getByText(/^No connection. This is from/)).toBeVisible()
      await page.getByRole('link', { name: 'All tasks' }).click()
      await expect(list).toBeVisible()
      await page.getByRole('button', { name: /Account and companies/ }).click()
      await page.getByRole('link', { name: 'Profile' }).click()
      await expect(
        page.getByText('There is no connection. This shows as soon as there is one.'),
      ).toBeVisible()
    })

    await test.step('once the session is over nothing is left', async () => {
      await context.setOffline(false)
      session = null
      await page.goto(server.origin)
      await expect(page.getByLabel('Your e-mail address')).toBeVisible()
      await expect.poll(keptNames).not.toContain('sild-seen-/')
    })
  } finally {
    server.close()
  }
})
