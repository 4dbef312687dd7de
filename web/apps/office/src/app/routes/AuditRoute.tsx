import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { AuditScreen } from '../../features/audit/ui/AuditScreen'

const route = getRouteApi('/office/settings/audit')

/** `/settings/audit?month=2026-03`; who and what is shown stands in the address too. */
export function AuditRoute() {
  const { month, who, what } = route.useSearch()
  const navigate = useNavigate()
  return (
    <AuditScreen
      month={month}
      filter={{ who, what }}
      onGo={(next, filter) => void navigate({ to: '/settings/audit', search: { month: next, ...filter } })}
    />
  )
}
