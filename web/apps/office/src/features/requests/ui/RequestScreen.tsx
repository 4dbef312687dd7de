import type { OfficeRequest } from '@sild/api'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check, ListTodo, RotateCcw } from 'lucide-react'
import { lazy, Suspense, useEffect, useReducer, useState } from 'react'
import { momentWords } from '../../../shell/dates'
import { t } from '../../../shell/i18n'
import { KeyButton } from '../../../shell/KeyButton'
import { readerNames, useClientCard } from '../../../shell/lookups'
import { sentenceOf } from '../../../shell/problems'
import { QueryView } from '../../../shell/QueryView'
import { keys } from '../../../shell/query'
import { answerClient, useScreenKeys } from '../../../shell/screenKeys'
import { Composer } from '../../../shell/thread/Composer'
import { compose, loadDraft } from '../../../shell/thread/composer'
import { FilesCard } from '../../../shell/thread/FilesCard'
import { useOutgoing } from '../../../shell/thread/outgoing'
import { Thread } from '../../../shell/thread/Thread'
import { useReplying } from '../../../shell/thread/useReplying'
import { Button, buttonClass } from '../../../ui/Button'
import { Card, Page, PageHead } from '../../../ui/Layout'
import { Skeleton } from '../../../ui/States'
import { showToast } from '../../../ui/Toasts'
import { commands, markSeen, useRequest, useRequestChannel, useRequestCommand } from '../api/requests'
import { RequestStateWord } from './RequestStateWord'
import styles from './Requests.module.css'

const ConvertDialog = lazy(() => import('./ConvertDialog').then((m) => ({ default: m.ConvertDialog })))

/** One request: what is asked, what was said, and what becomes of it. */
export function RequestScreen({ id, isReplying }: { id: string; isReplying: boolean }) {
  const request = useRequest(id)
  if (request.data) return <RequestView key={id} request={request.data} isReplying={isReplying} />
  return (
    <Page width="wide">
      <PageHead title={t('requests.one')} above={<AllRequests />} />
      <QueryView
        query={request}
        errorTitle={t('requests.loadOneFailed')}
        skeleton={<Skeleton label={t('states.loading')} rows={6} isForm />}
      >
        {() => null}
      </QueryView>
    </Page>
  )
}

function AllRequests() {
  return (
    <Link to="/requests" activeOptions={{ exact: true }}>
      {t('requests.heading')}
    </Link>
  )
}

function RequestView({ request, isReplying }: { request: OfficeRequest; isReplying: boolean }) {
  const [composer, send] = useReducer(compose, request.id, (id) => ({ draft: loadDraft(id), pending: null }))
  const channel = useRequestChannel(request.id)
  const outgoing = useOutgoing(request.id, channel, send)
  useSeen(request)
  const isFrozen = request.state === 'converted'
  const client = useClientCard(request.client.id).data
  const subject = { ...request, readers: client ? readerNames(client) : [], unreachable: null }
  const reply = (message: string) => {
    send({ type: 'reply', message, hasFiles: outgoing.files.length > 0 })
    setTimeout(() => document.getElementById('composer-text')?.focus())
  }
  useReplying(isReplying, subject.messages, send)
  const ending = useEnding(request)
  useScreenKeys({
    on: 'request',
    id: request.id,
    onReply: isFrozen
      ? undefined
      : () => answerClient(subject, composer.draft, send, outgoing.files.length > 0),
    onSettle: isFrozen ? undefined : ending.settle,
  })
  return (
    <Page width="wide">
      <PageHead
        title={request.subject}
        above={
          <>
            <AllRequests />
            <span aria-hidden="true">/</span>
            <Link to="/clients/$client" params={{ client: request.client.id }}>
              {request.client.name}
            </Link>
          </>
        }
        below={
          <>
            <RequestStateWord state={request.state} />
            {request.ended ? (
              <span>
                {t('requests.endedBy', { name: request.ended.by, at: momentWords(request.ended.at) })}
              </span>
            ) : null}
          </>
        }
        actions={<Actions request={request} ending={ending} />}
      />
      <Card title={t('requests.asked')} note={`${request.author.name} · ${momentWords(request.created_at)}`}>
        <p className={styles.prose}>{request.text}</p>
      </Card>
      <FilesCard subject={subject} channel={channel} isFrozen={isFrozen} />
      <Card title={t('thread.title')} note={t('thread.note')} isFlush>
        <Thread subject={subject} channel={channel} onReply={isFrozen ? null : reply} />
        {isFrozen ? null : <Composer subject={subject} state={composer} send={send} outgoing={outgoing} />}
      </Card>
    </Page>
  )
}

/** Closes the request with a way back, or opens it again. */
function useEnding(request: OfficeRequest) {
  const command = useRequestCommand()
  const fail = (error: unknown) => showToast({ text: sentenceOf(error), tone: 'bad' })
  const reopen = () => command.mutate(() => commands.reopen(request.id), { onError: fail })
  const close = () =>
    command.mutate(() => commands.close(request.id), {
      onSuccess: () =>
        showToast({ text: t('requests.closedToast'), action: { label: t('actions.undo'), run: reopen } }),
      onError: fail,
    })
  const settle = () => {
    if (!command.isPending) (request.state === 'closed' ? reopen : close)()
  }
  return { settle, isPending: command.isPending }
}

type ActionsProps = { request: OfficeRequest; ending: ReturnType<typeof useEnding> }

function Actions({ request, ending }: ActionsProps) {
  const [isConverting, setConverting] = useState(false)
  if (request.state === 'converted') {
    const task = request.task_id ?? null
    return task === null ? null : (
      <Link to="/tasks/$task" params={{ task }} className={buttonClass({ variant: 'primary' })}>
        {t('requests.openTask')}
      </Link>
    )
  }
  return (
    <>
      {request.state === 'closed' ? (
        <KeyButton shortcut="e" isPending={ending.isPending} onPress={ending.settle}>
          <RotateCcw size={15} aria-hidden="true" />
          {t('requests.reopen')}
        </KeyButton>
      ) : (
        <KeyButton shortcut="e" isPending={ending.isPending} onPress={ending.settle}>
          <Check size={15} aria-hidden="true" />
          {t('requests.close')}
        </KeyButton>
      )}
      <Button variant="primary" onPress={() => setConverting(true)}>
        <ListTodo size={16} aria-hidden="true" />
        {t('requests.convert')}
      </Button>
      {isConverting ? (
        <Suspense fallback={null}>
          <ConvertDialog request={request} onClose={() => setConverting(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

/** Tells the server that what the client wrote was looked at. */
function useSeen({ id, has_client_news: hasNews }: OfficeRequest): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!hasNews) return
    markSeen(id).then(
      () => queries.invalidateQueries({ queryKey: [...keys.requests, 'list'] }),
      // It stays new; the next visit says it again.
      () => undefined,
    )
  }, [queries, id, hasNews])
}
