import { createApi } from '@sild/api'

/** The API on the page's own origin. */
export const api = createApi()
