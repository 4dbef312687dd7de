import type { Member } from '@sild/api'
import { TriangleAlert } from 'lucide-react'
import { agoWords } from '../../../shell/dates'
import { t } from '../../../shell/i18n'
import { useIsAdmin, useSession } from '../../../shell/session'
import { Avatar } from '../../../ui/Avatar'
import { Badge, StateDot, type Tone } from '../../../ui/Badge'
import table from '../../../ui/DataTable.module.css'
import { Hidden } from '../../../ui/Layout'
import type { MemberAction } from '../model/members'
import { MemberActions } from './MemberActions'
import styles from './Members.module.css'
import { roleWord, stateWord } from './words'

const TONES: Record<Member['state'], Tone> = {
  active: 'good',
  invited: 'accent',
  leaving: 'warn',
  inactive: 'neutral',
}

type MembersTableProps = { members: Member[]; onAction: (member: Member, action: MemberAction) => void }

/** Who works in the office: who they are, what they may do and how far they are. */
export function MembersTable({ members, onAction }: MembersTableProps) {
  const isAdmin = useIsAdmin()
  return (
    <table className={table.table}>
      <caption className={table.caption}>{t('nav.members')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('staff.columns.name')}</th>
          <th scope="col" className={table.medium}>
            {t('staff.columns.role')}
          </th>
          <th scope="col" className={table.medium}>
            {t('staff.columns.state')}
          </th>
          <th scope="col" className={table.wide}>
            {t('staff.columns.lastSeen')}
          </th>
          {isAdmin ? (
            <th scope="col">
              <Hidden>{t('staff.columns.actions')}</Hidden>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <td className={table.main}>
              <Name member={member} />
            </td>
            <td className={table.medium}>{roleWord(member.role)}</td>
            <td className={table.medium}>
              <State state={member.state} />
            </td>
            <td className={table.wide}>
              {member.last_seen_at ? (
                <time dateTime={member.last_seen_at}>{agoWords(member.last_seen_at)}</time>
              ) : (
                <span className={styles.quiet}>
                  {member.state === 'inactive' ? t('staff.neverSeenGone') : t('staff.neverSeen')}
                </span>
              )}
            </td>
            {isAdmin ? (
              <td className={styles.actions}>
                <MemberActions member={member} onAction={(action) => onAction(member, action)} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Name({ member }: { member: Member }) {
  const me = useSession().member.id
  const isGone = member.state === 'inactive'
  return (
    <div className={styles.person}>
      <Avatar name={member.name} />
      <div className={styles.texts}>
        <span className={styles.name}>
          <span className={isGone ? styles.gone : undefined}>{member.name}</span>
          {member.id === me ? <Badge>{t('staff.you')}</Badge> : null}
          {member.address_state === 'ok' ? null : (
            <Badge tone="bad" icon={<TriangleAlert />}>
              {member.address_state === 'bounced' ? t('contacts.bounced') : t('contacts.complained')}
            </Badge>
          )}
        </span>
        <span className={styles.email}>{member.email}</span>
        <span className={styles.narrow}>
          <span>{roleWord(member.role)}</span>
          <State state={member.state} />
        </span>
      </div>
    </div>
  )
}

function State({ state }: { state: Member['state'] }) {
  return (
    <StateDot tone={TONES[state]} isHollow={state === 'inactive'}>
      {stateWord(state)}
    </StateDot>
  )
}
