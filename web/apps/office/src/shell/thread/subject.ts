import type { Body, Download, OfficeFile, OfficeMessage, UploadTicket } from '@sild/api'

/** A task or a request, as its thread and its files see it. */
export type Subject = {
  id: string
  client: { name: string }
  messages: OfficeMessage[]
  files: OfficeFile[]
  /** The names of those who read what goes to the client; empty when only the client is known. */
  readers: string[]
  /** Why nothing can be written to the client now; null when it can. */
  unreachable: string | null
}

/** How a thread reaches the server and what is kept of its answers. */
export type Channel = {
  post: (body: Body<'post_message'>, key: string) => Promise<OfficeMessage>
  /** Says which file will come; the key makes a repeated declaration harmless. */
  declare: (body: Body<'declare_file'>, key: string) => Promise<UploadTicket>
  complete: (file: string) => Promise<OfficeFile>
  address: (file: string) => Promise<Download>
  /** Shows a file without asking the server again. */
  keepFile: (file: OfficeFile) => void
  /** Shows a message at once, and lets the rest catch up. */
  keepMessage: (message: OfficeMessage) => void
}

/** With a file in its place. */
export const withFile = <T extends { files: OfficeFile[] }>(of: T, file: OfficeFile): T => ({
  ...of,
  files: [...of.files.filter(({ id }) => id !== file.id), file],
})

/** With a message at its end; one that is there already stays once. */
export const withMessage = <T extends { messages: OfficeMessage[] }>(of: T, message: OfficeMessage): T =>
  of.messages.some(({ id }) => id === message.id) ? of : { ...of, messages: [...of.messages, message] }
