import { Download } from 'lucide-react'
import { Button, buttonClass } from '../../ui/Button'
import { DialogBody, DialogFoot } from '../../ui/Dialog'
import { Notice } from '../../ui/Notice'
import { t } from '../i18n'
import { sentenceOf } from '../problems'
import { type Export, useExport } from './exports'

/** The rest of a dialog that asked for a table: waits until it is written and hands it out. */
export function ExportWaiting({ started, onClose }: { started: Export; onClose: () => void }) {
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
