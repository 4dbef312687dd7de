import type { Body, Download, PortalFile, PortalMessage, UploadTicket } from '@sild/api'

/** A task or a request, as its files and its thread see it. */
export interface Subject {
  id: string
  /** Says which file will come and asks where to put it. */
  declare: (file: Body<'declare_portal_file'>, key: string) => Promise<UploadTicket>
  /** Has the server look at the file that arrived. */
  complete: (file: string) => Promise<PortalFile>
  /** Asks for the short-lived address of a file. */
  address: (file: string) => Promise<Download>
  /** Sends a message; the key is made once per message and kept over retries. */
  post: (text: string, replyTo: string | null, key: string) => Promise<PortalMessage>
  /** Shows a file that the server has accepted. */
  keepFile: (file: PortalFile) => void
  /** Shows a message that the server has accepted. */
  keepMessage: (message: PortalMessage) => void
  /** What is shown is old: asks for it again. */
  refresh: () => void
}

/** What was said and sent about it. */
export interface Conversation {
  messages: PortalMessage[]
  files: PortalFile[]
}

/** With a new message at the end of the thread; one that is there already stays once. */
export function withMessage<T extends Conversation & { message_count: number }>(
  of: T,
  message: PortalMessage,
): T {
  const messages = [...of.messages.filter((known) => known.id !== message.id), message]
  return { ...of, messages, message_count: messages.length }
}

/** With a new file; one that is there already stays once. */
export function withFile<T extends Conversation & { file_count: number }>(of: T, file: PortalFile): T {
  const files = [...of.files.filter((known) => known.id !== file.id), file]
  return { ...of, files, file_count: files.length }
}
