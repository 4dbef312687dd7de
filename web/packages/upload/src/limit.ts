/** The largest file that a thread takes: 10 MiB, exactly that included (S34). */
export const MAX_FILE_BYTES = 10 * 1024 * 1024

/** Why a file cannot be sent. */
export type Refusal = 'empty' | 'too_large'

/** Looks at a file before anything starts: null when it can be sent, else the reason. */
export function canSend(file: { size: number }, maxBytes = MAX_FILE_BYTES): Refusal | null {
  if (file.size === 0) return 'empty'
  return file.size > maxBytes ? 'too_large' : null
}
