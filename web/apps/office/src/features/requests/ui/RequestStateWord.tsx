import type { RequestSummary } from '@sild/api'
import { t } from '../../../shell/i18n'
import { StateDot } from '../../../ui/Badge'

/** How a request stands. */
export function RequestStateWord({ state }: { state: RequestSummary['state'] }) {
  if (state === 'new') return <StateDot tone="accent">{t('requests.state.new')}</StateDot>
  if (state === 'answered') return <StateDot tone="good">{t('requests.state.answered')}</StateDot>
  return (
    <StateDot isHollow>
      {state === 'converted' ? t('requests.state.converted') : t('requests.state.closed')}
    </StateDot>
  )
}
