import { render } from 'preact'
import type { SignedInBoot } from '../shell/session.tsx'
import { App } from './App.tsx'
import './app.css'

/** Starts the portal of somebody who is signed in. */
export function startApp(root: HTMLElement, boot: SignedInBoot): void {
  root.replaceChildren()
  render(<App boot={boot} />, root)
}
