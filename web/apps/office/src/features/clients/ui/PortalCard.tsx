import type { OfficeClient } from '@sild/api'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { isProblem } from '../../../shell/api'
import { agoWords } from '../../../shell/dates'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { useSession } from '../../../shell/session'
import { Button } from '../../../ui/Button'
import { Switch } from '../../../ui/Choice'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { Card, Stack } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { showToast } from '../../../ui/Toasts'
import { useSetPortal } from '../api/clients'
import styles from './Client.module.css'

/** The switch of a client's portal. Opening tells nobody; closing cuts the contacts off at once, so it asks. */
export function PortalCard({ client }: { client: OfficeClient }) {
  const { office } = useSession()
  const setPortal = useSetPortal(client.id)
  const [isAsking, setAsking] = useState(false)
  const isOpen = client.portal_state !== 'closed'
  const withAccess = client.contacts.filter(({ has_access }) => has_access).length

  const change = (open: boolean) => {
    setAsking(false)
    setPortal.mutate(open, {
      onSuccess: () =>
        showToast({
          text: open ? t('client.openedToast') : t('client.closedToast', { client: client.name }),
        }),
    })
  }

  return (
    <Card title={t('client.portal')}>
      <Stack>
        <Switch
          isSelected={isOpen}
          isDisabled={setPortal.isPending || client.is_archived}
          onChange={(open) => (open ? change(true) : setAsking(true))}
          note={stateNote(client)}
        >
          {t('client.portalOpen')}
        </Switch>
        {isOpen ? (
          <p className={styles.quiet}>
            {withAccess === 0 ? t('client.nobodyHasAccess') : t('client.haveAccess', { count: withAccess })}
          </p>
        ) : null}
        {setPortal.error ? (
          <Notice tone="bad">
            {sentenceOf(setPortal.error)}{' '}
            {isProblem(setPortal.error, 'portal_inactive') ? (
              <Link to="/settings/portal">{t('client.toSettings')}</Link>
            ) : null}
          </Notice>
        ) : !office.portal_is_active && !client.is_archived ? (
          <Notice>
            {t('client.officePortalInactive')} <Link to="/settings/portal">{t('client.toSettings')}</Link>
          </Notice>
        ) : null}
      </Stack>
      <Dialog
        title={t('client.closeTitle', { client: client.name })}
        closeLabel={t('actions.close')}
        isOpen={isAsking}
        isAlert
        onClose={() => setAsking(false)}
      >
        <DialogBody>
          <p>{t('client.closeText')}</p>
        </DialogBody>
        <DialogFoot>
          <Button onPress={() => setAsking(false)}>{t('client.keepOpen')}</Button>
          <Button variant="dangerSolid" onPress={() => change(false)}>
            {t('client.closePortal')}
          </Button>
        </DialogFoot>
      </Dialog>
    </Card>
  )
}

function stateNote(client: OfficeClient): string {
  if (client.is_archived) return t('clientCard.portalArchived')
  switch (client.portal_state) {
    case 'active':
      return client.last_seen_at === null
        ? t('client.note.active')
        : t('client.note.activeSeen', { ago: agoWords(client.last_seen_at) })
    case 'invited':
      return t('client.note.invited')
    case 'silent':
      return t('client.note.silent')
    case 'closed':
      return t('client.portalClosedNote')
  }
}
