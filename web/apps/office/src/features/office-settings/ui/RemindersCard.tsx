import type { OfficeSettings } from '@sild/api'
import { useRef, useState } from 'react'
import { hourWords } from '../../../shell/dates'
import { t } from '../../../shell/i18n'
import { useIsAdmin } from '../../../shell/session'
import { Button } from '../../../ui/Button'
import { Card, Stack } from '../../../ui/Layout'
import styles from './OfficeSettings.module.css'
import { ReminderRuleForm } from './ReminderRuleForm'
import { reminderWords } from './words'

/** When contacts are reminded of tasks that say nothing else (S62), as a sentence. */
export function RemindersCard({ settings }: { settings: OfficeSettings }) {
  const isAdmin = useIsAdmin()
  const [isEditing, setEditing] = useState(false)
  const change = useRef<HTMLButtonElement>(null)
  const rule = settings.reminders ?? null
  const close = () => {
    setEditing(false)
    // The form is gone: the way back to it is where the person was.
    setTimeout(() => change.current?.focus())
  }
  return (
    <Card
      title={t('officeSettings.reminders')}
      note={t('officeSettings.remindersNote')}
      actions={
        isAdmin && !isEditing ? (
          <Button ref={change} onPress={() => setEditing(true)}>
            {t('actions.change')}
          </Button>
        ) : null
      }
    >
      {isEditing ? (
        <ReminderRuleForm settings={settings} onDone={close} />
      ) : (
        <Stack gap="s">
          <p className={styles.sentence}>{reminderWords(rule)}</p>
          {rule === null ? null : (
            <>
              <p className={styles.note}>
                {t('officeSettings.at', { time: hourWords(settings.reminder_hour) })}
              </p>
              <p className={styles.note}>{t('officeSettings.whom')}</p>
            </>
          )}
        </Stack>
      )}
    </Card>
  )
}
