import { useRef, useState } from 'react'
import { newKey } from '../../../shell/api'
import { csvSeparators } from '../../../shell/csv'
import { ExportWaiting } from '../../../shell/exports/ExportWaiting'
import type { Separator } from '../../../shell/exports/exports'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { Button } from '../../../ui/Button'
import { Segmented } from '../../../ui/Choice'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { Notice } from '../../../ui/Notice'
import { Select } from '../../../ui/Select'
import { useExportClients } from '../api/exports'

type ExportDialogProps = {
  /** Whether the archive is what the list shows. */
  isArchived: boolean
  onClose: () => void
}

/** Asks for a table of all clients, waits for it and hands it out (S65). */
export function ExportDialog({ isArchived, onClose }: ExportDialogProps) {
  const [which, setWhich] = useState<'current' | 'archived'>(isArchived ? 'archived' : 'current')
  const [separator, setSeparator] = useState<Separator>('semicolon')
  const start = useExportClients()
  const key = useRef(newKey())
  const begin = () =>
    start.mutate(
      { body: { separator, is_archived: which === 'archived' }, key: key.current },
      {
        onError: () => {
          key.current = newKey()
        },
      },
    )
  return (
    <Dialog title={t('exports.title')} closeLabel={t('actions.close')} isOpen onClose={onClose}>
      {start.data ? (
        <ExportWaiting started={start.data} onClose={onClose} />
      ) : (
        <>
          <DialogBody>
            <p>{t('exports.text')}</p>
            <div>
              <Segmented
                label={t('exports.which')}
                value={which}
                onChange={setWhich}
                options={[
                  { value: 'current', label: t('exports.current') },
                  { value: 'archived', label: t('exports.archived') },
                ]}
              />
            </div>
            <Select
              label={t('imports.separator')}
              value={separator}
              onChange={setSeparator}
              options={[...csvSeparators()]}
              hint={t('exports.separatorHint')}
            />
            {start.error ? <Notice tone="bad">{sentenceOf(start.error)}</Notice> : null}
          </DialogBody>
          <DialogFoot>
            <Button onPress={onClose}>{t('actions.cancel')}</Button>
            <Button variant="primary" isPending={start.isPending} onPress={begin}>
              {t('exports.start')}
            </Button>
          </DialogFoot>
        </>
      )}
    </Dialog>
  )
}
