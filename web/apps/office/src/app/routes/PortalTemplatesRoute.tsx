import { TemplatesScreen } from '../../features/portal-settings/ui/TemplatesScreen'

/** `/settings/portal/templates`. */
export function PortalTemplatesRoute() {
  return <TemplatesScreen />
}
