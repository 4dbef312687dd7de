import { useNavigate } from '@tanstack/react-router'
import {
  BookUser,
  Building2,
  ChartNoAxesColumn,
  Inbox,
  Keyboard,
  LayoutTemplate,
  ListTodo,
  type LucideIcon,
  MessageCircleQuestion,
  Plus,
  Repeat,
  UserRound,
  Users,
} from 'lucide-react'
import { t } from '../../../shell/i18n'
import { useIsAdmin } from '../../../shell/session'
import { settingsEntries } from '../../../shell/settingsEntries'
import { type Kind, recentPlaces } from '../model/recent'

/** One thing that the palette does. */
export type Entry = { id: string; name: string; note?: string | undefined; Icon: LucideIcon; run: () => void }

export type Commands = { onNewTask: () => void; onNewClient: () => void; onShortcuts: () => void }

const SIGNS: Record<Kind, LucideIcon> = {
  tasks: ListTodo,
  requests: MessageCircleQuestion,
  clients: Building2,
  series: Repeat,
}

/** Everything that the palette offers beside clients: what was looked at, what can be done, and all screens. */
export function usePlaces({ onNewTask, onNewClient, onShortcuts }: Commands) {
  const navigate = useNavigate()
  const isAdmin = useIsAdmin()
  const go = (to: string) => () => void navigate({ to })
  const recent: Entry[] = recentPlaces().map(({ kind, id, name }) => ({
    id: `recent-${id}`,
    name,
    Icon: SIGNS[kind],
    run: go(`/${kind}/${id}`),
  }))
  const commands: Entry[] = [
    { id: 'new-task', name: t('tasks.new'), Icon: Plus, run: onNewTask },
    { id: 'new-client', name: t('clients.new'), Icon: Plus, run: onNewClient },
    { id: 'new-series', name: t('series.new'), Icon: Plus, run: go('/series/new') },
    { id: 'shortcuts', name: t('shortcuts.title'), Icon: Keyboard, run: onShortcuts },
  ]
  const screens: Entry[] = [
    { id: 'go-inbox', name: t('inbox.heading'), Icon: Inbox, run: go('/inbox') },
    { id: 'go-overview', name: t('nav.overview'), Icon: ChartNoAxesColumn, run: go('/overview') },
    { id: 'go-tasks', name: t('nav.tasks'), Icon: ListTodo, run: go('/tasks') },
    { id: 'go-requests', name: t('requests.heading'), Icon: MessageCircleQuestion, run: go('/requests') },
    { id: 'go-clients', name: t('nav.clients'), Icon: Users, run: go('/clients') },
    { id: 'go-contacts', name: t('people.heading'), Icon: BookUser, run: go('/contacts') },
    { id: 'go-series', name: t('nav.series'), Icon: Repeat, run: go('/series') },
    ...settingsEntries(isAdmin).map(({ to, label, Icon }) => ({
      id: `go-${to}`,
      name: label,
      Icon,
      run: go(to),
    })),
    { id: 'go-account', name: t('nav.account'), Icon: UserRound, run: go('/account') },
    {
      id: 'go-templates',
      name: t('palette.templates'),
      Icon: LayoutTemplate,
      run: go('/settings/portal/templates'),
    },
  ]
  const toClient = (id: string) => go(`/clients/${id}`)
  return { recent, commands, screens, toClient }
}
