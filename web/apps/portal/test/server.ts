import { setupServer } from 'msw/node'

/** The API of the tests: each test says what it answers; anything else fails. */
export const server = setupServer()
