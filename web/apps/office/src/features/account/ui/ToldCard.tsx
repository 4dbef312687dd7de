import type { NotificationSettings } from '@sild/api'
import { isProblem } from '../../../shell/api'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { QueryView } from '../../../shell/QueryView'
import { Checkbox } from '../../../ui/Choice'
import { Card } from '../../../ui/Layout'
import { Skeleton } from '../../../ui/States'
import { showToast } from '../../../ui/Toasts'
import { useFlipSwitch, useNotificationSettings } from '../api/notificationSettings'
import { KINDS, type Kind, WAYS, type Way } from '../model/kinds'
import styles from './Account.module.css'

/** What the person is told of, by kind and way (S49–S51). Each switch holds at once. */
export function ToldCard() {
  const settings = useNotificationSettings()
  return (
    <Card title={t('account.told')} note={t('account.toldNote')} isFlush>
      <QueryView
        query={settings}
        errorTitle={t('account.toldFailed')}
        skeleton={<Skeleton label={t('states.loading')} rows={4} />}
      >
        {(data) => <Matrix settings={data} />}
      </QueryView>
    </Card>
  )
}

function Matrix({ settings }: { settings: NotificationSettings }) {
  const flip = useFlipSwitch()
  const change = (kind: Kind, way: Way, isOn: boolean) =>
    flip.mutate(
      { kind, way, isOn },
      {
        onError: (error) =>
          showToast({
            text: isProblem(error, 'version_mismatch') ? t('account.toldStale') : sentenceOf(error),
            tone: 'bad',
          }),
      },
    )
  return (
    <>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('account.kindColumn')}</th>
            <th scope="col">{t('account.inApp')}</th>
            <th scope="col">{t('account.byMail')}</th>
          </tr>
        </thead>
        <tbody>
          {KINDS.map((kind) => (
            <tr key={kind}>
              <th scope="row">
                <span className={styles.kind}>{t(`account.kind.${kind}`)}</span>
                {kind === 'portal_message' || kind === 'client_file' ? (
                  <span className={styles.kindNote}>{t(`account.kindNote.${kind}`)}</span>
                ) : null}
              </th>
              {WAYS.map((way) => (
                <td key={way}>
                  <Checkbox
                    isSelected={settings[kind][way]}
                    onChange={(isOn) => change(kind, way, isOn)}
                    aria-label={labelOf(kind, way)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.always}>{t('account.toldAlways')}</p>
    </>
  )
}

function labelOf(kind: Kind, way: Way): string {
  const words = { kind: t(`account.kind.${kind}`) }
  return way === 'mail' ? t('account.byMailOf', words) : t('account.inAppOf', words)
}
