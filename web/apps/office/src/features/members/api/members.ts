import type { Body, Member } from '@sild/api'
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api, idempotent, ifMatch, isProblem } from '../../../shell/api'
import { keys } from '../../../shell/query'

const PAGE = 100
/** How often somebody whose work is being given away is looked at again. */
const LEAVING_MILLISECONDS = 2000

/** All members by name. Who manages them is told of those who left as well. */
export function useOfficeMembers(isAdmin: boolean) {
  return useQuery({
    queryKey: [...keys.memberList, isAdmin],
    queryFn: () => readAll(isAdmin),
    refetchInterval: ({ state }) =>
      state.data?.some((member) => member.state === 'leaving') ? LEAVING_MILLISECONDS : false,
  })
}

async function readAll(with_inactive: boolean): Promise<Member[]> {
  const members: Member[] = []
  let cursor: string | null = null
  do {
    const query = { limit: PAGE, ...(with_inactive ? { with_inactive } : {}), ...(cursor ? { cursor } : {}) }
    const page: { items: Member[]; next?: string | null } = await answer(
      api.GET('/api/office/members', { params: { query } }),
    )
    members.push(...page.items)
    cursor = page.next ?? null
  } while (cursor !== null)
  return members
}

/** Puts a member's newest state into the list, and lets every other list of members catch up. */
function keep(queries: QueryClient, member: Member): void {
  queries.setQueriesData({ queryKey: keys.memberList }, (known: Member[] | undefined) =>
    known?.map((one) => (one.id === member.id ? member : one)),
  )
  void queries.invalidateQueries({ queryKey: keys.members })
}

/** Makes a member and mails them a link to sign in with. */
export function useInviteMember() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ body, key }: { body: Body<'invite_member'>; key: string }) =>
      answer(api.POST('/api/office/members', { body, headers: idempotent(key) })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.members }),
  })
}

/** Mails the invitation again to somebody who has never signed in. */
export function useResendInvitation() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (member: string) =>
      answer(api.POST('/api/office/members/{member}/invitation', { params: { path: { member } }, body: {} })),
    onSuccess: (member) => keep(queries, member),
    onError: () => queries.invalidateQueries({ queryKey: keys.members }),
  })
}

/** Changes a member's name or role as it was read; for oneself, what the app shows follows. */
export function useUpdateMember() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, version, body }: { id: string; version: number; body: Body<'update_member'> }) =>
      answer(
        api.PATCH('/api/office/members/{member}', {
          params: { path: { member: id }, header: ifMatch(version) },
          body,
        }),
      ),
    onSuccess: (member) => {
      keep(queries, member)
      void queries.invalidateQueries({ queryKey: keys.session })
    },
    onError: (error) => {
      if (isProblem(error, 'version_mismatch') || isProblem(error, 'member_inactive'))
        void queries.invalidateQueries({ queryKey: keys.members })
    },
  })
}

/** Signs a member out for good; a job gives their work to `reassign_to`. */
export function useDeactivateMember() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: Body<'deactivate_member'> }) =>
      answer(api.POST('/api/office/members/{member}/deactivate', { params: { path: { member: id } }, body })),
    onSuccess: (member) => keep(queries, member),
    onError: () => queries.invalidateQueries({ queryKey: keys.members }),
  })
}

/** Lets a member sign in again as what they were. */
export function useReactivateMember() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (member: string) =>
      answer(api.POST('/api/office/members/{member}/reactivate', { params: { path: { member } }, body: {} })),
    onSuccess: (member) => keep(queries, member),
    onError: () => queries.invalidateQueries({ queryKey: keys.members }),
  })
}

/** Makes an admin the owner, and the owner an admin. */
export function useHandOver() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (member_id: string) => answer(api.POST('/api/office/ownership', { body: { member_id } })),
    onSuccess: async (member) => {
      keep(queries, member)
      await queries.invalidateQueries({ queryKey: keys.session })
    },
    onError: () => queries.invalidateQueries({ queryKey: keys.members }),
  })
}
