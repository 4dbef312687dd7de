import { render } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { demoBoot } from '../demo/demo.ts'
import { App } from '../src/app/App.tsx'
import type { SignedInBoot } from '../src/shell/session.tsx'
// The code of the screens is there from the start: no test meets by chance the outline that stands for a slow one.
import '../src/features/documents/ui/Documents.tsx'
import '../src/features/profile/ui/Profile.tsx'
import '../src/features/requests/ui/NewRequest.tsx'
import '../src/features/requests/ui/RequestList.tsx'
import '../src/features/requests/ui/RequestScreen.tsx'
import '../src/features/task/ui/TaskScreen.tsx'
import '../src/features/welcome/ui/Help.tsx'

/** Shows the whole app at a path, as somebody who is signed in. */
export function renderApp(path: string, change: Partial<SignedInBoot> = {}) {
  const boot = { ...demoBoot(), ...change } as SignedInBoot
  history.replaceState(null, '', path)
  return { user: userEvent.setup(), ...render(<App boot={boot} />) }
}
