import { answer } from '@sild/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { Link, useLocation } from 'wouter'
import styles from './AccountMenu.module.css'
import { api } from './api.ts'
import { forgetDrafts } from './draft.ts'
import { Icon } from './Icon.tsx'
import { t } from './i18n.ts'
import { forgetSeen } from './kept.ts'
import { rememberClient } from './last-client.ts'
import { useCurrent } from './session.tsx'

/** The first letters of a name: `MM` for Mari Maasikas. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => Array.from(word ?? '')[0] ?? '',
  )
  return letters.join('').toUpperCase()
}

/** A count that fits a badge. */
function shortCount(count: number): string {
  return count > 99 ? '99+' : String(count)
}

/** The section of another company that fits where somebody is: one task belongs to one company, its section to all. */
function sectionOf(path: string): string {
  return /^\/c\/[^/]+\/(requests|documents)/.exec(path)?.[1] ?? 'tasks'
}

/** Who is signed in and for which company; opens the list of companies, help, and the way out. */
export function AccountMenu({ client }: { client: string | null }) {
  const { session, branding } = useCurrent()
  const [isOpen, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const menu = useId()
  const queries = useQueryClient()
  const [at, navigate] = useLocation()
  const current = session.clients.find((candidate) => candidate.id === client)
  const others = session.clients.filter((candidate) => candidate.id !== client)
  const waiting = others.reduce((sum, candidate) => sum + candidate.waiting_count, 0)

  const signOut = useMutation({
    mutationFn: () =>
      answer(
        api.DELETE('/api/portal/{office}/session', { params: { path: { office: branding.office_id } } }),
      ),
    onSuccess: () => {
      queries.clear()
      forgetDrafts()
      forgetSeen(branding.base_path)
      location.assign(`${branding.base_path}/login`)
    },
  })

  useEffect(() => {
    if (!isOpen) return
    const outside = (event: Event): void => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false)
    }
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    document.addEventListener('keydown', leave)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
      document.removeEventListener('keydown', leave)
    }
  }, [isOpen])

  const choose = (id: string): void => {
    rememberClient(branding.office_id, id)
    setOpen(false)
    navigate(`/c/${id}/${sectionOf(at)}`)
  }

  return (
    <div class={styles.account} ref={place}>
      <button
        ref={button}
        class={styles.button}
        type="button"
        aria-expanded={isOpen}
        aria-controls={menu}
        onClick={() => setOpen(!isOpen)}
      >
        <span class={styles.company}>
          <span class="visually-hidden">{t('account.for')}</span> {current?.name ?? session.contact.name}
        </span>{' '}
        <span class={styles.avatar} aria-hidden="true">
          {initials(session.contact.name)}
          {waiting > 0 && <span class={styles.elsewhere}>{shortCount(waiting)}</span>}
        </span>
        <span class="visually-hidden">
          {waiting > 0 ? t('account.menuWaiting', { n: waiting }) : t('account.menu')}
        </span>
      </button>
      <div class={styles.menu} id={menu} hidden={!isOpen}>
        <p class={styles.person}>
          <span class={styles.name}>{session.contact.name}</span>
          <span class={styles.address}>{session.contact.email}</span>
        </p>
        {session.clients.length > 1 && (
          <>
            <p class={styles.caption} id={`${menu}-companies`}>
              {t('account.companies')}
            </p>
            <ul class={styles.list} aria-labelledby={`${menu}-companies`}>
              {session.clients.map((candidate) => (
                <li key={candidate.id}>
                  <button
                    class={styles.item}
                    type="button"
                    aria-current={candidate.id === client ? 'true' : undefined}
                    onClick={() => choose(candidate.id)}
                  >
                    <span class={styles.tick}>
                      {candidate.id === client && <Icon name="check" size={18} />}
                    </span>
                    <span class={styles.grow}>{candidate.name}</span>
                    {candidate.waiting_count > 0 && (
                      <span class={candidate.id === client ? styles.count : styles.waiting}>
                        <span aria-hidden="true">{shortCount(candidate.waiting_count)}</span>
                        <span class="visually-hidden">
                          {t('account.waiting', { n: candidate.waiting_count })}
                        </span>
                      </span>
                    )}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
        <ul class={styles.list}>
          <li>
            <Link class={styles.item} href="/profile" onClick={() => setOpen(false)}>
              <Icon name="person" />
              {t('profile.title')}
            </Link>
          </li>
          <li>
            <Link class={styles.item} href="/help" onClick={() => setOpen(false)}>
              <Icon name="help" />
              {t('account.help')}
            </Link>
          </li>
          <li>
            <button
              class={styles.item}
              type="button"
              disabled={signOut.isPending}
              onClick={() => signOut.mutate()}
            >
              <Icon name="out" />
              {t('account.signOut')}
            </button>
            {signOut.isError && (
              <p class={styles.error} role="alert">
                {t('account.signOutFailed')}
              </p>
            )}
          </li>
        </ul>
      </div>
    </div>
  )
}
