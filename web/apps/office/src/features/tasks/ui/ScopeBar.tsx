import type { Task } from '@sild/api'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { Repeat } from 'lucide-react'
import { t } from '../../../shell/i18n'
import { Segmented } from '../../../ui/Choice'
import type { EditScope } from '../model/scope'
import styles from './ScopeBar.module.css'

type ScopeBarProps = { task: Task; scope: EditScope; onScope: (scope: EditScope) => void }

/** Says that the task is one of a series, and what its changes hold for: this one, or all that follow too (S41). */
export function ScopeBar({ task, scope, onScope }: ScopeBarProps) {
  if (task.series_id === null) return null
  return (
    <section
      className={clsx(styles.bar, scope === 'following' && styles.isWide)}
      aria-label={t('task.recurrence')}
    >
      <p className={styles.text}>
        <Repeat size={15} aria-hidden="true" />
        <span>
          <Link to="/series/$series" params={{ series: task.series_id }}>
            {t('following.ofSeries')}
          </Link>{' '}
          {scope === 'one' ? t('following.oneNote') : t('following.followingNote')}
        </span>
      </p>
      {task.state === 'open' ? (
        <Segmented
          label={t('following.label')}
          value={scope}
          onChange={onScope}
          options={[
            { value: 'one', label: t('following.one') },
            { value: 'following', label: t('following.following') },
          ]}
        />
      ) : null}
    </section>
  )
}
