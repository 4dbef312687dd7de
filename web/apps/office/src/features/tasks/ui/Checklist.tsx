import type { Task } from '@sild/api'
import { useQueryClient } from '@tanstack/react-query'
import { Pencil, Plus, X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { t } from '../../../shell/i18n'
import { fieldSentences, sentenceOf } from '../../../shell/problems'
import { keys } from '../../../shell/query'
import { LIMITS } from '../../../shell/TaskFields'
import { Button, IconButton } from '../../../ui/Button'
import { Checkbox } from '../../../ui/Choice'
import { ReorderList } from '../../../ui/ReorderList'
import { showToast } from '../../../ui/Toasts'
import { commands, useTaskCommand, useUpdateTask } from '../api/tasks'
import { type ChecklistChange, inOrder, withAdded, withBack, without, withText } from '../model/checklist'
import styles from './Checklist.module.css'
import partStyles from './TaskScreen.module.css'

type Item = Task['checklist'][number]

/** The steps of a task: tick, rewrite, add, remove and reorder, by mouse or keys. */
export function Checklist({ task }: { task: Task }) {
  const queries = useQueryClient()
  const update = useUpdateTask(task)
  const command = useTaskCommand()
  const [edited, setEdited] = useState<string | null>(null)
  const isOpen = task.state === 'open'

  const fail = (error: unknown) =>
    showToast({ text: fieldSentences(error).and_following ?? sentenceOf(error), tone: 'bad' })
  const save = (checklist: ChecklistChange) => update.mutate({ checklist }, { onError: fail })
  // Shown at once; the answer, or the newest state after a refusal, follows.
  const show = (checklist: Item[]) => queries.setQueryData(keys.task(task.id), { ...task, checklist })
  const refused = (error: unknown) => {
    fail(error)
    void queries.invalidateQueries({ queryKey: keys.task(task.id) })
  }
  const tick = (item: Item, isDone: boolean) => {
    show(task.checklist.map((known) => (known.id === item.id ? { ...known, is_done: isDone } : known)))
    command.mutate(() => commands.tick(task.id, item.id, isDone), { onError: refused })
  }
  const remove = (item: Item) => {
    const place = task.checklist.indexOf(item)
    show(task.checklist.filter(({ id }) => id !== item.id))
    update.mutate(
      { checklist: without(task.checklist, item.id) },
      {
        onSuccess: () =>
          showToast({
            text: t('checklist.removedToast'),
            action: { label: t('actions.undo'), run: () => putBack(item, place) },
          }),
        onError: refused,
      },
    )
  }
  const putBack = (item: Item, place: number) => {
    // Others may have changed the list since the step was removed.
    const known = queries.getQueryData<Task>(keys.task(task.id))?.checklist ?? task.checklist
    save(withBack(known, item, place))
  }
  const reorder = (ids: string[]) => {
    const ordered = inOrder(task.checklist, ids)
    show(ids.flatMap((id) => task.checklist.filter((item) => item.id === id)))
    update.mutate({ checklist: ordered }, { onError: refused })
  }

  return (
    <section className={partStyles.part} aria-label={t('checklist.title')}>
      <div className={partStyles.partHead}>
        <h2 className={partStyles.partTitle}>
          {t('checklist.title')}
          {task.checklist.length > 0 ? (
            <span className={partStyles.partCount}>
              {t('tasks.checklistCount', {
                done: task.checklist.filter((item) => item.is_done).length,
                total: task.checklist.length,
              })}
            </span>
          ) : null}
        </h2>
      </div>
      {task.checklist.length > 0 ? (
        <ReorderList
          label={t('checklist.title')}
          items={task.checklist}
          textOf={(item) => item.text}
          dragLabel={(item) => t('checklist.move', { text: item.text })}
          onReorder={reorder}
          isDisabled={!isOpen}
          renderItem={(item) =>
            edited === item.id ? (
              <ItemForm
                label={t('checklist.edit', { text: item.text })}
                text={item.text}
                onCancel={() => setEdited(null)}
                onSave={(text) => {
                  setEdited(null)
                  if (text !== item.text) save(withText(task.checklist, item.id, text))
                }}
              />
            ) : (
              <>
                <div className={styles.tick}>
                  <Checkbox
                    isSelected={item.is_done}
                    onChange={(isDone) => tick(item, isDone)}
                    isDisabled={!isOpen}
                  >
                    <span className={item.is_done ? styles.done : undefined}>{item.text}</span>
                  </Checkbox>
                </div>
                {isOpen ? (
                  <span className={styles.tools}>
                    <IconButton
                      size="small"
                      label={t('checklist.edit', { text: item.text })}
                      onPress={() => setEdited(item.id)}
                    >
                      <Pencil size={13} aria-hidden="true" />
                    </IconButton>
                    <IconButton
                      size="small"
                      label={t('checklist.remove', { text: item.text })}
                      onPress={() => remove(item)}
                    >
                      <X size={14} aria-hidden="true" />
                    </IconButton>
                  </span>
                ) : null}
              </>
            )
          }
        />
      ) : (
        <p className={partStyles.absent}>{t('checklist.empty')}</p>
      )}
      {isOpen && task.checklist.length < LIMITS.items ? (
        <AddItem isSaving={update.isPending} onAdd={(text) => save(withAdded(task.checklist, text))} />
      ) : null}
    </section>
  )
}

function AddItem({ onAdd, isSaving }: { onAdd: (text: string) => void; isSaving: boolean }) {
  const [text, setText] = useState('')
  const add = () => {
    const written = text.trim()
    if (written === '' || isSaving) return
    onAdd(written)
    setText('')
  }
  return (
    <div className={styles.add}>
      <Plus size={15} aria-hidden="true" />
      <input
        className={styles.input}
        aria-label={t('checklist.add')}
        placeholder={t('checklist.add')}
        value={text}
        maxLength={LIMITS.item}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add()
        }}
      />
      {text.trim() === '' ? null : (
        <Button size="small" isPending={isSaving} onPress={add}>
          {t('actions.add')}
        </Button>
      )}
    </div>
  )
}

type ItemFormProps = { label: string; text: string; onSave: (text: string) => void; onCancel: () => void }

function ItemForm({ label, text, onSave, onCancel }: ItemFormProps) {
  const [typed, setTyped] = useState(text)
  const save = () => (typed.trim() === '' ? onCancel() : onSave(typed.trim()))
  const onKey = (event: KeyboardEvent) => {
    // The list has its own meaning for arrows and letters.
    event.stopPropagation()
    if (event.key === 'Enter') save()
    if (event.key === 'Escape') onCancel()
  }
  return (
    <input
      className={styles.input}
      aria-label={label}
      // biome-ignore lint/a11y/noAutofocus: the person has just asked to edit this line
      autoFocus
      value={typed}
      maxLength={LIMITS.item}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={onKey}
      onBlur={save}
    />
  )
}
