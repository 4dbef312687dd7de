/** The largest file that a thread takes: 10 MiB, exactly that included (S34). */
export const MAX_FILE_BYTES = 10 * 1024 * 1024

const MAX_NAME_BYTES = 255

/** Why a file cannot be sent. */
export type Refusal = 'empty' | 'too_large' | 'bad_name'

/** Looks at a file before anything starts: null when it can be sent, else the reason. */
export function canSend(file: { name?: string; size: number }, maxBytes = MAX_FILE_BYTES): Refusal | null {
  if (file.size === 0) return 'empty'
  if (file.size > maxBytes) return 'too_large'
  return file.name === undefined || isGoodName(file.name) ? null : 'bad_name'
}

/** As the server reads names: control characters and turned directions are refused, and what is nothing but dots. */
function isGoodName(name: string): boolean {
  const tidy = name.trim()
  return (
    !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(name) &&
    !/^\.*$/.test(tidy) &&
    new TextEncoder().encode(tidy).length <= MAX_NAME_BYTES
  )
}
