import { patiently, UploadRefused, within } from './patience.ts'
import { type UploadOptions, type UploadTarget, uploadFile } from './upload.ts'

/** What a file says of itself before it comes. */
interface Declaration {
  name: string
  size_bytes: number
  content_type: string
}

/** The two ends of a transfer, each of which may be repeated: what was declared with a key, and what is complete, stays so. */
export interface Ends<T> {
  /** Says which file will come, and gets where to put it. The same key gets the same file, with an address signed anew. */
  declare: (file: Declaration, key: string) => Promise<UploadTarget & { file_id: string }>
  /** Has the server look at the file that arrived. */
  complete: (file: string) => Promise<T>
}

/** For how long the server may think about a declaration or a completion. */
const ANSWERS_WITHIN = 30_000

/** The store's answer to an address that has run out, as it does after minutes. */
const ranOut = 403

/**
 * Declares a file, sends its bytes to the store and has the server look at them; each step again when its answer was lost,
 * none when it was refused. With the same key, a transfer that broke off goes on where it was and ends with one file.
 */
export async function transferFile<T>(
  file: File,
  key: string,
  { declare, complete }: Ends<T>,
  options: UploadOptions = {},
): Promise<T> {
  const declaration = {
    name: file.name,
    size_bytes: file.size,
    content_type: file.type || 'application/octet-stream',
  }
  const declared = () => patiently(() => within(ANSWERS_WITHIN, () => declare(declaration, key)), options)

  let ticket = await declared()
  try {
    // Whoever comes back with the key of an earlier transfer may have brought the bytes already.
    await uploadFile(file, ticket, options, true)
  } catch (error) {
    if (!(error instanceof UploadRefused) || error.status !== ranOut) throw error
    ticket = await declared()
    await uploadFile(file, ticket, options, true)
  }
  return patiently(() => within(ANSWERS_WITHIN, () => complete(ticket.file_id)), options)
}
