import { t } from '../../../shell/i18n'
import { LIMITS } from '../../../shell/TaskFields'
import { ItemsField } from '../../../ui/ItemsField'

/** The checklist of a task that does not exist yet. */
export function ChecklistDraft({
  items,
  onChange,
}: {
  items: string[]
  onChange: (items: string[]) => void
}) {
  return (
    <ItemsField
      label={t('checklist.title')}
      optional={t('forms.optional')}
      items={items}
      onChange={onChange}
      maxItems={LIMITS.items}
      maxLength={LIMITS.item}
      itemLabel={(place) => t('checklist.itemLabel', { place })}
      removeLabel={(place) => t('checklist.removePlace', { place })}
      addLabel={t('checklist.add')}
    />
  )
}
