import type { FileSummary } from '@sild/api'
import { minutes } from './time'

/** A file of the client's list; what is not said is ordinary. */
const fileSummary = (change: Partial<FileSummary> & { id: string; name: string }): FileSummary => ({
  size_bytes: 48_640,
  content_type: 'application/pdf',
  author: { kind: 'contact', name: 'Mari Maasikas', is_me: false },
  at: minutes(-90),
  belongs_to: { kind: 'task', id: 'tsk_statement', title: 'Bank statement for February' },
  visibility: 'portal',
  ...change,
})

/** The files of the first client, newest first. */
export const clientFiles: FileSummary[] = [
  fileSummary({
    id: 'fil_3',
    name: 'Calculation of the VAT.xlsx',
    content_type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    author: { kind: 'member', name: 'Demo Owner', is_me: true },
    at: minutes(-30),
    visibility: 'internal',
  }),
  fileSummary({
    id: 'fil_4',
    name: 'Letter of the bank.pdf',
    belongs_to: { kind: 'request', id: 'req_certificate', title: 'A certificate for the bank' },
  }),
  fileSummary({
    id: 'fil_1',
    name: 'Statement of the current account.pdf',
    size_bytes: 2_483_311,
    at: minutes(-1_500),
  }),
  fileSummary({
    id: 'fil_2',
    name: 'Receipt.jpg',
    content_type: 'image/jpeg',
    size_bytes: 1_204_224,
    at: minutes(-1_510),
  }),
  fileSummary({
    id: 'fil_5',
    name: 'Annual report of Example Bakery OÜ for 2025, signed by all members of the board.pdf',
    size_bytes: 5_812_002,
    author: { kind: 'member', name: 'Second Accountant', is_me: false },
    at: minutes(-42_000),
    belongs_to: { kind: 'task', id: 'tsk_report', title: 'Annual report: sign the draft' },
  }),
]
