import type { Member } from '@sild/api'
import { Crown, LogOut, Mail, Pencil, UserRoundCheck, UserRoundX } from 'lucide-react'
import { t } from '../../../shell/i18n'
import { useSession } from '../../../shell/session'
import { MenuItem } from '../../../ui/Menu'
import { MoreMenu } from '../../../ui/MoreMenu'
import { actionsFor, type MemberAction } from '../model/members'

const SIGNS = {
  resend: Mail,
  change: Pencil,
  handOver: Crown,
  deactivate: UserRoundX,
  leave: LogOut,
  reactivate: UserRoundCheck,
}

type MemberActionsProps = { member: Member; onAction: (action: MemberAction) => void }

/** What can be done with a member, behind three dots. */
export function MemberActions({ member, onAction }: MemberActionsProps) {
  const actions = actionsFor(member, useSession().member)
  if (actions.length === 0) return null
  return (
    <MoreMenu label={t('staff.actionsOf', { name: member.name })}>
      {actions.map((action) => {
        const Sign = SIGNS[action]
        return (
          <MenuItem
            key={action}
            icon={<Sign size={15} aria-hidden="true" />}
            isDanger={action === 'deactivate' || action === 'leave'}
            onAction={() => onAction(action)}
          >
            {t(`staff.${action}`)}
          </MenuItem>
        )
      })}
    </MoreMenu>
  )
}
