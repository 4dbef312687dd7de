import { createApi } from '@sild/api'

/** The API of the office, on the app's own origin. */
export const api = createApi()

let signedOut = (): void => undefined

/** Tells, whatever was asked or sent, that the server knows of nobody who is signed in any more. */
export function whenSignedOut(listener: () => void): void {
  signedOut = listener
}

api.use({
  onResponse({ request, response, schemaPath }) {
    // Who is signed in is asked to find out whether somebody is: what follows is for whoever asked.
    const isQuestion = request.method === 'GET' && schemaPath === '/api/office/session'
    if (response.status === 401 && !isQuestion) signedOut()
  },
})

export { answer, idempotent, ifMatch, isProblem, newKey, OfflineError } from '@sild/api'
