import { useRef, useState } from 'react'
import { newKey } from '../../../shell/api'
import { csvSeparators } from '../../../shell/csv'
import { ExportWaiting } from '../../../shell/exports/ExportWaiting'
import type { Separator } from '../../../shell/exports/exports'
import { formatDate, t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { Button } from '../../../ui/Button'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { Notice } from '../../../ui/Notice'
import { Select } from '../../../ui/Select'
import { useExportTrail } from '../api/audit'
import { dayIn } from '../model/month'

/** Asks for a month of the trail as a table, waits for it and hands it out. */
export function ExportMonth({ month, onClose }: { month: string; onClose: () => void }) {
  const [separator, setSeparator] = useState<Separator>('semicolon')
  const start = useExportTrail()
  const key = useRef(newKey())
  const begin = () =>
    start.mutate(
      { body: { month, separator }, key: key.current },
      {
        onError: () => {
          key.current = newKey()
        },
      },
    )
  return (
    <Dialog
      title={t('audit.exportTitle', { month: formatDate(dayIn(month), 'month') })}
      closeLabel={t('actions.close')}
      isOpen
      onClose={onClose}
    >
      {start.data ? (
        <ExportWaiting started={start.data} onClose={onClose} />
      ) : (
        <>
          <DialogBody>
            <p>{t('audit.exportText')}</p>
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
