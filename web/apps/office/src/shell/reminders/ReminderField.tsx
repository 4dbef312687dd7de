import { Checkbox } from '../../ui/Choice'
import { Stack } from '../../ui/Layout'
import { NumberField } from '../../ui/NumberField'
import { Select } from '../../ui/Select'
import { Sentence, slot } from '../../ui/Sentence'
import { t } from '../i18n'
import { type ReminderDraft, toChoice } from './draft'
import styles from './Reminders.module.css'

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
      {draft.mode === 'own' ? <RuleParts draft={draft} set={set} /> : null}
    </Stack>
  )
}

function RuleParts({ draft, set }: { draft: ReminderDraft; set: (change: Partial<ReminderDraft>) => void }) {
  return (
    <fieldset className={styles.rule} aria-label={t('reminders.own')}>
      <div className={styles.part}>
        <Checkbox
          aria-label={t('reminders.isBefore')}
          isSelected={draft.isBefore}
          onChange={(isBefore) => set({ isBefore })}
        />
        <Sentence
          text={t('reminders.before', { days: slot('days') })}
          slots={{
            days: (
              <NumberField
                isInline
                label={t('reminders.beforeDays')}
                value={draft.daysBefore}
                onChange={(daysBefore) => set({ daysBefore, isBefore: true })}
                min={1}
                max={60}
              />
            ),
          }}
        />
      </div>
      <Checkbox isSelected={draft.onTheDay} onChange={(onTheDay) => set({ onTheDay })}>
        {t('reminders.isOnTheDay')}
      </Checkbox>
      <div className={styles.part}>
        <Checkbox
          aria-label={t('reminders.isAfter')}
          isSelected={draft.isAfter}
          onChange={(isAfter) => set({ isAfter })}
        />
        <Sentence
          text={t('reminders.after', { days: slot('days') })}
          slots={{
            days: (
              <NumberField
                isInline
                label={t('reminders.afterDays')}
                value={draft.everyDaysAfter}
                onChange={(everyDaysAfter) => set({ everyDaysAfter, isAfter: true })}
                min={1}
                max={60}
              />
            ),
          }}
        />
      </div>
      <Sentence
        text={t('reminders.atMost', { count: slot('count') })}
        slots={{
          count: (
            <NumberField
              isInline
              label={t('reminders.atMostLabel')}
              value={draft.atMost}
              onChange={(atMost) => set({ atMost })}
              min={1}
              max={20}
            />
          ),
        }}
      />
      {toChoice(draft) === null ? (
        <p className={styles.incomplete} role="alert">
          {t('reminders.incomplete')}
        </p>
      ) : null}
    </fieldset>
  )
}
