import type { Member } from '@sild/api'
import { t } from '../../../shell/i18n'

/** A role as people call it. */
export function roleWord(role: Member['role']): string {
  switch (role) {
    case 'owner':
      return t('staff.role.owner')
    case 'admin':
      return t('staff.role.admin')
    case 'member':
      return t('staff.role.member')
  }
}

/** How far a member is, in words. */
export function stateWord(state: Member['state']): string {
  switch (state) {
    case 'active':
      return t('staff.state.active')
    case 'invited':
      return t('staff.state.invited')
    case 'leaving':
      return t('staff.state.leaving')
    case 'inactive':
      return t('staff.state.inactive')
  }
}
