import type { Template } from '@sild/api'
import { GraduationCap, ListChecks, Plus } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { QueryView } from '../../../shell/QueryView'
import { useIsAdmin } from '../../../shell/session'
import { Button } from '../../../ui/Button'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { Card, Page, PageHead } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { EmptyState, Skeleton } from '../../../ui/States'
import { useDeleteTemplate, useTemplates } from '../api/templates'
import { TEMPLATES_MAX } from '../model/template'
import { PortalTabs } from './PortalTabs'
import { TemplateDialog } from './TemplateDialog'
import styles from './Templates.module.css'

/** The sample tasks with which invited clients get to know the portal (S14). */
export function TemplatesScreen() {
  const isAdmin = useIsAdmin()
  return (
    <Page width="wide">
      <PageHead title={t('portal.heading')} />
      {isAdmin ? (
        <>
          <PortalTabs current="templates" />
          <Templates />
        </>
      ) : (
        <Notice>{t('portal.adminsOnly')}</Notice>
      )}
    </Page>
  )
}

function Templates() {
  const templates = useTemplates()
  const [isNew, setNew] = useState(false)
  const [edited, setEdited] = useState<Template | null>(null)
  const [doomed, setDoomed] = useState<Template | null>(null)
  const count = templates.data?.items.length ?? 0
  return (
    <>
      <Card
        title={t('templates.heading')}
        note={t('templates.note')}
        isFlush
        actions={
          <Button onPress={() => setNew(true)} isDisabled={count >= TEMPLATES_MAX}>
            <Plus size={15} aria-hidden="true" />
            {t('templates.new')}
          </Button>
        }
      >
        <QueryView
          query={templates}
          errorTitle={t('templates.loadFailed')}
          skeleton={<Skeleton label={t('states.loading')} rows={3} />}
        >
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState
                icon={<GraduationCap size={22} />}
                title={t('templates.noneTitle')}
                text={t('templates.noneText')}
              />
            ) : (
              <ul className={styles.list}>
                {items.map((template) => (
                  <Line
                    key={template.id}
                    template={template}
                    onEdit={() => setEdited(template)}
                    onDelete={() => setDoomed(template)}
                  />
                ))}
              </ul>
            )
          }
        </QueryView>
      </Card>
      {isNew ? <TemplateDialog template={null} onClose={() => setNew(false)} /> : null}
      {edited ? <TemplateDialog template={edited} onClose={() => setEdited(null)} /> : null}
      {doomed ? <DeleteQuestion template={doomed} onClose={() => setDoomed(null)} /> : null}
    </>
  )
}

function Line({
  template,
  onEdit,
  onDelete,
}: {
  template: Template
  onEdit: () => void
  onDelete: () => void
}) {
  const { title, description, checklist } = template
  return (
    <li className={styles.line}>
      <div className={styles.texts}>
        <p className={styles.title}>{title}</p>
        {description === '' ? null : <p className={styles.description}>{description}</p>}
        {checklist.length === 0 ? null : (
          <p className={styles.count}>
            <ListChecks size={14} aria-hidden="true" />
            {t('templates.lines', { count: checklist.length })}
          </p>
        )}
      </div>
      <div className={styles.actions}>
        <Button size="small" onPress={onEdit} aria-label={t('templates.editOne', { title })}>
          {t('actions.edit')}
        </Button>
        <Button
          size="small"
          variant="danger"
          onPress={onDelete}
          aria-label={t('templates.deleteOne', { title })}
        >
          {t('templates.delete')}
        </Button>
      </div>
    </li>
  )
}

function DeleteQuestion({ template, onClose }: { template: Template; onClose: () => void }) {
  const remove = useDeleteTemplate()
  return (
    <Dialog
      title={t('templates.deleteTitle')}
      closeLabel={t('actions.close')}
      isOpen
      isAlert
      onClose={onClose}
    >
      <DialogBody>
        <p>{t('templates.deleteText', { title: template.title })}</p>
        {remove.error ? <Notice tone="bad">{sentenceOf(remove.error)}</Notice> : null}
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>{t('actions.cancel')}</Button>
        <Button
          variant="dangerSolid"
          isPending={remove.isPending}
          onPress={() => remove.mutate(template, { onSuccess: onClose })}
        >
          {t('templates.delete')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
