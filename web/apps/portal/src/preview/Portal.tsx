import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'preact/hooks'
import { type BaseLocationHook, Router } from 'wouter'
import { App } from '../app/App.tsx'
import type { SignedInBoot } from '../shell/session.tsx'

/** The portal of somebody who is signed in, at a place that is in no address, with the sample task as it is written now. */
export function Portal({ hook, boot }: { hook: BaseLocationHook; boot: SignedInBoot }) {
  return (
    <Router hook={hook}>
      <App key={boot.branding.language} boot={boot}>
        <Renewal of={boot.tasks?.items.find((task) => task.is_sample)} />
      </App>
    </Router>
  )
}

/** Has nothing of before stay, and asks the memory anew for what is shown, each time that something else is given. */
function Renewal({ of }: { of: unknown }) {
  const queries = useQueryClient()
  useEffect(() => {
    if (!of) return
    queries.removeQueries({ type: 'inactive' })
    void queries.invalidateQueries()
  }, [queries, of])
  return null
}
