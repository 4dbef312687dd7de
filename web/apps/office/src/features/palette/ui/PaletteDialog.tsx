import { clsx } from 'clsx'
import { Building2, Search } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { SearchField } from 'react-aria-components/SearchField'
import { t } from '../../../shell/i18n'
import { useClientSearch } from '../../../shell/lookups'
import { useSettled } from '../../../shell/now'
import { matches } from '../model/match'
import styles from './Palette.module.css'
import { type Commands, type Entry, usePlaces } from './usePlaces'

/** How many clients are listed at once: who has more writes another letter. */
const CLIENTS_SHOWN = 8

type PaletteDialogProps = Commands & { onClose: () => void }

/** Type, arrow keys, Enter. */
export function PaletteDialog({ onClose, ...commands }: PaletteDialogProps) {
  const places = usePlaces(commands)
  const [typed, setTyped] = useState('')
  const words = typed.trim()
  const search = useSettled(words, 150)
  const found = useClientSearch(search, search !== '')
  const clients: Entry[] =
    words === ''
      ? []
      : found.slice(0, CLIENTS_SHOWN).map(({ id, name, registry_code }) => ({
          id,
          name,
          note: registry_code ?? undefined,
          Icon: Building2,
          run: places.toClient(id),
        }))
  const matching = (entries: Entry[]) => entries.filter(({ name }) => matches(name, words))
  const sections = [
    { id: 'recent', title: t('palette.recent'), entries: matching(places.recent) },
    { id: 'commands', title: t('palette.commands'), entries: matching(places.commands) },
    { id: 'screens', title: t('palette.screens'), entries: matching(places.screens) },
    // Last: they come when the server has found them, and must not push anything away under the Enter key.
    { id: 'clients', title: t('nav.clients'), entries: clients },
  ].filter(({ entries }) => entries.length > 0)
  const entries = sections.flatMap((section) => section.entries)
  const run = (entry: Entry | undefined) => {
    if (entry === undefined) return
    onClose()
    entry.run()
  }

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      className={clsx(styles.veil)}
    >
      <Modal className={clsx(styles.modal)}>
        <Dialog aria-label={t('palette.title')} className={clsx(styles.dialog)}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField
              aria-label={t('palette.label')}
              className={clsx(styles.search)}
              autoFocus
              onKeyDown={(event) => {
                // The first Escape closes, whatever is written.
                if (event.key === 'Escape') onClose()
                // Who types fast presses Enter before the first entry is marked.
                const isMarked =
                  event.target instanceof Element && event.target.hasAttribute('aria-activedescendant')
                if (event.key === 'Enter' && !isMarked && words !== '') run(entries[0])
              }}
            >
              <Search size={18} aria-hidden="true" />
              <Input
                role="combobox"
                aria-expanded="true"
                aria-haspopup="listbox"
                className={clsx(styles.input)}
                placeholder={t('palette.placeholder')}
              />
            </SearchField>
            <ListBox
              aria-label={t('palette.title')}
              className={clsx(styles.list)}
              onAction={(key) => run(entries.find(({ id }) => id === key))}
              renderEmptyState={() => (
                <p className={styles.empty} role="status">
                  {t('palette.nothing', { search: words })}
                </p>
              )}
            >
              {sections.map((section) => (
                <ListBoxSection key={section.id} id={section.id} className={clsx(styles.section)}>
                  <Header className={clsx(styles.header)}>{section.title}</Header>
                  {section.entries.map(({ id, name, note, Icon }) => (
                    <ListBoxItem key={id} id={id} textValue={name} className={clsx(styles.item)}>
                      <Icon size={16} aria-hidden="true" />
                      <span className={styles.name}>{name}</span>
                      {note ? <span className={styles.note}>{note}</span> : null}
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              ))}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
