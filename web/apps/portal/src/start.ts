import { readArrival, readConfirmation } from './features/login/model/arrival.ts'
import { startConfirmation } from './features/login/ui/confirm.ts'
import { startLogin } from './features/login/ui/start.ts'
import { readBoot } from './shell/boot.ts'
import { loadMessages } from './shell/i18n.ts'

/** How long a page in the background waits to be painted. */
const UNSEEN_MILLISECONDS = 200

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
  const texts = loadMessages(contact.language, 'app', time_zone)
  if (root.firstElementChild) await painted()
  const [{ startApp }] = await Promise.all([import('./app/main.tsx'), texts])
  // Reading the script was one turn; drawing with it is another, and a press in between comes first.
  await new Promise((resolve) => setTimeout(resolve))
  startApp(root, { ...boot, session: boot.session })
}

/** Lets people see what the server wrote before the script that draws it anew takes the processor. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    // A page that nobody looks at is not painted.
    setTimeout(resolve, UNSEEN_MILLISECONDS)
  })
}
