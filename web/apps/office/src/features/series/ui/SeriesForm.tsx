import type { Body, Recurrence, Series } from '@sild/api'
import { type ReactNode, useState } from 'react'
import { ClientPicker } from '../../../shell/ClientPicker'
import { CancelDraft, DraftNotice } from '../../../shell/DraftNotice'
import { useDraft } from '../../../shell/draft'
import { useForm } from '../../../shell/form'
import { t } from '../../../shell/i18n'
import { useMembers } from '../../../shell/lookups'
import { MemberSelect } from '../../../shell/MemberSelect'
import { useOfficeRule } from '../../../shell/officeSettings'
import { toChoice, toDraft } from '../../../shell/reminders/draft'
import { ReminderField } from '../../../shell/reminders/ReminderField'
import { useSession } from '../../../shell/session'
import { Button } from '../../../ui/Button'
import { Switch } from '../../../ui/Choice'
import { TextArea, TextField } from '../../../ui/Field'
import { Form } from '../../../ui/Form'
import { ItemsField, writtenLines } from '../../../ui/ItemsField'
import { Card, Row, Stack } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { fromRecurrence, newRule, toRecurrence } from '../model/recurrence'
import { seriesSchema } from '../model/schemas'
import { NextDates } from './NextDates'
import { RuleBuilder } from './RuleBuilder'
import styles from './Series.module.css'

/** Everything that a series form gives. */
type SeriesValues = Omit<Body<'create_series'>, 'recurrence'> & { recurrence: Recurrence }

/** What a new series may begin with. */
export type SeriesDraft = Pick<
  Series,
  | 'client'
  | 'title'
  | 'description'
  | 'checklist'
  | 'assign_to_client'
  | 'client_may_tick'
  | 'auto_complete'
  | 'assignee'
>

type SeriesFormProps = {
  /** What is typed is kept under this name until it is saved. */
  keptAs: string
  /** The series to change, or null for a new one. */
  series: Series | null
  /** What a new one is filled in with, or nothing. */
  draft?: SeriesDraft | null
  clientId: string | null
  submitLabel: string
  note?: ReactNode
  /** `forget` is called when it is saved, before anything else is shown. */
  onSubmit: (values: SeriesValues, forget: () => void) => Promise<void>
  onCancel: () => void
}

/** What the series creates, for whom, and when. */
export function SeriesForm({
  keptAs,
  series,
  draft = null,
  clientId,
  submitLabel,
  note,
  onSubmit,
  onCancel,
}: SeriesFormProps) {
  const start = series ?? draft
  const { today, member } = useSession()
  const members = useMembers()
  const form = useForm()
  const [isSaving, setSaving] = useState(false)
  const [isIncomplete, setIncomplete] = useState(false)
  const [rule, setRule] = useState(() => (series ? fromRecurrence(series.recurrence) : newRule(today)))
  const [items, setItems] = useState(() => start?.checklist.map(({ text }) => text) ?? [])
  const officeRule = useOfficeRule() ?? null
  const [reminding, setReminding] = useState(() =>
    toDraft(series?.reminders ?? { mode: 'inherit' }, officeRule),
  )
  const [values, setValues] = useState({
    client_id: start?.client.id ?? clientId,
    title: start?.title ?? '',
    description: start?.description ?? '',
    assign_to_client: start?.assign_to_client ?? true,
    client_may_tick: start?.client_may_tick ?? false,
    auto_complete: start?.auto_complete ?? false,
    assignee_id: start ? (start.assignee?.id ?? null) : member.id,
  })
  const set = (change: Partial<typeof values>) => setValues((known) => ({ ...known, ...change }))
  const typed = useDraft(keptAs, { values, items, rule, reminding }, (kept) => {
    setValues(kept.values)
    setItems(kept.items)
    setRule(kept.rule)
    setReminding(kept.reminding)
  })
  const recurrence = toRecurrence(rule)
  const reminders = toChoice(reminding)
  const assignee =
    start?.assignee?.id === values.assignee_id && start.assignee
      ? start.assignee
      : values.assignee_id === member.id
        ? { id: member.id, name: member.name }
        : (members.find(({ id }) => id === values.assignee_id) ?? null)

  const submit = async () => {
    const checked = form.check(seriesSchema, values)
    setIncomplete(recurrence === null)
    if (checked === null || recurrence === null || reminders === null) return
    setSaving(true)
    try {
      await onSubmit(
        { ...checked, recurrence, reminders, checklist: writtenLines(items).map((text) => ({ text })) },
        typed.forget,
      )
    } catch (error) {
      form.fail(error)
      setSaving(false)
    }
  }

  return (
    <Form className={styles.columns} errors={form.errors} onTyped={form.typed} onSubmit={() => void submit()}>
      <div className={styles.main}>
        {note}
        <DraftNotice draft={typed} />
        <Card title={t('series.what')}>
          <Stack>
            {series === null ? (
              <ClientPicker
                name="client_id"
                label={t('series.client')}
                value={values.client_id}
                onChange={(client_id) => set({ client_id })}
              />
            ) : null}
            <TextField
              name="title"
              label={t('series.title')}
              hint={t('series.titleHint')}
              value={values.title}
              onChange={(title) => set({ title })}
              maxLength={200}
            />
            <TextArea
              name="description"
              label={t('series.description')}
              optional={t('forms.optional')}
              value={values.description}
              onChange={(description) => set({ description })}
            />
            <ItemsField
              label={t('series.checklist')}
              optional={t('forms.optional')}
              items={items}
              onChange={setItems}
              maxItems={100}
              maxLength={500}
              itemLabel={(place) => t('series.itemLabel', { place })}
              removeLabel={(place) => t('series.removeItem', { place })}
              addLabel={t('series.addItem')}
            />
          </Stack>
        </Card>
        <Card title={t('series.when')}>
          <RuleBuilder
            draft={rule}
            onChange={setRule}
            startHint={series === null ? t('builder.startHint') : undefined}
          />
        </Card>
        <Card title={t('series.who')}>
          <Stack>
            <MemberSelect
              label={t('series.assignee')}
              value={assignee}
              onChange={(assignee_id) => set({ assignee_id })}
            />
            <Switch
              isSelected={values.assign_to_client}
              onChange={(assign_to_client) => set({ assign_to_client })}
              note={t('series.assignNote')}
            >
              {t('series.assign')}
            </Switch>
            <Switch
              isSelected={values.client_may_tick}
              onChange={(client_may_tick) => set({ client_may_tick })}
            >
              {t('series.mayTick')}
            </Switch>
            <Switch
              isSelected={values.auto_complete}
              onChange={(auto_complete) => set({ auto_complete })}
              note={t('series.autoCompleteNote')}
            >
              {t('series.autoComplete')}
            </Switch>
            {values.assign_to_client || reminding.mode !== 'inherit' ? (
              <ReminderField draft={reminding} onChange={setReminding} />
            ) : null}
          </Stack>
        </Card>
        {isIncomplete && recurrence === null ? <Notice tone="bad">{t('series.incomplete')}</Notice> : null}
        {form.failure ? <Notice tone="bad">{form.failure}</Notice> : null}
        <Row isEnd>
          <CancelDraft draft={typed} onCancel={onCancel} />
          <Button type="submit" variant="primary" isPending={isSaving}>
            {submitLabel}
          </Button>
        </Row>
      </div>
      <aside className={styles.side} aria-label={t('series.nextDates')}>
        <NextDates recurrence={recurrence} />
      </aside>
    </Form>
  )
}
