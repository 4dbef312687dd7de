import type { Body, BulkTask } from '@sild/api'
import { useState } from 'react'
import { t } from '../../../shell/i18n'
import { Dialog } from '../../../ui/Dialog'
import type { Audience } from '../model/audience'
import { BulkTaskForm } from './BulkTaskForm'
import { BulkTaskResult } from './BulkTaskResult'

type BulkTaskDialogProps = { audience: Audience; onClose: (wasStarted: boolean) => void }

/** What was asked for, how far it is, and whether it is for those whose portal had to be opened first. */
type Started = { order: Body<'start_bulk_task'>; task: BulkTask; isAgain: boolean }

/** One task for many clients: what it is, then the progress and who was passed over (S30). */
export function BulkTaskDialog({ audience, onClose }: BulkTaskDialogProps) {
  const [started, setStarted] = useState<Started | null>(null)
  const close = () => onClose(started !== null)
  return (
    <Dialog
      title={started === null ? t('bulkTask.title') : started.task.title}
      closeLabel={t('actions.close')}
      isOpen
      isWide
      onClose={close}
    >
      {started === null ? (
        <BulkTaskForm
          audience={audience}
          onCancel={close}
          onStarted={(order, task) => setStarted({ order, task, isAgain: false })}
        />
      ) : (
        <BulkTaskResult
          key={started.task.id}
          started={started.task}
          order={started.order}
          onAgain={started.isAgain ? null : (order, task) => setStarted({ order, task, isAgain: true })}
          onClose={close}
        />
      )}
    </Dialog>
  )
}
