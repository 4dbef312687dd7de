/** Nested messages to flat keys joined by points. */
export function flatten(tree: object, prefix?: string): Record<string, string>

/** The code of one message and the types of its arguments. */
export function compile(key: string, text: string): { code: string; args: Map<string, string> }

/** The module that a build imports. */
export function moduleOf(flat: Record<string, string>): string

/** The TypeScript of the keys and their arguments. */
export function typesOf(flat: Record<string, string>): string
