import { t } from '../../../shell/i18n'
import { Select } from '../../../ui/Select'
import type { GivenRole } from '../model/members'

/** What a member may do, with what that means. */
export function RoleSelect({ value, onChange }: { value: GivenRole; onChange: (role: GivenRole) => void }) {
  return (
    <Select
      name="role"
      label={t('staff.columns.role')}
      value={value}
      onChange={onChange}
      options={[
        { value: 'member', label: t('staff.role.member'), note: t('staff.roleNote.member') },
        { value: 'admin', label: t('staff.role.admin'), note: t('staff.roleNote.admin') },
      ]}
      hint={value === 'admin' ? t('staff.roleNote.admin') : t('staff.roleNote.member')}
    />
  )
}
