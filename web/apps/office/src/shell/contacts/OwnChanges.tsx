import type { Contact } from '@sild/api'
import { momentWords } from '../dates'
import { readLanguage, t } from '../i18n'
import styles from './Contacts.module.css'

type Change = Contact['changes'][number]

/** What a contact has changed about themselves: the old value, when and by whom (S57). */
export function OwnChanges({ changes }: { changes: Change[] }) {
  return (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <li key={`${change.field}${change.at}`}>
          <span className={styles.change}>{changeWords(change)}</span>
          <span className={styles.changeMeta}>
            {t('person.changeMeta', { by: change.by, at: momentWords(change.at) })}
          </span>
        </li>
      ))}
    </ul>
  )
}

function changeWords({ field, old, new: now }: Change): string {
  const words = { old: old ?? t('person.nothing'), new: now ?? t('person.nothing') }
  switch (field) {
    case 'name':
      return t('person.changedName', words)
    case 'phone':
      return t('person.changedPhone', words)
    case 'language':
      return t('person.changedLanguage', { old: languageWord(old), new: languageWord(now) })
    case 'email':
      return t('person.changedEmail', words)
  }
}

function languageWord(code: string | null | undefined): string {
  const language = readLanguage(code ?? '')
  return language === null ? (code ?? t('person.nothing')) : t(`languages.${language}`)
}
