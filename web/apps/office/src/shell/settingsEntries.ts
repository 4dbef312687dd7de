import type { LinkProps } from '@tanstack/react-router'
import { Building2, type LucideIcon, ScrollText, Settings, UsersRound } from 'lucide-react'
import { t } from './i18n'

/** One way of the navigation. */
export type Entry = { to: NonNullable<LinkProps['to']>; label: string; Icon: LucideIcon }

/** The settings that a member reaches: what only admins and the owner read is not offered to the others. */
export function settingsEntries(isAdmin: boolean): Entry[] {
  const entries: Entry[] = [
    { to: '/settings/portal', label: t('nav.portal'), Icon: Settings },
    { to: '/settings/members', label: t('nav.members'), Icon: UsersRound },
    { to: '/settings/office', label: t('nav.office'), Icon: Building2 },
  ]
  if (isAdmin) entries.push({ to: '/settings/audit', label: t('nav.audit'), Icon: ScrollText })
  return entries
}
