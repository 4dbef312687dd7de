import { t } from '../../../shell/i18n'
import { DateField } from '../../../ui/DateField'
import { DayToggles } from '../../../ui/DayToggles'
import { NumberField } from '../../../ui/NumberField'
import { Select } from '../../../ui/Select'
import { Sentence, slot } from '../../../ui/Sentence'
import { NTHS, RHYTHMS, type RuleDraft, WEEKDAYS } from '../model/recurrence'
import { monthName, nthWord, weekdayName, weekdayShort } from '../model/words'
import styles from './Series.module.css'

type RuleBuilderProps = {
  draft: RuleDraft
  onChange: (draft: RuleDraft) => void
  startHint?: string | undefined
}

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1))

/** The rule of a series as a sentence whose parts are chosen. */
export function RuleBuilder({ draft, onChange, startHint }: RuleBuilderProps) {
  const set = (change: Partial<RuleDraft>) => onChange({ ...draft, ...change })
  const parts = { every: slot('every'), unit: slot('unit') }
  const sentence = {
    weekly: () => t('builder.weekly', { ...parts, days: slot('days') }),
    monthly: () => t('builder.monthly', { ...parts, day: slot('day') }),
    quarterly: () => t('builder.quarterly', { ...parts, month: slot('quarterMonth'), day: slot('day') }),
    yearly: () => t('builder.yearly', { ...parts, month: slot('month'), day: slot('day') }),
  }[draft.rhythm]()

  return (
    <fieldset className={styles.builder} aria-label={t('builder.label')}>
      <Sentence
        text={sentence}
        slots={{
          every: (
            <NumberField
              isInline
              label={t('builder.every')}
              value={draft.every}
              onChange={(every) => set({ every })}
              min={1}
              max={99}
            />
          ),
          unit: (
            <Select
              isInline
              label={t('builder.unit')}
              value={draft.rhythm}
              onChange={(rhythm) => set({ rhythm })}
              options={RHYTHMS.map((value) => ({ value, label: unitName(value, draft.every) }))}
            />
          ),
          days: (
            <DayToggles
              label={t('builder.days')}
              value={draft.weekdays}
              onChange={(weekdays) => set({ weekdays })}
              options={WEEKDAYS.map((value) => ({
                value,
                label: weekdayName(value),
                short: weekdayShort(value),
              }))}
            />
          ),
          quarterMonth: (
            <Select
              isInline
              label={t('builder.quarterMonth')}
              value={draft.monthInQuarter}
              onChange={(monthInQuarter) => set({ monthInQuarter })}
              options={[
                { value: '1', label: t('series.monthInQuarter.1') },
                { value: '2', label: t('series.monthInQuarter.2') },
                { value: '3', label: t('series.monthInQuarter.3') },
              ]}
            />
          ),
          month: (
            <Select
              isInline
              label={t('builder.month')}
              value={String(draft.month)}
              onChange={(month) => set({ month: Number(month) })}
              options={MONTHS.map((value) => ({ value, label: monthName(Number(value)) }))}
            />
          ),
          day: <DayParts draft={draft} set={set} />,
        }}
      />
      <Sentence
        text={t('builder.weekend', { rule: slot('rule') })}
        slots={{
          rule: (
            <Select
              isInline
              label={t('builder.weekendLabel')}
              value={draft.weekend}
              onChange={(weekend) => set({ weekend })}
              options={[
                { value: 'before', label: t('builder.weekendBefore') },
                { value: 'after', label: t('builder.weekendAfter') },
                { value: 'leave', label: t('builder.weekendLeave') },
              ]}
            />
          ),
        }}
      />
      <Sentence
        text={t('builder.due', { days: slot('days') })}
        slots={{
          days: (
            <NumberField
              isInline
              label={t('builder.dueLabel')}
              value={draft.dueAfterDays}
              onChange={(dueAfterDays) => set({ dueAfterDays })}
              min={0}
              max={366}
            />
          ),
        }}
      />
      <div className={styles.ends}>
        <div className={styles.date}>
          <DateField
            name="start"
            label={t('builder.start')}
            value={draft.start}
            onChange={(start) => set({ start })}
            hint={startHint}
            isRequired
          />
        </div>
        <EndParts draft={draft} set={set} />
      </div>
    </fieldset>
  )
}

type PartsProps = { draft: RuleDraft; set: (change: Partial<RuleDraft>) => void }

function DayParts({ draft, set }: PartsProps) {
  return (
    <>
      <Select
        isInline
        label={t('builder.day')}
        value={draft.dayKind}
        onChange={(dayKind) => set({ dayKind })}
        options={[
          { value: 'last', label: t('builder.dayLast') },
          { value: 'day_of_month', label: t('builder.dayNumber') },
          { value: 'nth_weekday', label: t('builder.dayNth') },
        ]}
      />
      {draft.dayKind === 'day_of_month' ? (
        <NumberField
          isInline
          label={t('builder.dayOfMonth')}
          value={draft.dayOfMonth}
          onChange={(dayOfMonth) => set({ dayOfMonth })}
          min={1}
          max={31}
        />
      ) : null}
      {draft.dayKind === 'nth_weekday' ? (
        <>
          <Select
            isInline
            label={t('builder.nth')}
            value={draft.nth}
            onChange={(nth) => set({ nth })}
            options={NTHS.map((value) => ({ value, label: nthWord(value) }))}
          />
          <Select
            isInline
            label={t('builder.weekday')}
            value={draft.weekday}
            onChange={(weekday) => set({ weekday })}
            options={WEEKDAYS.map((value) => ({ value, label: weekdayName(value) }))}
          />
        </>
      ) : null}
    </>
  )
}

function EndParts({ draft, set }: PartsProps) {
  return (
    <>
      <div className={styles.date}>
        <Select
          label={t('builder.end')}
          value={draft.endKind}
          onChange={(endKind) => set({ endKind })}
          options={[
            { value: 'never', label: t('builder.endNever') },
            { value: 'on', label: t('builder.endOn') },
            { value: 'count', label: t('builder.endCount') },
          ]}
        />
      </div>
      {draft.endKind === 'on' ? (
        <div className={styles.date}>
          <DateField
            name="end"
            label={t('builder.endDate')}
            value={draft.endDate}
            onChange={(endDate) => set({ endDate })}
            isRequired
          />
        </div>
      ) : null}
      {draft.endKind === 'count' ? (
        <div className={styles.count}>
          <NumberField
            label={t('builder.endTimes')}
            value={draft.endCount}
            onChange={(endCount) => set({ endCount })}
            min={1}
            max={10_000}
          />
        </div>
      ) : null}
    </>
  )
}

function unitName(rhythm: RuleDraft['rhythm'], every: number): string {
  switch (rhythm) {
    case 'weekly':
      return t('builder.units.weekly', { every })
    case 'monthly':
      return t('builder.units.monthly', { every })
    case 'quarterly':
      return t('builder.units.quarterly', { every })
    case 'yearly':
      return t('builder.units.yearly', { every })
  }
}
