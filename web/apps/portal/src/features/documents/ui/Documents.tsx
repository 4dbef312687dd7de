import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'preact/hooks'
import { Link } from 'wouter'
import button from '../../../shell/button.module.css'
import { i18n, t } from '../../../shell/i18n.ts'
import list from '../../../shell/List.module.css'
import { Page } from '../../../shell/Page.tsx'
import { Empty, Failed, Skeleton } from '../../../shell/State.tsx'
import { useCurrent } from '../../../shell/session.tsx'
import { filesQuery } from '../api/files.ts'
import { byMonth } from '../model/months.ts'
import { DocumentRow } from './DocumentRow.tsx'
import styles from './Documents.module.css'
import { Folder } from './Folder.tsx'

/** What a company and its office have shared, by month, and the company's folder where it has one (S58). */
export function Documents({ client }: { client: string }) {
  const { session } = useCurrent()
  const company = session.clients.find(({ id }) => id === client)
  return (
    <Page title={t('documents.title')}>
      {company?.documents_url && <Folder company={company.name} url={company.documents_url} />}
      <Files client={client} />
    </Page>
  )
}

function Files({ client }: { client: string }) {
  const { branding } = useCurrent()
  const scope = { office: branding.office_id, client }
  const query = useInfiniteQuery(filesQuery(scope))
  const { hasNextPage, isFetching, isError, fetchNextPage } = query
  const files = query.data?.pages.flatMap((page) => page.items)
  // What was taken back leaves holes: a part may hold nothing and still have a next one.
  const isLookingOn = files?.length === 0 && hasNextPage
  useEffect(() => {
    if (isLookingOn && !isFetching && !isError) void fetchNextPage()
  }, [isLookingOn, isFetching, isError, fetchNextPage])
  return (
    <>
      {(query.isPending || (isLookingOn && !isError)) && <Skeleton lines={['text', 'row', 'row', 'row']} />}
      {files?.length === 0 && !hasNextPage && (
        <Empty icon="file" title={t('documents.emptyTitle')}>
          <p>{t('documents.empty', { office: branding.office_name })}</p>
          <Link class={button.second} href={`/c/${client}/tasks`}>
            {t('documents.toTasks')}
          </Link>
        </Empty>
      )}
      {files &&
        byMonth(files).map(({ month, files: inIt }) => (
          <section key={month} class={list.group} aria-label={i18n.date(month, 'month')}>
            <h2 class={`${list.heading} ${styles.month}`}>{i18n.date(month, 'month')}</h2>
            <ul class={list.rows}>
              {inIt.map((file) => (
                <DocumentRow key={file.id} file={file} scope={scope} />
              ))}
            </ul>
          </section>
        ))}
      {isError && (!files || query.isFetchNextPageError) ? (
        <Failed retry={() => (files ? fetchNextPage() : query.refetch())}>{t('documents.failed')}</Failed>
      ) : (
        hasNextPage &&
        !isLookingOn && (
          <button
            class={button.second}
            type="button"
            disabled={query.isFetchingNextPage}
            onClick={() => fetchNextPage()}
          >
            {t('tasks.more')}
          </button>
        )
      )}
    </>
  )
}
