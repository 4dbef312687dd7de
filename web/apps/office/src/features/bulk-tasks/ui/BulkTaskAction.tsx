import { ListPlus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../../shell/i18n'
import { Button } from '../../../ui/Button'
import { useSingleKey } from '../../../ui/singleKeys'
import type { Audience } from '../model/audience'

const load = () => import('./BulkTaskDialog')
const BulkTaskDialog = lazy(() => load().then((m) => ({ default: m.BulkTaskDialog })))

type BulkTaskActionProps = {
  audience: Audience
  /** Called when the tasks are on their way and the dialog is closed. */
  onStarted: () => void
}

/** One task for all clients that are chosen: a button in the list's bar, and the key t. */
export function BulkTaskAction({ audience, onStarted }: BulkTaskActionProps) {
  const [isOpen, setOpen] = useState(false)
  useSingleKey('t', () => setOpen(true), !isOpen)
  return (
    <>
      <Button size="small" onHoverStart={() => void load()} onPress={() => setOpen(true)}>
        <ListPlus size={15} aria-hidden="true" />
        {t('bulkTask.action')}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <BulkTaskDialog
            audience={audience}
            onClose={(wasStarted) => {
              setOpen(false)
              if (wasStarted) onStarted()
            }}
          />
        </Suspense>
      ) : null}
    </>
  )
}
