import type { Task } from '@sild/api'
import { useState } from 'react'
import { useForm } from '../../../shell/form'
import { t } from '../../../shell/i18n'
import { LIMITS } from '../../../shell/TaskFields'
import { Button } from '../../../ui/Button'
import { TextField } from '../../../ui/Field'
import { Form } from '../../../ui/Form'
import { Row } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { useUpdateTask } from '../api/tasks'
import { titleSchema } from '../model/schemas'
import styles from './TaskScreen.module.css'

/** The title while it is changed. */
export function TaskTitle({ task, onDone }: { task: Task; onDone: () => void }) {
  const form = useForm()
  const update = useUpdateTask(task)
  const failure = form.failure ?? form.errors.and_following
  const [title, setTitle] = useState(task.title)

  return (
    <Form
      className={styles.titleForm}
      errors={form.errors}
      onTyped={form.typed}
      onSubmit={() => {
        const values = form.check(titleSchema, { title })
        if (values !== null) update.mutate(values, { onSuccess: onDone, onError: form.fail })
      }}
    >
      <TextField
        name="title"
        label={t('newTask.name')}
        value={title}
        onChange={setTitle}
        maxLength={LIMITS.title}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone()
        }}
        autoFocus
      />
      <Row>
        <Button type="submit" variant="primary" isPending={update.isPending}>
          {t('actions.save')}
        </Button>
        <Button onPress={onDone}>{t('actions.cancel')}</Button>
      </Row>
      {failure ? <Notice tone="bad">{failure}</Notice> : null}
    </Form>
  )
}
