import type { Template } from '@sild/api'
import { useState } from 'react'
import { isProblem, newKey } from '../../../shell/api'
import { CancelDraft, DraftNotice } from '../../../shell/DraftNotice'
import { useDraft } from '../../../shell/draft'
import { useForm } from '../../../shell/form'
import { t } from '../../../shell/i18n'
import { Button } from '../../../ui/Button'
import { Switch } from '../../../ui/Choice'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { DialogPanes } from '../../../ui/DialogPanes'
import { TextArea, TextField } from '../../../ui/Field'
import { Form } from '../../../ui/Form'
import { ItemsField, writtenLines } from '../../../ui/ItemsField'
import { Stack } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { useCreateTemplate, useUpdateTemplate } from '../api/templates'
import { TEMPLATE_LINES_MAX, templateSchema } from '../model/template'
import { TemplatePreview } from './TemplatePreview'

/** The form of a sample task beside what clients will see: a new one, or a change for those who get it from now on. */
export function TemplateDialog({ template, onClose }: { template: Template | null; onClose: () => void }) {
  const form = useForm()
  const create = useCreateTemplate()
  const update = useUpdateTemplate()
  const [key] = useState(newKey)
  const [lines, setLines] = useState(() => template?.checklist.map(({ text }) => text) ?? [])
  const [values, setValues] = useState({
    title: template?.title ?? '',
    description: template?.description ?? '',
    client_may_tick: template?.client_may_tick ?? true,
  })
  const set = (change: Partial<typeof values>) => setValues((known) => ({ ...known, ...change }))
  // What was written over an older state would undo what others have done since.
  const about = template === null ? 'new-template' : `template.${template.id}.${template.version}`
  const draft = useDraft(about, { values, lines }, (kept) => {
    setValues(kept.values)
    setLines(kept.lines)
  })
  const submit = () => {
    const checked = form.check(templateSchema, values)
    if (checked === null) return
    const body = { ...checked, checklist: writtenLines(lines).map((text) => ({ text })) }
    const saving =
      template === null ? create.mutateAsync({ body, key }) : update.mutateAsync({ template, body })
    // Whoever closes the dialog meanwhile has saved it all the same.
    saving.then(
      () => {
        draft.forget()
        onClose()
      },
      (error: unknown) => {
        // The newest is in the list by then: it is opened from there.
        if (isProblem(error, 'not_found')) onClose()
        else form.fail(error)
      },
    )
  }

  return (
    <Dialog
      title={template === null ? t('templates.newTitle') : t('templates.editTitle')}
      closeLabel={t('actions.close')}
      isOpen
      isSplit
      onClose={onClose}
    >
      <DialogPanes
        labels={{ choice: t('preview.title'), form: t('actions.edit'), side: t('preview.asClient') }}
        side={
          <TemplatePreview
            task={{ ...values, description: values.description.trim(), checklist: writtenLines(lines) }}
          />
        }
      >
        <Form errors={form.errors} onTyped={form.typed} onSubmit={submit}>
          <DialogBody>
            <Stack>
              <DraftNotice draft={draft} />
              {template === null ? null : <Notice>{t('templates.editNote')}</Notice>}
              <TextField
                name="title"
                label={t('templates.title')}
                value={values.title}
                onChange={(title) => set({ title })}
                maxLength={200}
              />
              <TextArea
                name="description"
                label={t('templates.description')}
                optional={t('forms.optional')}
                value={values.description}
                onChange={(description) => set({ description })}
              />
              <ItemsField
                label={t('templates.checklist')}
                optional={t('forms.optional')}
                items={lines}
                onChange={setLines}
                maxItems={TEMPLATE_LINES_MAX}
                maxLength={500}
                itemLabel={(place) => t('series.itemLabel', { place })}
                removeLabel={(place) => t('series.removeItem', { place })}
                addLabel={t('series.addItem')}
              />
              <Switch
                isSelected={values.client_may_tick}
                onChange={(client_may_tick) => set({ client_may_tick })}
              >
                {t('templates.mayTick')}
              </Switch>
              {form.failure ? <Notice tone="bad">{form.failure}</Notice> : null}
            </Stack>
          </DialogBody>
          <DialogFoot>
            <CancelDraft draft={draft} onCancel={onClose} />
            <Button type="submit" variant="primary" isPending={create.isPending || update.isPending}>
              {template === null ? t('templates.add') : t('actions.save')}
            </Button>
          </DialogFoot>
        </Form>
      </DialogPanes>
    </Dialog>
  )
}
