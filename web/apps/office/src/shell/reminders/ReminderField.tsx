import { Stack } from '../../ui/Layout'
import { Select } from '../../ui/Select'
import { t } from '../i18n'
import type { ReminderDraft } from './draft'
import { RuleParts } from './RuleParts'

type ReminderFieldProps = { draft: ReminderDraft; onChange: (draft: ReminderDraft) => void }

/** How contacts are reminded of a task that they have not done (S62): as the office says, never, or by a rule of its own. */
export function ReminderField({ draft, onChange }: ReminderFieldProps) {
  const set = (change: Partial<ReminderDraft>) => onChange({ ...draft, ...change })
  return (
    <Stack gap="s">
      <Select
        label={t('reminders.label')}
        value={draft.mode}
        onChange={(mode) => set({ mode })}
        options={[
          { value: 'inherit', label: t('reminders.inherit') },
          { value: 'off', label: t('reminders.off') },
          { value: 'own', label: t('reminders.own') },
        ]}
      />
      {draft.mode === 'own' ? <RuleParts label={t('reminders.own')} draft={draft} set={set} /> : null}
    </Stack>
  )
}
