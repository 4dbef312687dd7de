import type { PortalBoot } from '@sild/api'

/** A module of demo data, by its path in this app. */
export function load(path: 'demo/demo.ts'): Promise<typeof import('../demo/demo.ts')>

/** Serves `dist` with this page; with `answers`, by their paths, also the API and the portal as an app to install. */
export function serve(
  boot: () => PortalBoot,
  answers?: Record<string, unknown>,
): Promise<{ origin: string; close: () => void }>
