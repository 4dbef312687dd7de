import { clsx } from 'clsx'
import { CheckCheck, ChevronRight, ListChecks, MessageSquare, Paperclip, TriangleAlert } from 'lucide-react'
import { t } from '../../../shell/i18n'
import { initials } from '../../../ui/Avatar'
import type { PortalForm } from '../model/form'
import styles from './PreviewScreens.module.css'

/** The portal's first page. Everything in it is a picture: nothing can be pressed or typed into. */
export function PreviewLogin({
  values,
  icon,
  logo,
}: {
  values: PortalForm
  icon: string | null
  logo: string | null
}) {
  return (
    <div className={styles.login} inert>
      {logo === null ? (
        <Mark name={values.name} icon={icon} isLarge />
      ) : (
        <img className={styles.logo} src={logo} alt="" />
      )}
      <p className={styles.loginName}>{values.name || t('preview.noName')}</p>
      {values.description === '' ? null : <p className={styles.description}>{values.description}</p>}
      <div className={styles.card}>
        <span className={styles.label}>{t('preview.email')}</span>
        <span className={styles.field}>{t('preview.emailExample')}</span>
        <span className={styles.button}>{t('preview.sendLink')}</span>
        <span className={styles.small}>{t('preview.noPassword')}</span>
      </div>
    </div>
  )
}

/** The list of tasks that a client comes to. */
export function PreviewTasks({
  values,
  icon,
  isWide,
}: {
  values: PortalForm
  icon: string | null
  isWide: boolean
}) {
  return (
    <div className={styles.tasks} inert>
      <div className={styles.bar}>
        <Mark name={values.name} icon={icon} />
        <span className={styles.barName}>{values.name || t('preview.noName')}</span>
        <span className={styles.person}>{initials(t('preview.contact'))}</span>
      </div>
      <div className={clsx(styles.body, isWide && styles.bodyWide)}>
        <p className={styles.client}>{t('preview.client')}</p>
        <p className={styles.heading}>{t('preview.tasksHeading')}</p>
        <p className={styles.group}>{t('preview.overdue')}</p>
        <TaskLine
          title={t('preview.task.overdue')}
          due={t('preview.task.overdueDue')}
          isOverdue
          isUnread
          checklist="2/5"
          messages="1"
        />
        <p className={styles.group}>{t('preview.thisWeek')}</p>
        <TaskLine title={t('preview.task.soon')} due={t('preview.task.soonDue')} isUnread files="2" />
        <TaskLine title={t('preview.task.later')} due={t('preview.task.laterDue')} checklist="0/3" />
        <p className={styles.done}>
          <CheckCheck size={15} aria-hidden="true" />
          {t('preview.doneCount')}
        </p>
      </div>
    </div>
  )
}

/** The office's icon or the first letter of the portal's name, as the portal itself shows it. */
function Mark({ name, icon, isLarge = false }: { name: string; icon: string | null; isLarge?: boolean }) {
  if (icon !== null) {
    return <img className={clsx(styles.icon, isLarge && styles.iconLarge)} src={icon} alt="" />
  }
  const [letter = ''] = name.trim().toUpperCase()
  return <span className={clsx(styles.mark, isLarge && styles.markLarge)}>{letter}</span>
}

type TaskLineProps = {
  title: string
  due: string
  isOverdue?: boolean
  isUnread?: boolean
  checklist?: string
  messages?: string
  files?: string
}

function TaskLine({
  title,
  due,
  isOverdue = false,
  isUnread = false,
  checklist,
  messages,
  files,
}: TaskLineProps) {
  return (
    <div className={styles.line}>
      <span className={clsx(styles.dot, isUnread && styles.dotOn)} />
      <span className={styles.lineText}>
        <span className={clsx(styles.lineTitle, isUnread && styles.strong)}>{title}</span>
        <span className={styles.lineMeta}>
          <span className={clsx(styles.item, isOverdue && styles.overdue)}>
            {isOverdue ? <TriangleAlert size={12} aria-hidden="true" /> : null}
            {due}
          </span>
          {checklist ? (
            <span className={styles.item}>
              <ListChecks size={12} aria-hidden="true" />
              {checklist}
            </span>
          ) : null}
          {messages ? (
            <span className={styles.item}>
              <MessageSquare size={12} aria-hidden="true" />
              {messages}
            </span>
          ) : null}
          {files ? (
            <span className={styles.item}>
              <Paperclip size={12} aria-hidden="true" />
              {files}
            </span>
          ) : null}
        </span>
      </span>
      <ChevronRight size={16} aria-hidden="true" className={styles.chevron} />
    </div>
  )
}
