import { answer, type Body, ifMatch } from '@sild/api'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../shell/api.ts'
import { keys } from '../../../shell/keys.ts'

/** Who is signed in. Asked for each time that they look: an address is confirmed in another tab, or on another device. */
export function profileQuery(office: string) {
  return queryOptions({
    queryKey: keys.profile(office),
    queryFn: ({ signal }) =>
      answer(api.GET('/api/portal/{office}/profile', { params: { path: { office } }, signal })),
    staleTime: 0,
  })
}

/** Changes the profile from a version of it. */
export function saveProfile(office: string, version: number, body: Body<'update_portal_profile'>) {
  return answer(
    api.PATCH('/api/portal/{office}/profile', {
      params: { path: { office }, header: ifMatch(version) },
      body,
    }),
  )
}

/** Mails a link to an address, whoever has it. Their own address ends what they asked for before. */
export function askForEmail(office: string, email: string) {
  return answer(
    api.POST('/api/portal/{office}/email-change', { params: { path: { office } }, body: { email } }),
  )
}

/** What they are told of by mail. */
export function toldQuery(office: string) {
  return queryOptions({
    queryKey: keys.notificationSettings(office),
    queryFn: ({ signal }) =>
      answer(api.GET('/api/portal/{office}/notification-settings', { params: { path: { office } }, signal })),
    staleTime: 0,
  })
}

/** Changes what they are told of, from a version of it. */
export function saveTold(office: string, version: number, body: Body<'update_portal_notification_settings'>) {
  return answer(
    api.PATCH('/api/portal/{office}/notification-settings', {
      params: { path: { office }, header: ifMatch(version) },
      body,
    }),
  )
}
