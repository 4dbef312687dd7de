import type { FileSummary } from '@sild/api'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { Files } from 'lucide-react'
import { useEffect } from 'react'
import { momentWords, sizeWords } from '../../../shell/dates'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { QueryView } from '../../../shell/QueryView'
import { AudienceBadge } from '../../../shell/thread/AudienceBadge'
import { DownloadButton, FileSign } from '../../../shell/thread/FileChip'
import { Button } from '../../../ui/Button'
import table from '../../../ui/DataTable.module.css'
import { Hidden, Row } from '../../../ui/Layout'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/States'
import { addressOf, useClientFiles } from '../api/files'
import styles from './ClientFiles.module.css'

/** Every file of a client's tasks and requests, newest first. */
export function ClientFiles({ client }: { client: string }) {
  const list = useClientFiles(client)
  const { hasNextPage, isFetching, isError, fetchNextPage } = list
  const isLookingOn = hasNextPage && list.data?.pages.every(({ items }) => items.length === 0) === true
  useEffect(() => {
    if (isLookingOn && !isFetching && !isError) void fetchNextPage()
  }, [isLookingOn, isFetching, isError, fetchNextPage])
  return (
    <div className={styles.frame}>
      <QueryView query={list} errorTitle={t('clientFiles.loadFailed')}>
        {({ pages }) => {
          const files = pages.flatMap((page) => page.items)
          return (
            <>
              {files.length > 0 ? <FileTable files={files} /> : null}
              {files.length === 0 && !hasNextPage ? (
                <EmptyState
                  icon={<Files size={22} />}
                  title={t('clientFiles.empty')}
                  text={t('clientFiles.emptyText')}
                />
              ) : null}
              {list.isFetchNextPageError ? (
                <ErrorState
                  title={t('clientFiles.loadFailed')}
                  text={sentenceOf(list.error)}
                  retryLabel={t('actions.retry')}
                  onRetry={() => void fetchNextPage()}
                />
              ) : isLookingOn ? (
                <Skeleton label={t('states.loading')} />
              ) : hasNextPage ? (
                <Row>
                  <Button isPending={list.isFetchingNextPage} onPress={() => void fetchNextPage()}>
                    {t('actions.showMore')}
                  </Button>
                </Row>
              ) : null}
            </>
          )
        }}
      </QueryView>
    </div>
  )
}

function FileTable({ files }: { files: FileSummary[] }) {
  return (
    <table className={clsx(table.table, styles.files)}>
      <caption className={table.caption}>{t('files.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('clientFiles.columns.file')}</th>
          <th scope="col" className={clsx(table.wide, styles.of)}>
            {t('clientFiles.columns.belongsTo')}
          </th>
          <th scope="col" className={table.wide}>
            {t('clientFiles.columns.audience')}
          </th>
          <th scope="col">
            <Hidden>{t('files.downloadWord')}</Hidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.id}>
            <td className={clsx(table.main, styles.main)}>
              <span className={styles.file}>
                <FileSign type={file.content_type} />
                <span className={styles.words}>
                  <span className={styles.name}>{file.name}</span>
                  <span className={styles.meta}>
                    {t('files.meta', {
                      size: sizeWords(file.size_bytes),
                      name: file.author.name,
                      at: momentWords(file.at),
                    })}
                  </span>
                  <span className={styles.narrow}>
                    <Owner file={file} />
                    <AudienceBadge visibility={file.visibility} />
                  </span>
                </span>
              </span>
            </td>
            <td className={table.wide}>
              <Owner file={file} />
            </td>
            <td className={clsx(table.wide, styles.audience)}>
              <AudienceBadge visibility={file.visibility} />
            </td>
            <td className={styles.actions}>
              <DownloadButton name={file.name} address={() => addressOf(file)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Owner({ file: { belongs_to } }: { file: FileSummary }) {
  const { kind, id, title } = belongs_to
  return kind === 'task' ? (
    <Link className={styles.owner} to="/tasks/$task" params={{ task: id }}>
      {title}
    </Link>
  ) : (
    <Link className={styles.owner} to="/requests/$request" params={{ request: id }}>
      <span className={styles.kind}>{t('clientFiles.request')}</span> {title}
    </Link>
  )
}
