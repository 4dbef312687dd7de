import { render } from 'preact'
import type { SignedInBoot } from '../shell/session.tsx'
import { App } from './App.tsx'
import './app.css'
import { showIcon, startWorker } from './install.ts'

/** Starts the portal of somebody who is signed in. */
export function startApp(root: HTMLElement, boot: SignedInBoot): void {
  root.replaceChildren()
  render(<App boot={boot} />, root)
  showIcon(boot.branding)
  startWorker(boot.branding)
}
