import type { ComponentChildren } from 'preact'
import button from './button.module.css'
import { Icon, type IconName } from './Icon.tsx'
import { t } from './i18n.ts'
import styles from './State.module.css'

/** A place with nothing in it: what belongs here, and at most one thing to do. */
export function Empty({
  icon,
  title,
  children,
}: {
  icon: IconName
  title: string
  children?: ComponentChildren
}) {
  return (
    <div class={styles.empty}>
      <span class={styles.drawing}>
        <Icon name={icon} size={28} />
      </span>
      <p class={styles.title}>{title}</p>
      {children}
    </div>
  )
}

/** Something could not be loaded: a sentence and another try. */
export function Failed({ children, retry }: { children: ComponentChildren; retry: () => void }) {
  return (
    <div class={styles.failed} role="alert">
      <Icon name="alert" />
      <p>{children}</p>
      <button class={button.second} type="button" onClick={retry}>
        <Icon name="retry" size={18} />
        {t('state.retry')}
      </button>
    </div>
  )
}

/** A line about the state of what is shown. */
export function Banner({
  kind,
  icon,
  children,
  action,
}: {
  kind: 'success' | 'warning' | 'error' | 'plain'
  icon: IconName
  children: ComponentChildren
  action?: ComponentChildren
}) {
  return (
    <div class={`${styles.banner} ${styles[kind]}`} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon name={icon} />
      <div class={styles.words}>{children}</div>
      {action}
    </div>
  )
}

/** One grey line: as high as what will be there. */
export type Bone = 'heading' | 'text' | 'row' | 'block'

/**
 * Grey lines where text will be. They show only after 200 ms, so that a quick answer never flickers; at once where that
 * time has passed already.
 */
export function Skeleton({ lines, isLate = false }: { lines: readonly Bone[]; isLate?: boolean }) {
  return (
    <div class={`${styles.skeleton} ${isLate ? styles.late : ''}`} role="status">
      <span class="visually-hidden">{t('state.loading')}</span>
      {lines.map((line, index) => (
        <div key={index} class={`${styles.bone} ${styles[line]}`} />
      ))}
    </div>
  )
}
