import { Checkbox } from '../../ui/Choice'
import { NumberField } from '../../ui/NumberField'
import { Sentence, slot } from '../../ui/Sentence'
import { t } from '../i18n'
import { type ReminderDraft, toChoice } from './draft'
import styles from './Reminders.module.css'

type RulePartsProps = {
  label: string
  draft: ReminderDraft
  set: (change: Partial<ReminderDraft>) => void
}

/** The days of a rule, and how often at most. */
export function RuleParts({ label, draft, set }: RulePartsProps) {
  return (
    <fieldset className={styles.rule} aria-label={label}>
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
