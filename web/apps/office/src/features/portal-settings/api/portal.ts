import type { Body, OfficeSession, PortalSettings } from '@sild/api'
import {
  keepPreviousData,
  type QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { answer, api, ifMatch } from '../../../shell/api'
import { keys } from '../../../shell/query'
import { isChecking } from '../model/media'

const CHECKED_EVERY = 5_000

/** How the office's portal is set up. While the server looks at a picture or a video it is asked again and again. */
export function usePortalSettings() {
  return useQuery({
    queryKey: keys.portal,
    queryFn: () => answer(api.GET('/api/office/portal')),
    refetchInterval: ({ state }) => (state.data && isChecking(state.data) ? CHECKED_EVERY : false),
  })
}

/** Whether a name can be the portal's, and the address that it makes. */
export function useNameCheck(name: string) {
  return useQuery({
    queryKey: [...keys.portal, 'name', name],
    queryFn: () => answer(api.GET('/api/office/portal/name-check', { params: { query: { name } } })),
    enabled: name !== '',
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
}

function keep(queries: QueryClient, settings: PortalSettings): void {
  queries.setQueryData(keys.portal, settings)
  queries.setQueryData(keys.session, (known: OfficeSession | undefined) =>
    known === undefined
      ? known
      : {
          ...known,
          office: {
            ...known.office,
            portal_is_active: settings.is_active,
            portal_slug: settings.slug,
            portal_url: settings.url,
          },
        },
  )
  void queries.invalidateQueries({ queryKey: keys.session })
}

/** Switches the client portal on; nobody gets access by it. */
export function useActivatePortal() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => answer(api.POST('/api/office/portal/activate', { body: {} })),
    onSuccess: (settings) => keep(queries, settings),
  })
}

/** Switches it off: every client is signed out at once, nothing is deleted. */
export function useDeactivatePortal() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => answer(api.POST('/api/office/portal/deactivate', { body: {} })),
    onSuccess: (settings) => keep(queries, settings),
  })
}

/** Saves the settings as they were read: a change by somebody else meanwhile is refused, not overwritten. */
export function useSavePortalSettings() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ body, version }: { body: Body<'save_portal_settings'>; version: number }) =>
      answer(api.PUT('/api/office/portal', { params: { header: ifMatch(version) }, body })),
    onSuccess: (settings) => keep(queries, settings),
  })
}
