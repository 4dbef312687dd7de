import type { ComponentChildren } from 'preact'
import { Link, useLocation } from 'wouter'
import { AccountMenu } from './AccountMenu.tsx'
import { t } from './i18n.ts'
import { OfflineBar } from './OfflineBar.tsx'
import styles from './Shell.module.css'
import { useCurrent } from './session.tsx'

/** What stands around every screen: the way past the header, the office, the company, and the connection. */
export function Shell({ client, children }: { client: string | null; children: ComponentChildren }) {
  const { branding } = useCurrent()
  const mark = Array.from(branding.portal_name.trim())[0]?.toUpperCase()
  return (
    <div class={styles.shell}>
      <a class={styles.skip} href="#main">
        {t('shell.skip')}
      </a>
      <header class={styles.header}>
        <div class={styles.inner}>
          <Link class={styles.home} href={client ? `/c/${client}/tasks` : '/'}>
            {branding.icon ? (
              <img class={styles.icon} src={branding.icon.url} alt="" width={32} height={32} />
            ) : (
              <span class={styles.mark} aria-hidden="true">
                {mark}
              </span>
            )}
            <span class={styles.office}>{branding.portal_name}</span>
          </Link>
          {client && <Places client={client} />}
          <AccountMenu client={client} />
        </div>
        <OfflineBar />
      </header>
      <main class={styles.main} id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

/** The places of a company: what the office asks, what is asked of the office, and what was shared. */
function Places({ client }: { client: string }) {
  const [at] = useLocation()
  const places = [
    { href: `/c/${client}/tasks`, title: t('tasks.title') },
    { href: `/c/${client}/requests`, title: t('requests.title') },
    { href: `/c/${client}/documents`, title: t('documents.title') },
  ]
  return (
    <nav class={styles.places} aria-label={t('shell.nav')}>
      {places.map(({ href, title }) => (
        <Link
          key={href}
          class={styles.place}
          href={href}
          aria-current={at === href ? 'page' : at.startsWith(`${href}/`) ? 'true' : undefined}
        >
          {title}
        </Link>
      ))}
    </nav>
  )
}
