import { QueryClientProvider } from '@tanstack/react-query'
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Redirect, Route, Router, Switch } from 'wouter'
import { keepFirst } from '../features/tasks/api/tasks.ts'
import { TaskList } from '../features/tasks/ui/TaskList.tsx'
import { t } from '../shell/i18n.ts'
import { forgetSeen } from '../shell/kept.ts'
import { firstClient, rememberClient } from '../shell/last-client.ts'
import { NotHere } from '../shell/NotHere.tsx'
import { Page } from '../shell/Page.tsx'
import { createQueryClient } from '../shell/query.ts'
import { Shell } from '../shell/Shell.tsx'
import { Empty } from '../shell/State.tsx'
import { SessionProvider, type SignedInBoot, useCurrent } from '../shell/session.tsx'
import { ToastProvider } from '../shell/Toast.tsx'
import { Ended } from './Ended.tsx'
import { later } from './later.tsx'

const TaskScreen = later(
  () => import('../features/task/ui/TaskScreen.tsx').then((module) => module.TaskScreen),
  { title: () => t('task.loading'), lines: ['heading', 'text', 'text', 'block', 'block'] },
)
const RequestList = later(
  () => import('../features/requests/ui/RequestList.tsx').then((module) => module.RequestList),
  { title: () => t('requests.title'), lines: ['row', 'row', 'row'] },
)
const NewRequest = later(
  () => import('../features/requests/ui/NewRequest.tsx').then((module) => module.NewRequest),
  { title: () => t('newRequest.title'), lines: ['text', 'block', 'block'] },
)
const RequestScreen = later(
  () => import('../features/requests/ui/RequestScreen.tsx').then((module) => module.RequestScreen),
  { title: () => t('request.loading'), lines: ['heading', 'text', 'text', 'block'] },
)
const Profile = later(() => import('../features/profile/ui/Profile.tsx').then((module) => module.Profile), {
  title: () => t('profile.title'),
  lines: ['block', 'block', 'block'],
})
const Documents = later(
  () => import('../features/documents/ui/Documents.tsx').then((module) => module.Documents),
  { title: () => t('documents.title'), lines: ['row', 'row', 'row'] },
)
const Help = later(() => import('../features/welcome/ui/Help.tsx').then((module) => module.Help), {
  title: () => t('help.title'),
  lines: ['block', 'row', 'row'],
})
const WelcomeDialog = later(() =>
  import('../features/welcome/ui/WelcomeDialog.tsx').then((module) => module.WelcomeDialog),
)

/** The portal: cache, session, routes, and the screen for when the session is over. `children` stand beside the screens. */
export function App({ boot, children }: { boot: SignedInBoot; children?: ComponentChildren }) {
  const [hasEnded, setEnded] = useState(false)
  // A state of the app, so that every screen says its words anew in another language.
  const [language, setLanguage] = useState(boot.session.contact.language)
  // It begins with what the page brought, once.
  const [queries] = useState(() => {
    const made = createQueryClient(boot.branding.office_id, () => setEnded(true))
    keepFirst(made, boot)
    return made
  })
  useEffect(() => {
    // What one person saw is not kept for the next.
    if (!hasEnded) return
    queries.clear()
    forgetSeen(boot.branding.base_path)
  }, [hasEnded, queries, boot])
  useEffect(() => {
    // The list is on the screen; whatever people open next should be there at once, and without a connection too.
    const timer = setTimeout(TaskScreen.preload, 1_500)
    return () => clearTimeout(timer)
  }, [])
  if (hasEnded) return <Ended branding={boot.branding} />
  return (
    <QueryClientProvider client={queries}>
      <SessionProvider boot={boot} language={language} onLanguage={setLanguage}>
        <ToastProvider>
          <Router base={boot.branding.base_path}>
            <Routes />
          </Router>
          <FirstWelcome />
          {children}
        </ToastProvider>
      </SessionProvider>
    </QueryClientProvider>
  )
}

function Routes() {
  return (
    <Switch>
      <Route path="/c/:client/tasks/:task">
        {({ client, task }) => (
          <ForClient client={client}>
            <TaskScreen key={task} client={client} task={task} />
          </ForClient>
        )}
      </Route>
      <Route path="/c/:client/tasks">
        {({ client }) => (
          <ForClient client={client}>
            <TaskList key={client} client={client} />
          </ForClient>
        )}
      </Route>
      <Route path="/c/:client/requests/new">
        {({ client }) => (
          <ForClient client={client}>
            <NewRequest key={client} client={client} />
          </ForClient>
        )}
      </Route>
      <Route path="/c/:client/requests/:request">
        {({ client, request }) => (
          <ForClient client={client}>
            <RequestScreen key={request} client={client} request={request} />
          </ForClient>
        )}
      </Route>
      <Route path="/c/:client/requests">
        {({ client }) => (
          <ForClient client={client}>
            <RequestList key={client} client={client} />
          </ForClient>
        )}
      </Route>
      <Route path="/c/:client/documents">
        {({ client }) => (
          <ForClient client={client}>
            <Documents key={client} client={client} />
          </ForClient>
        )}
      </Route>
      <Route path="/c/:client">{({ client }) => <Redirect to={`/c/${client}/tasks`} replace />}</Route>
      <Route path="/profile">
        <Anywhere>
          <Profile />
        </Anywhere>
      </Route>
      <Route path="/help">
        <Anywhere>
          <Help />
        </Anywhere>
      </Route>
      <Route path="/login">
        <Redirect to="/" replace />
      </Route>
      <Route path="/">
        <Home />
      </Route>
      <Route>
        <Anywhere>
          <Unknown />
        </Anywhere>
      </Route>
    </Switch>
  )
}

/** The frame of a screen about one company; a company that is not this person's is not there. */
function ForClient({ client, children }: { client: string; children: preact.ComponentChildren }) {
  const { session, branding } = useCurrent()
  const isOwn = session.clients.some((candidate) => candidate.id === client)
  useEffect(() => {
    if (isOwn) rememberClient(branding.office_id, client)
  }, [isOwn, branding.office_id, client])
  if (!isOwn) {
    return (
      <Anywhere>
        <Unknown />
      </Anywhere>
    )
  }
  return <Shell client={client}>{children}</Shell>
}

/** The frame of a screen that belongs to no company; the header keeps the last one. */
function Anywhere({ children }: { children: preact.ComponentChildren }) {
  const { session, branding, boot } = useCurrent()
  return <Shell client={firstClient(branding.office_id, session, boot.client)}>{children}</Shell>
}

function Unknown() {
  const { session, branding, boot } = useCurrent()
  return <NotHere client={firstClient(branding.office_id, session, boot.client)} />
}

function Home() {
  const { session, branding, boot } = useCurrent()
  const client = firstClient(branding.office_id, session, boot.client)
  if (client !== null) return <Redirect to={`/c/${client}/tasks`} replace />
  return (
    <Shell client={null}>
      <Page title={t('home.title')}>
        <Empty icon="spark" title={t('home.lead')}>
          <p>{t('home.text', { office: branding.office_name })}</p>
        </Empty>
      </Page>
    </Shell>
  )
}

/** The welcome at the very first entry, over whatever is shown (S11). */
function FirstWelcome() {
  const { session } = useCurrent()
  const [isDue, setDue] = useState(!session.contact.welcome_seen)
  return isDue ? <WelcomeDialog onClose={() => setDue(false)} /> : null
}
