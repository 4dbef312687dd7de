import { createApi } from '@sild/api'
import { noteAnswer } from './kept.ts'

/** The API on the page's own origin. */
export const api = createApi()
api.use({ onResponse: ({ response }) => noteAnswer(response) })
