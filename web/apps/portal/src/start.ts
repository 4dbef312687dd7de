import { readArrival, readConfirmation } from './features/login/model/arrival.ts'
import { startConfirmation } from './features/login/ui/confirm.ts'
import { startLogin } from './features/login/ui/start.ts'
import { readBoot } from './shell/boot.ts'
import { loadMessages } from './shell/i18n.ts'

/** Shows what fits the page: the login, which needs nothing else, or with a session the portal, whose code comes then. */
export async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (!root) return
  const boot = readBoot()
  // A new address is confirmed with a session and without, and always by a click.
  const token = readConfirmation(location)
  if (token !== null) {
    await loadMessages(boot.session?.contact.language ?? boot.branding.language, 'login')
    startConfirmation({ branding: boot.branding, root, token })
    addEventListener('hashchange', () => location.reload())
    return
  }
  if (boot.session === null) {
    await loadMessages(boot.branding.language, 'login')
    startLogin({ branding: boot.branding, root })
    // Another link opened in this tab changes only the fragment.
    addEventListener('hashchange', () => location.reload())
    return
  }
  // With a session a link only opens its target, and stays unspent.
  const arrival = readArrival(boot.branding.base_path, location)
  if (arrival.kind === 'link') {
    history.replaceState(null, '', `${boot.branding.base_path}${arrival.target ?? '/'}`)
  }
  const { contact, time_zone } = boot.session
  // A task's own code need not wait for the rest.
  if (/\/tasks\/./.test(location.pathname)) import('./features/task/ui/TaskScreen.tsx').catch(() => undefined)
  const [{ startApp }] = await Promise.all([
    import('./app/main.tsx'),
    loadMessages(contact.language, 'app', time_zone),
  ])
  startApp(root, { ...boot, session: boot.session })
}
