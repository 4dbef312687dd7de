import type { Language } from '@sild/i18n'

/** Where the preview is served, on the office's own origin. */
export const previewPath = '/portal-preview/'

/** The page of the portal that is looked at; `task` is the sample task. */
export type PreviewScreen = 'login' | 'tasks' | 'task'
/** By day or at night. */
export type PreviewTheme = 'light' | 'dark'

/** A sample task as it is written, before anybody has a copy of it. */
export interface PreviewTask {
  title: string
  description: string
  checklist: string[]
  client_may_tick: boolean
}

/** What the office's app sends into the frame: everything that the preview shows, each time anew. */
export interface PreviewValues {
  type: 'sild.preview.values'
  office: string
  name: string
  description: string
  /** `#rrggbb`; the frame derives the others from it. */
  colour: string
  /** Where the pictures are; null where there is none. */
  icon: string | null
  logo: string | null
  language: Language
  theme: PreviewTheme
  screen: PreviewScreen
  /** The sample task that comes first; null where none is written. */
  task: PreviewTask | null
}

/** What the frame tells: that it listens, that it shows the values, and that somebody went on inside it. */
export type PreviewNews =
  | { type: 'sild.preview.listening' }
  | { type: 'sild.preview.shown' }
  | { type: 'sild.preview.moved'; screen: PreviewScreen; language: Language }

/** What a message is judged by. */
type Message = Pick<MessageEvent<unknown>, 'origin' | 'source' | 'data'>

const languages: readonly unknown[] = ['en', 'et', 'fi'] satisfies Language[]
const screens: readonly unknown[] = ['login', 'tasks', 'task'] satisfies PreviewScreen[]
const themes: readonly unknown[] = ['light', 'dark'] satisfies PreviewTheme[]

/** The values in a message, or null for whatever another window, another origin or another script sent. */
export function valuesIn(message: Message, sender: Window): PreviewValues | null {
  const data = dataFrom(message, sender)
  return isValues(data) ? data : null
}

/** The news in a message, or null for whatever another window, another origin or another script sent. */
export function newsIn(message: Message, sender: Window | null): PreviewNews | null {
  const data = dataFrom(message, sender)
  return isNews(data) ? data : null
}

function dataFrom({ origin, source, data }: Message, sender: Window | null): unknown {
  return origin === location.origin && source !== null && source === sender ? data : null
}

function isValues(data: unknown): data is PreviewValues {
  return (
    isObject(data) &&
    data.type === 'sild.preview.values' &&
    [data.office, data.name, data.description].every((text) => typeof text === 'string') &&
    typeof data.colour === 'string' &&
    /^#[0-9a-f]{6}$/.test(data.colour) &&
    [data.icon, data.logo].every((address) => address === null || typeof address === 'string') &&
    languages.includes(data.language) &&
    themes.includes(data.theme) &&
    screens.includes(data.screen) &&
    (data.task === null ? data.screen !== 'task' : isTask(data.task))
  )
}

function isTask(task: unknown): boolean {
  return (
    isObject(task) &&
    [task.title, task.description].every((text) => typeof text === 'string') &&
    Array.isArray(task.checklist) &&
    task.checklist.every((line) => typeof line === 'string') &&
    typeof task.client_may_tick === 'boolean'
  )
}

function isNews(data: unknown): data is PreviewNews {
  if (!isObject(data)) return false
  if (data.type === 'sild.preview.listening' || data.type === 'sild.preview.shown') return true
  return (
    data.type === 'sild.preview.moved' && screens.includes(data.screen) && languages.includes(data.language)
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
