import type { OfficeSettings, ReminderRule } from '@sild/api'
import { useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { isProblem } from '../../../shell/api'
import { hourWords } from '../../../shell/dates'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { type ReminderDraft, toChoice, toDraft } from '../../../shell/reminders/draft'
import { RuleParts } from '../../../shell/reminders/RuleParts'
import { Button } from '../../../ui/Button'
import { Switch } from '../../../ui/Choice'
import { Row, Stack } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { Select } from '../../../ui/Select'
import { showToast } from '../../../ui/Toasts'
import { useUpdateOfficeSettings } from '../api/settings'
import styles from './OfficeSettings.module.css'
import { reminderWords } from './words'

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: hourWords(hour) }))

/** The rule for reminders and their hour, with the sentence that they make. */
export function ReminderRuleForm({ settings, onDone }: { settings: OfficeSettings; onDone: () => void }) {
  const update = useUpdateOfficeSettings()
  const [draft, setDraft] = useState(() => draftOf(settings))
  const [hour, setHour] = useState(settings.reminder_hour)
  const [failure, setFailure] = useState<string | null>(null)
  const [isStale, setStale] = useState(false)
  const rule = ruleOf(draft)
  const set = (change: Partial<ReminderDraft>) => setDraft((known) => ({ ...known, ...change }))

  const submit = () => {
    if (rule === undefined) return
    setFailure(null)
    update.mutate(
      { reminders: rule, reminder_hour: hour },
      {
        onSuccess: () => {
          showToast({ text: t('officeSettings.savedToast') })
          onDone()
        },
        onError: (error) => {
          if (isProblem(error, 'version_mismatch')) setStale(true)
          else setFailure(sentenceOf(error))
        },
      },
    )
  }

  return (
    <Form
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack>
        <Switch
          isSelected={draft.mode === 'own'}
          onChange={(isOn) => set({ mode: isOn ? 'own' : 'off' })}
          autoFocus
        >
          {t('officeSettings.isOn')}
        </Switch>
        {draft.mode === 'own' ? (
          <>
            <RuleParts label={t('officeSettings.ruleOf')} draft={draft} set={set} />
            <div className={styles.hour}>
              <Select
                label={t('officeSettings.hour')}
                value={String(hour)}
                onChange={(chosen) => setHour(Number(chosen))}
                options={HOURS}
              />
            </div>
          </>
        ) : null}
        {rule === undefined ? null : (
          <div className={styles.outcome} aria-live="polite">
            <p className={styles.sentence}>{reminderWords(rule)}</p>
            {rule === null ? null : (
              <p className={styles.note}>{t('officeSettings.at', { time: hourWords(hour) })}</p>
            )}
            <p className={styles.note}>{t('officeSettings.existing')}</p>
          </div>
        )}
        {isStale ? (
          <Notice tone="warn">
            {t('officeSettings.theirs', { rule: reminderWords(settings.reminders ?? null) })}
          </Notice>
        ) : null}
        {failure === null ? null : <Notice tone="bad">{failure}</Notice>}
        <Row isEnd>
          <Button onPress={onDone}>{t('actions.cancel')}</Button>
          <Button
            type="submit"
            variant="primary"
            isDisabled={rule === undefined}
            isPending={update.isPending}
          >
            {t('actions.save')}
          </Button>
        </Row>
      </Stack>
    </Form>
  )
}

function draftOf({ reminders }: OfficeSettings): ReminderDraft {
  return toDraft(reminders ? { mode: 'own', rule: reminders } : { mode: 'off' }, null)
}

/** The rule of a draft, null for none; undefined while it says no day. */
function ruleOf(draft: ReminderDraft): ReminderRule | null | undefined {
  const choice = toChoice(draft)
  if (choice === null) return undefined
  return choice.mode === 'own' ? choice.rule : null
}
