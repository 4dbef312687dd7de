import type { Plugin } from 'vite'

/** Compiles `*.json?icu` imports and refuses catalogues whose keys or arguments differ from English. */
export function icuMessages(options: { dir: string }): Plugin
