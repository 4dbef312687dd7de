/** The flat messages of one language. */
export function read(dir: string, language: string): Record<string, string>

/** The languages that have a file. */
export function languages(dir: string): string[]

/** What is wrong with the catalogues of a folder. */
export function problems(dir: string): string[]

/** Keys that no source text names. */
export function unused(dir: string, sources: string[]): string[]
