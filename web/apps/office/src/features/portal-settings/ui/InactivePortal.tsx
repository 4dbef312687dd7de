import { FileUp, MessagesSquare, Palette, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { Button } from '../../../ui/Button'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { Notice } from '../../../ui/Notice'
import { useActivatePortal } from '../api/portal'
import styles from './PortalSettings.module.css'

/** What the client portal is for, and the button that switches it on. */
export function InactivePortal() {
  const [isAsking, setAsking] = useState(false)
  const activate = useActivatePortal()
  const points = [
    { Icon: Palette, title: t('portal.point.brand'), text: t('portal.point.brandText') },
    { Icon: FileUp, title: t('portal.point.files'), text: t('portal.point.filesText') },
    { Icon: MessagesSquare, title: t('portal.point.messages'), text: t('portal.point.messagesText') },
    { Icon: ShieldCheck, title: t('portal.point.login'), text: t('portal.point.loginText') },
  ]
  return (
    <section className={styles.inactive} aria-label={t('portal.inactiveTitle')}>
      <h2 className={styles.inactiveTitle}>{t('portal.inactiveTitle')}</h2>
      <p className={styles.inactiveText}>{t('portal.inactiveText')}</p>
      <ul className={styles.points}>
        {points.map(({ Icon, title, text }) => (
          <li key={title}>
            <span className={styles.pointIcon}>
              <Icon size={18} aria-hidden="true" />
            </span>
            <span className={styles.pointTitle}>{title}</span>
            <span className={styles.pointText}>{text}</span>
          </li>
        ))}
      </ul>
      <Button variant="primary" size="large" onPress={() => setAsking(true)}>
        {t('portal.activate')}
      </Button>
      <Dialog
        title={t('portal.activateTitle')}
        closeLabel={t('actions.close')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
      >
        <DialogBody>
          <p>{t('portal.activateText')}</p>
          {activate.error ? <Notice tone="bad">{sentenceOf(activate.error)}</Notice> : null}
        </DialogBody>
        <DialogFoot>
          <Button onPress={() => setAsking(false)}>{t('actions.cancel')}</Button>
          <Button variant="primary" isPending={activate.isPending} onPress={() => activate.mutate()}>
            {t('portal.activate')}
          </Button>
        </DialogFoot>
      </Dialog>
    </section>
  )
}
