import type { PreviewTask } from '@sild/portal/preview'
import { t } from '../../../shell/i18n'
import { QueryView } from '../../../shell/QueryView'
import { useSession } from '../../../shell/session'
import { usePortalSettings } from '../api/portal'
import { formOf } from '../model/form'
import { PortalPreview } from './PortalPreview'

/** A sample task in the office's portal as it is saved, before anybody has it. */
export function TemplatePreview({ task }: { task: PreviewTask }) {
  const { office } = useSession()
  const settings = usePortalSettings()
  return (
    <QueryView query={settings} errorTitle={t('preview.failed')}>
      {(data) => (
        <PortalPreview
          values={formOf(data, office.name)}
          icon={data.icon.url}
          logo={data.logo.url}
          task={task}
        />
      )}
    </QueryView>
  )
}
