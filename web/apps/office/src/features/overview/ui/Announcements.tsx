import type { Overview } from '@sild/api'
import { Mail } from 'lucide-react'
import { formatTime, t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { toldWords } from '../../../shell/toldWords'
import { showToast } from '../../../ui/Toasts'
import { useAnnouncement } from '../api/overview'
import { ComingRow } from './ComingRow'
import styles from './Overview.module.css'

type Announcement = Overview['announcements'][number]

/** The tasks that clients are told of within minutes: until then each can be changed or taken back, and nobody hears of it. */
export function Announcements({ announcements }: { announcements: Announcement[] }) {
  if (announcements.length === 0) return null
  return (
    <section aria-labelledby="day-now">
      <h3 className={styles.dayHead} id="day-now">
        {t('overview.inMinutes')}
      </h3>
      <ul className={styles.list}>
        {announcements.map((announcement) => (
          <AnnouncementRow key={announcement.task_id} announcement={announcement} />
        ))}
      </ul>
    </section>
  )
}

function AnnouncementRow({ announcement }: { announcement: Announcement }) {
  const { task_id, title, client, at } = announcement
  const { withdraw, tellNow } = useAnnouncement(task_id)
  const name = t('overview.named', { title, client: client.name })
  const onError = (error: unknown) => showToast({ text: sentenceOf(error), tone: 'bad' })
  const takeBack = () =>
    withdraw.mutate(undefined, {
      onSuccess: () => showToast({ text: t('overview.withdrawnToast', { title }) }),
      onError,
    })
  const tell = () =>
    tellNow.mutate(undefined, { onSuccess: (task) => showToast({ text: toldWords(task) }), onError })
  return (
    <ComingRow
      sign={Mail}
      title={title}
      name={name}
      to={{ to: '/tasks/$task', params: { task: task_id } }}
      about={[t('overview.toldAt', { time: formatTime(at) }), client.name]}
      isPending={withdraw.isPending || tellNow.isPending}
      acts={[
        { label: t('overview.tellNow', { name }), word: t('overview.tellIt'), onPress: tell },
        { label: t('overview.withdraw', { name }), word: t('portalPanel.withdraw'), onPress: takeBack },
      ]}
    />
  )
}
