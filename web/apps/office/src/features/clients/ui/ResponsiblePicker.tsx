import { clsx } from 'clsx'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { t } from '../../../shell/i18n'
import { useMembers } from '../../../shell/lookups'
import { Checkbox } from '../../../ui/Choice'
import { FieldError, FieldHint, FieldLabel } from '../../../ui/Field'
import fieldStyles from '../../../ui/Field.module.css'
import styles from './ResponsiblePicker.module.css'

/** Which members answer for the client. */
export function ResponsiblePicker({
  value,
  onChange,
}: {
  value: string[]
  onChange: (ids: string[]) => void
}) {
  const members = useMembers()
  return (
    <CheckboxGroup
      name="responsible_ids"
      value={value}
      onChange={onChange}
      className={clsx(fieldStyles.field)}
    >
      <FieldLabel>{t('newClient.responsible')}</FieldLabel>
      <div className={styles.members}>
        {members.map((member) => (
          <Checkbox key={member.id} value={member.id} note={member.email}>
            {member.name}
          </Checkbox>
        ))}
      </div>
      <FieldHint>{t('newClient.responsibleHint')}</FieldHint>
      <FieldError />
    </CheckboxGroup>
  )
}
