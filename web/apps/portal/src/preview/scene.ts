import type {
  PortalFile,
  PortalMessage,
  PortalNotificationSettings,
  PortalProfile,
  PortalRequest,
  PortalSession,
  PortalTask,
} from '@sild/api'
import { type Catalogue, createI18n, type Language } from '@sild/i18n'
import {
  demoFile,
  demoMessage,
  demoNotificationSettings,
  demoProfile,
  demoRequestSummary,
  demoSession,
  demoSummary,
} from '../../demo/demo.ts'
import type { Messages } from '../messages/messages.gen.ts'
import type { PreviewTask } from './contract.ts'

/** What a client of nobody in particular sees in the portal, in one language and around the day of today. */
export interface Scene {
  session: PortalSession
  profile: PortalProfile
  told: PortalNotificationSettings
  tasks: PortalTask[]
  requests: PortalRequest[]
}

const words: Record<Language, () => Promise<{ default: Catalogue }>> = {
  en: () => import('../messages/en.json?icu=preview'),
  et: () => import('../messages/et.json?icu=preview'),
  fi: () => import('../messages/fi.json?icu=preview'),
}

const hourMilliseconds = 3_600_000
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * hourMilliseconds).toISOString()

/** Sets the scene. */
export async function sceneIn(language: Language): Promise<Scene> {
  const { default: messages } = await words[language]()
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const { isoDate, start, t } = createI18n<Messages>()
  start({ language, timeZone, messages })

  const inDays = (days: number): string => isoDate(hoursAgo(-24 * days))
  const me = { kind: 'contact', name: t('preview.contact'), is_me: true } as const
  const accountant = { kind: 'member', name: t('preview.accountant'), is_me: false } as const
  const task = (number: number, change: Partial<PortalTask>): PortalTask =>
    taskOf({ id: `tsk_${number}`, assigned_at: hoursAgo(24 * number), ...change })
  const file = (number: number, change: Partial<PortalFile>): PortalFile =>
    demoFile({ id: `fil_${number}`, author: accountant, ...change })
  const message = (number: number, change: Partial<PortalMessage>): PortalMessage =>
    demoMessage({ id: `msg_${number}`, ...change, author: change.author ?? accountant })

  const tasks = [
    task(1, {
      title: t('preview.report'),
      description: t('preview.reportText'),
      due: inDays(-2),
      is_overdue: true,
      is_unread: true,
      files: [file(1, { name: t('preview.reportFile'), at: hoursAgo(70) })],
    }),
    task(2, { title: t('preview.hours'), due: inDays(0), is_unread: true }),
    task(3, {
      title: t('preview.vat'),
      description: t('preview.vatText'),
      due: inDays(1),
      checklist: [
        { id: 'chk_1', text: t('preview.vatSales'), is_done: true },
        { id: 'chk_2', text: t('preview.vatPurchases'), is_done: true },
        { id: 'chk_3', text: t('preview.vatBank'), is_done: false },
        { id: 'chk_4', text: t('preview.vatFuel'), is_done: false },
      ],
      files: [file(2, { name: t('preview.vatFile'), author: me, at: hoursAgo(23) })],
      messages: [
        message(1, { text: t('preview.vatQuestion'), at: hoursAgo(22) }),
        message(2, { text: t('preview.vatAnswer'), author: me, reply_to: 'msg_1', at: hoursAgo(21) }),
      ],
    }),
    task(4, { title: t('preview.stock'), due: inDays(24) }),
    task(5, { title: t('preview.lease'), due: null }),
    task(6, {
      title: t('preview.bank'),
      due: inDays(-20),
      state: 'completed',
      completed_at: hoursAgo(24 * 19),
    }),
  ]
  const said = [message(3, { text: t('preview.certificateAnswer'), at: hoursAgo(3) })]
  const requests: PortalRequest[] = [
    {
      ...demoRequestSummary({ id: 'req_1', state: 'answered', is_unread: true, created_at: hoursAgo(26) }),
      subject: t('preview.certificate'),
      text: t('preview.certificateText'),
      author: me,
      seen_by: [accountant.name],
      task_id: null,
      files: [],
      messages: said,
      message_count: said.length,
    },
  ]
  const contact = { ...demoSession().contact, name: me.name, email: 'name@example.com', language }
  return {
    session: demoSession({
      contact,
      clients: [{ id: 'cli_1', name: t('preview.client'), waiting_count: 5, documents_url: null }],
      today: inDays(0),
      time_zone: timeZone,
    }),
    profile: demoProfile({ id: contact.id, name: contact.name, email: contact.email, language }),
    told: demoNotificationSettings(),
    tasks,
    requests,
  }
}

/**
 * Has a sample task come first, as those do that are given out when a client is invited, or none. What was done with the one
 * before is forgotten.
 */
export function putSample(tasks: PortalTask[], sample: PreviewTask | null): void {
  if (tasks[0]?.is_sample) tasks.shift()
  if (sample === null) return
  const checklist = sample.checklist.map((text, place) => ({ id: `chk_s${place}`, text, is_done: false }))
  tasks.unshift(
    taskOf({ ...sample, id: 'tsk_sample', assigned_at: hoursAgo(0), due: null, is_sample: true, checklist }),
  )
}

/** A task; everything that is not given is quiet, and what is counted is counted. */
function taskOf(change: Partial<PortalTask>): PortalTask {
  const { checklist = [], files = [], messages = [] } = change
  return {
    ...demoSummary(),
    description: '',
    client_may_tick: true,
    done: null,
    completed_at: null,
    request_id: null,
    ...change,
    checklist,
    files,
    messages,
    checklist_done: checklist.filter((item) => item.is_done).length,
    checklist_total: checklist.length,
    file_count: files.length,
    message_count: messages.length,
  }
}
