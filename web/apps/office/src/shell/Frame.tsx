import { Link, type LinkProps } from '@tanstack/react-router'
import { clsx } from 'clsx'
import {
  BookUser,
  ChartNoAxesColumn,
  Inbox,
  ListTodo,
  type LucideIcon,
  MessageCircleQuestion,
  Repeat,
  Users,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { ToastRegion } from '../ui/Toasts'
import styles from './Frame.module.css'
import { t } from './i18n'
import { MemberMenu } from './MemberMenu'
import { OfflineBar } from './OfflineBar'
import { PLACES, type Place } from './places'
import { useRouteFocus } from './routeFocus'
import { useIsAdmin, useSession } from './session'
import { settingsEntries } from './settingsEntries'

const ICONS: Record<Place, LucideIcon> = {
  '/inbox': Inbox,
  '/overview': ChartNoAxesColumn,
  '/tasks': ListTodo,
  '/requests': MessageCircleQuestion,
  '/clients': Users,
  '/contacts': BookUser,
  '/series': Repeat,
}

type FrameProps = { bell: ReactNode; search: ReactNode; children: ReactNode }

/** What every screen stands in: navigation, search, bell, member menu, offline bar and toasts. */
export function Frame({ bell, search, children }: FrameProps) {
  const { office } = useSession()
  const isAdmin = useIsAdmin()
  useRouteFocus()

  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        {t('nav.skip')}
      </a>
      <header className={styles.side}>
        <div className={styles.top}>
          <span className={styles.mark} aria-hidden="true">
            {[...office.name][0]}
          </span>
          <span className={styles.office}>{office.name}</span>
          {bell}
        </div>
        <div className={styles.find}>{search}</div>
        <nav className={styles.nav} aria-label={t('nav.label')}>
          <ul className={styles.entries}>
            {(Object.keys(PLACES) as Place[]).map((to) => (
              <li key={to}>
                <NavLink to={to} Icon={ICONS[to]}>
                  {t(PLACES[to].name)}
                </NavLink>
              </li>
            ))}
            <li className={styles.group} aria-hidden="true">
              {t('nav.settings')}
            </li>
            {settingsEntries(isAdmin).map(({ to, label, Icon }) => (
              <li key={label} className={styles.setting}>
                <NavLink to={to} Icon={Icon}>
                  {label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.member}>
          <MemberMenu />
        </div>
      </header>
      <div className={styles.body}>
        <OfflineBar />
        <main id="main" tabIndex={-1} className={styles.main}>
          {children}
        </main>
      </div>
      <ToastRegion label={t('toasts.label')} closeLabel={t('actions.dismiss')} />
    </div>
  )
}

function NavLink({
  to,
  Icon,
  children,
}: {
  to: NonNullable<LinkProps['to']>
  Icon: LucideIcon
  children: string
}) {
  return (
    <Link
      to={to}
      className={clsx(styles.link)}
      activeProps={{ className: clsx(styles.active), 'aria-current': 'page' }}
    >
      <Icon size={17} strokeWidth={1.9} aria-hidden="true" />
      <span>{children}</span>
    </Link>
  )
}
