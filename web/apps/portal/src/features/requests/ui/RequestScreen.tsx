import { isProblem, type PortalRequest } from '@sild/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'preact/hooks'
import { Link } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import button from '../../../shell/button.module.css'
import { whenWords } from '../../../shell/dates.ts'
import { Icon } from '../../../shell/Icon.tsx'
import { i18n, t } from '../../../shell/i18n.ts'
import { NotHere } from '../../../shell/NotHere.tsx'
import { Page } from '../../../shell/Page.tsx'
import { Banner, Failed, Skeleton } from '../../../shell/State.tsx'
import { useCurrent } from '../../../shell/session.tsx'
import detail from '../../../shell/thread/Detail.module.css'
import { Files } from '../../../shell/thread/Files.tsx'
import { Thread } from '../../../shell/thread/Thread.tsx'
import { markRead, type RequestScope, requestQuery } from '../api/requests.ts'
import { changeRequest, listsAreOld, requestSubject } from '../model/subject.ts'
import { RequestState } from './RequestRow.tsx'

/** One request with what was answered. Opening it marks it as read. */
export function RequestScreen({ client, request: id }: { client: string; request: string }) {
  const { session, branding } = useCurrent()
  const queries = useQueryClient()
  const scope: RequestScope = { office: branding.office_id, client, request: id }
  const { data: request, error, isPending, refetch } = useQuery(requestQuery(scope))
  useMarkRead(scope, request)

  const back = (
    <Link class={detail.back} href={`/c/${client}/requests`}>
      <Icon name="back" size={18} />
      {t('request.back')}
    </Link>
  )
  if (isProblem(error, 'not_found')) return <NotHere client={client} />
  if (!request) {
    return (
      <Page
        title={t('request.loading')}
        above={back}
        className={isPending ? detail.waiting : undefined}
        isWaiting
      >
        {isPending ? (
          <Skeleton lines={['heading', 'text', 'text', 'block']} />
        ) : (
          <Failed retry={() => refetch()}>{t('request.failed')}</Failed>
        )}
      </Page>
    )
  }
  const subject = requestSubject(scope, queries)
  const isFrozen = request.state === 'converted'
  const { author } = request
  return (
    <Page key="request" title={request.subject} above={back}>
      <Standing client={client} request={request} />
      <p class={`${detail.facts} ${detail.wrapping}`}>
        <RequestState state={request.state} />
        <span>
          {author.is_me
            ? t('request.sentByMe', { when: whenWords(request.created_at, session.today) })
            : t('request.sentBy', { name: author.name, when: whenWords(request.created_at, session.today) })}
        </span>
        <span>{t('request.seenBy', { names: readersOf(request, branding.office_name) })}</span>
      </p>
      <p class={detail.description}>{request.text}</p>
      {!(isFrozen && request.files.length === 0) && (
        <Files subject={subject} files={request.files} isLocked={isFrozen} mayDownload />
      )}
      {!(isFrozen && request.messages.length === 0) && (
        <Thread
          subject={subject}
          conversation={request}
          isLocked={isFrozen}
          empty={t('request.empty', { office: branding.office_name })}
        />
      )}
    </Page>
  )
}

/** Who sees it, as a list of names; where nobody answers for the company, the office. */
function readersOf(request: PortalRequest, office: string): string {
  return request.seen_by.length === 0 ? office : i18n.list(request.seen_by)
}

function Standing({ client, request }: { client: string; request: PortalRequest }) {
  const { branding } = useCurrent()
  const office = branding.office_name
  const arrived: { isSent?: boolean } | null = useHistoryState()
  if (request.state === 'converted') {
    const task = request.task_id ?? null
    return (
      <Banner
        kind="plain"
        icon="list"
        action={
          task !== null && (
            <Link class={button.second} href={`/c/${client}/tasks/${task}`}>
              {t('request.toTask')}
            </Link>
          )
        }
      >
        {task === null ? t('request.convertedWait', { office }) : t('request.converted', { office })}
      </Banner>
    )
  }
  if (request.state === 'closed') {
    return (
      <Banner kind="success" icon="check">
        {t('request.closed', { office })}
      </Banner>
    )
  }
  if (request.state === 'new' && arrived?.isSent) {
    return (
      <Banner kind="success" icon="check">
        {t('request.willSee', { names: readersOf(request, office) })}
      </Banner>
    )
  }
  return null
}

/** Tells the server what has been seen, each time there is something new on the screen. */
function useMarkRead(scope: RequestScope, request: PortalRequest | undefined): void {
  const queries = useQueryClient()
  const isUnread = request?.is_unread ?? false
  const activity = request?.activity ?? 0
  const { office, client, request: id } = scope
  useEffect(() => {
    if (!isUnread) return
    const seen: RequestScope = { office, client, request: id }
    markRead(seen, activity).then(
      () => {
        changeRequest(queries, seen, (known) =>
          known.activity === activity ? { ...known, is_unread: false } : known,
        )
        listsAreOld(queries, seen)
      },
      // It stays unread; the next visit says it again.
      () => undefined,
    )
  }, [queries, office, client, id, isUnread, activity])
}
