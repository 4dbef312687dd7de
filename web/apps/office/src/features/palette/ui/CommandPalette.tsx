import { clsx } from 'clsx'
import { Search } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { t } from '../../../shell/i18n'
import { useSingleKey } from '../../../ui/singleKeys'
import { useRecentPlaces } from '../model/recent'
import styles from './Palette.module.css'

const load = () => import('./PaletteDialog')
const PaletteDialog = lazy(() => load().then((m) => ({ default: m.PaletteDialog })))
const ShortcutsDialog = lazy(() => import('./ShortcutsDialog').then((m) => ({ default: m.ShortcutsDialog })))

type CommandPaletteProps = { onNewTask: () => void; onNewClient: () => void }

/** The way to every screen, client and command by a few letters: Ctrl + K or ⌘ K anywhere, ? for all keys. */
export function CommandPalette({ onNewTask, onNewClient }: CommandPaletteProps) {
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null)
  useRecentPlaces()
  useSingleKey('?', () => setOpen('shortcuts'))
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey
      )
        return
      event.preventDefault()
      // What is open and not sent yet is not covered.
      if (document.querySelector('[role="dialog"], [role="alertdialog"]') === null) setOpen('palette')
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

  return (
    <>
      <Button
        className={clsx(styles.trigger)}
        aria-haspopup="dialog"
        onHoverStart={() => void load()}
        onPress={() => setOpen('palette')}
      >
        <Search size={16} aria-hidden="true" />
        <span className={styles.triggerText}>{t('palette.open')}</span>
        <kbd className={styles.keys}>
          {isApple ? t('shortcuts.keys.paletteApple') : t('shortcuts.keys.palette')}
        </kbd>
      </Button>
      <Suspense fallback={null}>
        {open === 'palette' ? (
          <PaletteDialog
            onClose={() => setOpen(null)}
            onNewTask={onNewTask}
            onNewClient={onNewClient}
            onShortcuts={() => setOpen('shortcuts')}
          />
        ) : null}
        {open === 'shortcuts' ? <ShortcutsDialog onClose={() => setOpen(null)} /> : null}
      </Suspense>
    </>
  )
}
