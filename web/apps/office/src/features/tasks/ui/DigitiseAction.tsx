import type { Task } from '@sild/api'
import { ScanLine } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../../shell/i18n'
import { Button } from '../../../ui/Button'

const DigitiseDialog = lazy(() => import('./DigitiseDialog').then((m) => ({ default: m.DigitiseDialog })))

/** "Send to be digitised": only where the office has that on, the client has an address for it, and there are files. */
export function DigitiseAction({ task }: { task: Task }) {
  const [isOpen, setOpen] = useState(false)
  const address = task.digitisation_email ?? null
  if (address === null || task.files.length === 0) return null
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        <ScanLine size={15} aria-hidden="true" />
        {t('digitise.action')}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <DigitiseDialog task={task} address={address} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
