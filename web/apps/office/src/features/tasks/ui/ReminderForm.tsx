import type { Task } from '@sild/api'
import { useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { t } from '../../../shell/i18n'
import { useOfficeRule } from '../../../shell/officeSettings'
import { fieldSentences, sentenceOf } from '../../../shell/problems'
import { toChoice, toDraft } from '../../../shell/reminders/draft'
import { ReminderField } from '../../../shell/reminders/ReminderField'
import { Button } from '../../../ui/Button'
import { Row, Stack } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { useUpdateTask } from '../api/tasks'

/** How the client is reminded, while that is changed. */
export function ReminderForm({ task, onDone }: { task: Task; onDone: () => void }) {
  const officeRule = useOfficeRule()
  const update = useUpdateTask(task)
  const [draft, setDraft] = useState(() => toDraft(task.reminders.choice, officeRule ?? null))
  const reminders = toChoice(draft)
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        if (reminders !== null) update.mutate({ reminders }, { onSuccess: onDone })
      }}
    >
      <Stack gap="s">
        <ReminderField draft={draft} onChange={setDraft} />
        {update.error ? (
          <Notice tone="bad">{fieldSentences(update.error).and_following ?? sentenceOf(update.error)}</Notice>
        ) : null}
        <Row>
          <Button
            type="submit"
            variant="primary"
            isPending={update.isPending}
            isDisabled={reminders === null}
          >
            {t('actions.save')}
          </Button>
          <Button onPress={onDone}>{t('actions.cancel')}</Button>
        </Row>
      </Stack>
    </Form>
  )
}
