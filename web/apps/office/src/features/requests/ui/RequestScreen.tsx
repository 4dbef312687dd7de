import type { OfficeRequest } from '@sild/api'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check, ListTodo, RotateCcw } from 'lucide-react'
import { lazy, Suspense, useEffect, useReducer, useState } from 'react'
import { momentWords } from '../../../shell/dates'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { QueryView } from '../../../shell/QueryView'
import { keys } from '../../../shell/query'
import { Composer } from '../../../shell/thread/Composer'
import { compose, loadDraft } from '../../../shell/thread/composer'
import { FilesCard } from '../../../shell/thread/FilesCard'
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
  const channel = useRequestChannel(request.id)
  const [composer, send] = useReducer(compose, request.id, (id) => ({ draft: loadDraft(id), pending: null }))
  const [files, setFiles] = useState<File[]>([])
  useSeen(request)
  const isFrozen = request.state === 'converted'
  const subject = { ...request, readers: [], unreachable: null }
  const reply = (message: string) => {
    send({ type: 'reply', message, hasFiles: files.length > 0 })
    setTimeout(() => document.getElementById('composer-text')?.focus())
  }
  useReplying(isReplying, subject.messages, send)
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
        actions={<Actions request={request} />}
      />
      <Card title={t('requests.asked')} note={`${request.author.name} · ${momentWords(request.created_at)}`}>
        <p className={styles.prose}>{request.text}</p>
      </Card>
      <FilesCard subject={subject} channel={channel} isFrozen={isFrozen} />
      <Card title={t('thread.title')} note={t('thread.note')} isFlush>
        <Thread subject={subject} channel={channel} onReply={isFrozen ? null : reply} />
        {isFrozen ? null : (
          <Composer
            subject={subject}
            channel={channel}
            state={composer}
            send={send}
            files={files}
            onFiles={setFiles}
          />
        )}
      </Card>
    </Page>
  )
}

function Actions({ request }: { request: OfficeRequest }) {
  const command = useRequestCommand()
  const [isConverting, setConverting] = useState(false)
  const fail = (error: unknown) => showToast({ text: sentenceOf(error), tone: 'bad' })
  const reopen = () => command.mutate(() => commands.reopen(request.id), { onError: fail })
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
        <Button isPending={command.isPending} onPress={reopen}>
          <RotateCcw size={15} aria-hidden="true" />
          {t('requests.reopen')}
        </Button>
      ) : (
        <Button
          isPending={command.isPending}
          onPress={() =>
            command.mutate(() => commands.close(request.id), {
              onSuccess: () =>
                showToast({
                  text: t('requests.closedToast'),
                  action: { label: t('actions.undo'), run: reopen },
                }),
              onError: fail,
            })
          }
        >
          <Check size={15} aria-hidden="true" />
          {t('requests.close')}
        </Button>
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
