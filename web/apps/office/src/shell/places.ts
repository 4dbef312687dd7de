/** The lists that the navigation leads to, in its order, and what each is called. */
export const PLACES = {
  '/inbox': 'inbox.heading',
  '/overview': 'nav.overview',
  '/tasks': 'nav.tasks',
  '/requests': 'requests.heading',
  '/clients': 'nav.clients',
  '/contacts': 'people.heading',
  '/series': 'nav.series',
} as const

export type Place = keyof typeof PLACES

/** Whether an address is that of one of them; what stands below one has its name only once it is there. */
export function isPlace(path: string): path is Place {
  return Object.hasOwn(PLACES, path)
}
