import type { Body } from '@sild/api'
import { useState } from 'react'
import { csvSeparators } from '../../../shell/csv'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { Button } from '../../../ui/Button'
import { Segmented } from '../../../ui/Choice'
import { Card, Stack } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { Select } from '../../../ui/Select'
import { type ImportView, usePreviewImport, useStartImport } from '../api/imports'
import { encodings, withField } from '../model/words'
import { ImportErrors } from './ImportErrors'
import styles from './Imports.module.css'
import { ImportTable } from './ImportTable'
import { Numbers } from './Numbers'

/** What was understood of the file, what can be corrected, and what will happen. Nothing is written yet. */
export function ImportPreview({ view }: { view: ImportView }) {
  const preview = usePreviewImport(view.id)
  const isLooking = view.state === 'previewing' || preview.isPending
  const { separator, encoding } = view
  // Another separator makes other columns, so they are guessed anew; everything else keeps what was chosen.
  const read = (choices: Body<'preview_import'>) => preview.mutate({ separator, encoding, ...choices })
  const chosen = view.columns.map(({ field }) => field ?? null)

  return (
    <div className={styles.columns} aria-busy={isLooking}>
      <div className={styles.main}>
        {view.problem && !isLooking ? (
          <Notice tone="bad">{t(`imports.problem.${view.problem}`)}</Notice>
        ) : null}
        {preview.error ? <Notice tone="bad">{sentenceOf(preview.error)}</Notice> : null}
        <Card title={t('imports.understood')} note={t('imports.understoodNote')} isFlush>
          <div className={styles.reading}>
            <Select
              label={t('imports.separator')}
              value={separator ?? null}
              onChange={(next) => read({ separator: next })}
              options={[...csvSeparators()]}
              isDisabled={isLooking}
            />
            <Select
              label={t('imports.encoding')}
              value={encoding ?? null}
              onChange={(next) => read({ encoding: next, columns: chosen })}
              options={[...encodings()]}
              hint={t('imports.encodingHint')}
              isDisabled={isLooking}
            />
          </div>
          <ImportTable
            view={view}
            isDisabled={isLooking}
            onField={(place, field) => read({ columns: withField(view.columns, place, field) })}
          />
        </Card>
        {view.error_count > 0 && !isLooking ? (
          <ImportErrors view={view} note={t('imports.errorsNote', { count: view.rows_with_errors })} />
        ) : null}
      </div>
      <aside className={styles.side} aria-label={t('imports.aside')}>
        <Plan view={view} isLooking={isLooking} />
      </aside>
    </div>
  )
}

function Plan({ view, isLooking }: { view: ImportView; isLooking: boolean }) {
  const start = useStartImport(view.id)
  const [duplicates, setDuplicates] = useState<'skip' | 'update'>('skip')
  const good = view.problem ? 0 : view.row_count - view.rows_with_errors
  return (
    <Card title={t('imports.will')}>
      <Stack>
        {isLooking ? <p role="status">{t('imports.looking')}</p> : null}
        <Numbers
          isDim={isLooking}
          numbers={[
            [t('imports.newClients'), view.new_clients],
            [t('imports.newContacts'), view.new_contacts],
            [t('imports.knownClients'), view.known_clients],
            [t('imports.knownContacts'), view.known_contacts],
            [t('imports.leftOut'), view.rows_with_errors],
          ]}
        />
        {view.known_clients > 0 ? (
          <div className={styles.duplicates}>
            <span className={styles.label}>{t('imports.duplicates')}</span>
            <Segmented
              label={t('imports.duplicates')}
              value={duplicates}
              onChange={setDuplicates}
              options={[
                { value: 'skip', label: t('imports.skip') },
                { value: 'update', label: t('imports.update') },
              ]}
            />
            <p className={styles.quiet}>
              {duplicates === 'skip' ? t('imports.skipNote') : t('imports.updateNote')}
            </p>
          </div>
        ) : null}
        {start.error ? <Notice tone="bad">{sentenceOf(start.error)}</Notice> : null}
        <Button
          variant="primary"
          isWide
          isDisabled={isLooking || good === 0}
          isPending={start.isPending}
          onPress={() => start.mutate(duplicates)}
        >
          {t('imports.start', { count: good })}
        </Button>
        <p className={styles.quiet}>{t('imports.noMail')}</p>
      </Stack>
    </Card>
  )
}
