import type { PortalBranding } from '@sild/api'
import { render } from 'preact'
import { memoryLocation } from 'wouter/memory-location'
import { startLogin } from '../features/login/ui/start.ts'
import { loadMessages } from '../shell/i18n.ts'
import { type PreviewNews, type PreviewScreen, type PreviewValues, valuesIn } from './contract.ts'
import { brandingOf, paint } from './look.ts'
import { createMemory } from './memory.ts'
import { putSample, type Scene, sceneIn } from './scene.ts'

/** The portal as one client has it in the preview. */
interface World {
  scene: Scene
  answer: (request: Request) => Promise<Response>
}

interface Preview {
  /** Answers what the portal asks of its API. */
  answer: (request: Request) => Promise<Response>
  /** Listens no longer. */
  stop: () => void
}

/** Shows the portal with the values that the office's app sends, each time it sends others, without a reload. */
export function startPreview(root: HTMLElement): Preview {
  // Where somebody is in the portal stays out of the address, and so out of the history of the office's tab.
  const place = memoryLocation()
  let shown: PreviewValues | null = null
  let world: World | null = null
  let next: PreviewValues | null = null
  let isDrawing = false

  const tell = (news: PreviewNews): void => parent.postMessage(news, location.origin)

  /** Draws the newest values; what came while others were drawn is drawn next. */
  const draw = async (values: PreviewValues): Promise<void> => {
    next = values
    if (isDrawing) return
    isDrawing = true
    try {
      while (next !== null) {
        const now: PreviewValues = next
        next = null
        await show(now)
        tell({ type: 'sild.preview.shown' })
      }
    } finally {
      isDrawing = false
    }
  }

  /** What somebody does in the preview itself and what would lead to another page. */
  const move = (change: Partial<Pick<PreviewValues, 'screen' | 'language'>>): void => {
    if (shown === null) return
    const values = { ...shown, ...change }
    tell({ type: 'sild.preview.moved', screen: values.screen, language: values.language })
    void draw(values)
  }

  const worldIn = async (language: PreviewValues['language']): Promise<World> => {
    const scene = await sceneIn(language)
    const answer = createMemory(scene, {
      signOut: () => move({ screen: 'login' }),
      speak: (chosen) => move({ language: chosen }),
    })
    return { scene, answer }
  }

  const show = async (values: PreviewValues): Promise<void> => {
    const { language, screen, theme, task } = values
    const isOtherLanguage = language !== shown?.language
    if (world === null || isOtherLanguage) world = await worldIn(language)
    if (isOtherLanguage || JSON.stringify(task) !== JSON.stringify(shown?.task))
      putSample(world.scene.tasks, task)
    if (isOtherLanguage || screen !== shown?.screen) {
      await loadMessages(language, screen === 'login' ? 'login' : 'app', world.scene.session.time_zone)
    }
    const branding = await brandingOf(values)
    paint(branding.palette, theme)
    if (screen !== 'login') await showApp(branding, world.scene, screen)
    // The form is drawn anew only where something in it is new: it may be half filled in.
    else if (shown === null || saidIn(values) !== saidIn(shown)) showLogin(branding)
    shown = values
  }

  const showLogin = (branding: PortalBranding): void => {
    render(null, root)
    startLogin({ branding, root, go: () => move({ screen: 'tasks' }) })
  }

  const showApp = async (
    branding: PortalBranding,
    { session, tasks }: Scene,
    screen: PreviewScreen,
  ): Promise<void> => {
    const { Portal } = await import('./Portal.tsx')
    const [client] = session.clients
    if (shown === null || shown.screen === 'login') root.replaceChildren()
    if (screen !== shown?.screen)
      place.navigate(screen === 'task' ? `/c/${client?.id}/tasks/${tasks[0]?.id}` : '/')
    const items = tasks.filter(({ state }) => state === 'open')
    const boot = { branding, session, client: client?.id ?? null, tasks: { items, next: null } }
    render(<Portal hook={place.hook} boot={boot} />, root)
  }

  const listen = (event: MessageEvent<unknown>): void => {
    const values = valuesIn(event, parent)
    if (values !== null) void draw(values)
  }
  /** Links that the portal does not follow by itself lead nowhere, but for the languages of the login page. */
  const hold = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || link.getAttribute('href')?.startsWith('#')) return
    event.preventDefault()
    const { hreflang } = link
    if (hreflang === 'en' || hreflang === 'et' || hreflang === 'fi') move({ language: hreflang })
  }
  addEventListener('message', listen)
  document.addEventListener('click', hold)
  tell({ type: 'sild.preview.listening' })
  return {
    answer: (request) => world?.answer(request) ?? Promise.resolve(Response.error()),
    stop: () => {
      removeEventListener('message', listen)
      document.removeEventListener('click', hold)
    },
  }
}

/** All that the login page says. */
function saidIn({ screen, name, description, icon, logo, language }: PreviewValues): string {
  return JSON.stringify([screen, name, description, icon, logo, language])
}
