import { AccountScreen } from '../../features/account/ui/AccountScreen'

/** `/account`. */
export function AccountRoute() {
  return <AccountScreen />
}
