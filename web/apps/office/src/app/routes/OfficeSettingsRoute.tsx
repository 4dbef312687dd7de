import { OfficeSettingsScreen } from '../../features/office-settings/ui/OfficeSettingsScreen'

/** `/settings/office`. */
export function OfficeSettingsRoute() {
  return <OfficeSettingsScreen />
}
