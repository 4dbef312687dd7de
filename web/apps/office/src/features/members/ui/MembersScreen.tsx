import type { Member } from '@sild/api'
import { Plus, UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import { isProblem } from '../../../shell/api'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { QueryView } from '../../../shell/QueryView'
import { useIsAdmin } from '../../../shell/session'
import { Button } from '../../../ui/Button'
import { Page, PageHead, Row } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { EmptyState } from '../../../ui/States'
import { showToast } from '../../../ui/Toasts'
import { ToggleChip } from '../../../ui/ToggleChip'
import { useOfficeMembers, useReactivateMember, useResendInvitation } from '../api/members'
import type { MemberAction } from '../model/members'
import { ChangeDialog } from './ChangeDialog'
import { DeactivateDialog } from './DeactivateDialog'
import { HandOverDialog } from './HandOverDialog'
import { InviteDialog } from './InviteDialog'
import styles from './Members.module.css'
import { MembersTable } from './MembersTable'

type MembersScreenProps = { withInactive: boolean; onInactive: (withInactive: boolean) => void }
type Asked = { id: string; action: MemberAction }

/** Who works in the office (S64). Admins and the owner invite, change and deactivate; the others read. */
export function MembersScreen({ withInactive, onInactive }: MembersScreenProps) {
  const isAdmin = useIsAdmin()
  const query = useOfficeMembers(isAdmin)
  const [isInviting, setInviting] = useState(false)
  const [asked, setAsked] = useState<Asked | null>(null)
  const resend = useResendInvitation()
  const reactivate = useReactivateMember()

  const act = (member: Member, action: MemberAction) => {
    const failed = (error: Error) =>
      showToast({
        text: isProblem(error, 'busy') ? t('staff.stillLeaving') : sentenceOf(error),
        tone: 'bad',
      })
    if (action === 'resend')
      resend.mutate(member.id, {
        onSuccess: ({ email }) => showToast({ text: t('staff.invitedToast', { email }) }),
        onError: failed,
      })
    else if (action === 'reactivate')
      reactivate.mutate(member.id, {
        onSuccess: ({ name }) => showToast({ text: t('staff.reactivatedToast', { name }) }),
        onError: failed,
      })
    else setAsked({ id: member.id, action })
  }
  const close = () => setAsked(null)
  const invite = (
    <Button variant="primary" onPress={() => setInviting(true)}>
      <Plus size={16} aria-hidden="true" />
      {t('staff.invite')}
    </Button>
  )

  return (
    <Page width="wide">
      <PageHead title={t('nav.members')} below={t('staff.note')} {...(isAdmin ? { actions: invite } : {})} />
      {isAdmin ? null : <Notice>{t('staff.readOnly')}</Notice>}
      <QueryView query={query} errorTitle={t('staff.loadFailed')}>
        {(all) => {
          const gone = all.filter(({ state }) => state === 'inactive').length
          const shown = withInactive ? all : all.filter(({ state }) => state !== 'inactive')
          const member = all.find(({ id }) => id === asked?.id)
          return (
            <>
              {gone > 0 ? (
                <Row>
                  <ToggleChip isSelected={withInactive} onChange={onInactive}>
                    {t('staff.showInactive', { count: gone })}
                  </ToggleChip>
                </Row>
              ) : null}
              <div className={styles.frame}>
                <MembersTable members={shown} onAction={act} />
                {isAdmin && all.length === 1 ? (
                  <EmptyState
                    icon={<UserRoundPlus size={22} />}
                    title={t('staff.alone')}
                    text={t('staff.aloneText')}
                  />
                ) : null}
              </div>
              {member === undefined ? null : asked?.action === 'change' ? (
                <ChangeDialog member={member} onClose={close} />
              ) : asked?.action === 'handOver' ? (
                <HandOverDialog member={member} onClose={close} />
              ) : (
                <DeactivateDialog member={member} members={all} onClose={close} />
              )}
            </>
          )
        }}
      </QueryView>
      {isInviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
    </Page>
  )
}
