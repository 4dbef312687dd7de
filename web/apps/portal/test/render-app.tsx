import { render } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { demoBoot } from '../demo/demo.ts'
import { App } from '../src/app/App.tsx'
import type { SignedInBoot } from '../src/shell/session.tsx'

/** Shows the whole app at a path, as somebody who is signed in. */
export function renderApp(path: string, change: Partial<SignedInBoot> = {}) {
  const boot = { ...demoBoot(), ...change } as SignedInBoot
  history.replaceState(null, '', path)
  return { user: userEvent.setup(), ...render(<App boot={boot} />) }
}
