import { PortalSettingsScreen } from '../../features/portal-settings/ui/PortalSettingsScreen'

/** `/settings/portal`. */
export function PortalSettingsRoute() {
  return <PortalSettingsScreen />
}
