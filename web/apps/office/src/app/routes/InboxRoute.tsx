import { InboxScreen } from '../../features/inbox/ui/InboxScreen'

/** `/inbox`. */
export function InboxRoute() {
  return <InboxScreen />
}
