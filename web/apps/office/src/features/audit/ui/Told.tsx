import type { AuditEntry } from '@sild/api'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatDate, t } from '../../../shell/i18n'
import { Filled, slot } from '../../../ui/Sentence'
import { dayIn } from '../model/month'
import type { Did } from '../model/telling'
import { fieldOf, kindOf, placeOf } from '../model/things'
import styles from './Audit.module.css'

type ToldProps = { entry: AuditEntry; did: Did | null; names: Map<string, string> }

/** What an entry tells, as a sentence with the names of people and things in it. */
export function Told({ entry, did, names }: ToldProps) {
  const { thing_id, belongs_to, by } = entry
  const month = fieldOf(entry, 'audit_month')
  const person = fieldOf(entry, 'member_id') ?? fieldOf(entry, 'contact_id') ?? thing_id
  const slots: Record<string, ReactNode> = {
    who: <strong className={styles.who}>{whoWords(by)}</strong>,
    name: <Thing id={thing_id} kind={entry.what} names={names} />,
    of: <Thing id={belongs_to} names={names} />,
    person: <Thing id={person} names={names} />,
    client: <Thing id={fieldOf(entry, 'client_id') ?? belongs_to} names={names} />,
  }
  const words = {
    who: slot('who'),
    name: slot('name'),
    of: slot('of'),
    person: slot('person'),
    client: slot('client'),
    month: month === null ? '' : formatDate(dayIn(month), 'month'),
  }
  return (
    <p className={styles.told}>
      <Filled text={did === null ? plainWords(entry, words) : t(`audit.did.${did}`, words)} slots={slots} />
    </p>
  )
}

function plainWords(entry: AuditEntry, { who, name }: { who: string; name: string }): string {
  const kind = kindOf(entry.what)
  const whole = kind === null ? entry.what : t(`audit.whole.${kind}`)
  switch (entry.change) {
    case 'created':
      return t('audit.created', { who, name, thing: whole })
    case 'changed':
      return t('audit.changed', { who, name, thing: kind === null ? entry.what : t(`audit.part.${kind}`) })
    case 'removed':
      return t('audit.removed', { who, name, thing: whole })
  }
}

/** Who did it, by their present name. */
export function whoWords(by: AuditEntry['by']): string {
  if (by.name) return by.name
  return by.kind === 'job' ? t('audit.itself') : t('audit.erasedPerson')
}

/** Kinds of which there is one, or that have no name of their own. */
const NAMELESS = ['office', 'bulk_opening', 'client_export', 'client_import', 'session', 'digitisation']

type ThingProps = { id: string | null | undefined; kind?: string; names: Map<string, string> }

/** A thing by its name, as a link where it has a screen of its own; by its id where nobody knows a name. */
function Thing({ id, kind, names }: ThingProps) {
  if (!id || (kind !== undefined && NAMELESS.includes(kind))) return null
  const words = names.get(id) ?? <code className={styles.id}>{id}</code>
  switch (placeOf(id)) {
    case 'task':
      return (
        <Link to="/tasks/$task" params={{ task: id }}>
          {words}
        </Link>
      )
    case 'request':
      return (
        <Link to="/requests/$request" params={{ request: id }}>
          {words}
        </Link>
      )
    case 'client':
      return (
        <Link to="/clients/$client" params={{ client: id }}>
          {words}
        </Link>
      )
    case 'contact':
      return (
        <Link to="/contacts/$contact" params={{ contact: id }}>
          {words}
        </Link>
      )
    case 'series':
      return (
        <Link to="/series/$series" params={{ series: id }}>
          {words}
        </Link>
      )
    case null:
      return <strong className={styles.who}>{words}</strong>
  }
}
