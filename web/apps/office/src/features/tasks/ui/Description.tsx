import type { Task } from '@sild/api'
import { useState } from 'react'
import { DraftNotice } from '../../../shell/DraftNotice'
import { useDraft, useHasDraft } from '../../../shell/draft'
import { useForm } from '../../../shell/form'
import { t } from '../../../shell/i18n'
import { Button } from '../../../ui/Button'
import { TextArea } from '../../../ui/Field'
import { Form } from '../../../ui/Form'
import { Row, Stack } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { useUpdateTask } from '../api/tasks'
import { descriptionSchema } from '../model/schemas'
import styles from './TaskScreen.module.css'

/** What the task is about: read by the client as it stands here. */
export function Description({ task }: { task: Task }) {
  // What was typed before a reload is not lost out of sight.
  const [isEditing, setEditing] = useState(useHasDraft(draftOf(task)) && task.state === 'open')
  return (
    <section className={styles.part} aria-label={t('newTask.description')}>
      <div className={styles.partHead}>
        <h2 className={styles.partTitle}>{t('newTask.description')}</h2>
        {isEditing || task.state === 'completed' ? null : (
          <Button size="small" variant="quiet" onPress={() => setEditing(true)}>
            {task.description === '' ? t('task.addDescription') : t('actions.edit')}
          </Button>
        )}
      </div>
      {isEditing ? (
        <DescriptionForm task={task} onDone={() => setEditing(false)} />
      ) : task.description === '' ? (
        <p className={styles.absent}>{t('task.noDescription')}</p>
      ) : (
        <p className={styles.prose}>{task.description}</p>
      )}
    </section>
  )
}

const draftOf = (task: Task) => `description.${task.id}`

function DescriptionForm({ task, onDone }: { task: Task; onDone: () => void }) {
  const form = useForm()
  const update = useUpdateTask(task)
  const failure = form.failure ?? form.errors.and_following
  const [description, setDescription] = useState(task.description)
  const draft = useDraft(draftOf(task), { description }, (kept) => setDescription(kept.description))
  const end = () => {
    draft.forget()
    onDone()
  }
  return (
    <Form
      errors={form.errors}
      onTyped={form.typed}
      onSubmit={() => {
        const values = form.check(descriptionSchema, { description })
        if (values !== null) update.mutate(values, { onSuccess: end, onError: form.fail })
      }}
    >
      <Stack gap="s">
        <TextArea
          name="description"
          label={t('newTask.description')}
          hint={t('newTask.descriptionHint')}
          value={description}
          onChange={setDescription}
          rows={5}
          autoFocus={!draft.isReturning}
        />
        <DraftNotice draft={draft} />
        {failure ? <Notice tone="bad">{failure}</Notice> : null}
        <Row>
          <Button type="submit" variant="primary" isPending={update.isPending}>
            {t('actions.save')}
          </Button>
          <Button onPress={end}>{t('actions.cancel')}</Button>
        </Row>
      </Stack>
    </Form>
  )
}
