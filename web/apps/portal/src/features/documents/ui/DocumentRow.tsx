import type { PortalFileSummary } from '@sild/api'
import { Link } from 'wouter'
import { Icon } from '../../../shell/Icon.tsx'
import { t } from '../../../shell/i18n.ts'
import type { Scope } from '../../../shell/session.tsx'
import { FileRow } from '../../../shell/thread/FileRow.tsx'
import { addressOf } from '../api/files.ts'
import styles from './Documents.module.css'

/** A file, which a press downloads, and the way to the task or the request that it belongs to. */
export function DocumentRow({ file, scope }: { file: PortalFileSummary; scope: Scope }) {
  const { kind, id, title } = file.belongs_to
  const isOfTask = kind === 'task'
  return (
    <li class={styles.document}>
      <div class={styles.file}>
        <FileRow file={file} address={() => addressOf(scope, file)} />
      </div>
      <Link class={styles.owner} href={`/c/${scope.client}/${isOfTask ? 'tasks' : 'requests'}/${id}`}>
        <Icon name={isOfTask ? 'list' : 'message'} size={16} />
        <span class={styles.ownerTitle}>
          <span class="visually-hidden">{isOfTask ? t('documents.ofTask') : t('documents.ofRequest')}</span>{' '}
          {title}
        </span>
        <Icon name="arrow" size={16} />
      </Link>
    </li>
  )
}
