/** The lists that the navigation leads to, in its order: what each is called, and how wide it grows. */
export const PLACES = {
  '/inbox': { name: 'inbox.heading', width: 'wide' },
  '/overview': { name: 'nav.overview', width: 'wide' },
  '/tasks': { name: 'nav.tasks', width: 'wide' },
  '/requests': { name: 'requests.heading', width: 'wide' },
  '/clients': { name: 'nav.clients', width: 'full' },
  '/contacts': { name: 'people.heading', width: 'full' },
  '/series': { name: 'nav.series', width: 'wide' },
} as const

export type Place = keyof typeof PLACES

/** Whether an address is that of one of them; what stands below one has its name only once it is there. */
export function isPlace(path: string): path is Place {
  return Object.hasOwn(PLACES, path)
}
