import { Link } from '@tanstack/react-router'
import { t } from '../../../shell/i18n'
import { TabLinks } from '../../../ui/TabLinks'

/** The parts of the portal's settings. */
export function PortalTabs({ current }: { current: 'look' | 'templates' }) {
  return (
    <TabLinks
      label={t('portal.parts')}
      tabs={[
        {
          id: 'look',
          title: t('portal.lookTab'),
          count: null,
          isCurrent: current === 'look',
          link: (content, props) => (
            <Link to="/settings/portal" activeOptions={{ exact: true }} {...props}>
              {content}
            </Link>
          ),
        },
        {
          id: 'templates',
          title: t('templates.tab'),
          count: null,
          isCurrent: current === 'templates',
          link: (content, props) => (
            <Link to="/settings/portal/templates" {...props}>
              {content}
            </Link>
          ),
        },
      ]}
    />
  )
}
