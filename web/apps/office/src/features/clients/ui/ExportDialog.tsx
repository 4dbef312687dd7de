import type { Answer } from '@sild/api'
import { Download } from 'lucide-react'
import { useRef, useState } from 'react'
import { newKey } from '../../../shell/api'
import { csvSeparators } from '../../../shell/csv'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { Button, buttonClass } from '../../../ui/Button'
import { Segmented } from '../../../ui/Choice'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { Notice } from '../../../ui/Notice'
import { Select } from '../../../ui/Select'
import { type Separator, useExport, useExportClients } from '../api/exports'

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
        <Waiting started={start.data} onClose={onClose} />
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

function Waiting({ started, onClose }: { started: Answer<'export_clients'>; onClose: () => void }) {
  const query = useExport(started)
  const { done_at, row_count, download } = query.data
  return (
    <>
      <DialogBody>
        <p role="status">{done_at ? t('exports.ready', { count: row_count }) : t('exports.writing')}</p>
        {done_at ? null : <p>{t('exports.canWait')}</p>}
        {query.error ? (
          <Notice
            tone="bad"
            action={<Button onPress={() => void query.refetch()}>{t('actions.retry')}</Button>}
          >
            {t('exports.failed', { why: sentenceOf(query.error) })}
          </Notice>
        ) : null}
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>{t('actions.close')}</Button>
        {done_at && download ? (
          <a href={download.url} rel="noopener" className={buttonClass({ variant: 'primary' })}>
            <Download size={15} aria-hidden="true" />
            {t('exports.download')}
          </a>
        ) : null}
      </DialogFoot>
    </>
  )
}
