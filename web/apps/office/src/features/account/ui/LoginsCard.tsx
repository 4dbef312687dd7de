import type { OfficeLogin } from '@sild/api'
import { Monitor } from 'lucide-react'
import { momentWords } from '../../../shell/dates'
import { formatDate, t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { QueryView } from '../../../shell/QueryView'
import { Badge } from '../../../ui/Badge'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Layout'
import { Skeleton } from '../../../ui/States'
import { showToast } from '../../../ui/Toasts'
import { useEndLogin, useLogins } from '../api/logins'
import styles from './Account.module.css'

/** Where the person is signed in; anywhere but here they can sign out at once (S64). */
export function LoginsCard() {
  const logins = useLogins()
  return (
    <Card title={t('account.logins')} note={t('account.loginsNote')} isFlush>
      <QueryView
        query={logins}
        errorTitle={t('account.loginsFailed')}
        skeleton={<Skeleton label={t('states.loading')} rows={2} />}
      >
        {(items) => (
          <>
            <ul className={styles.logins}>
              {items.map((login) => (
                <Login key={login.id} login={login} />
              ))}
            </ul>
            {items.length < 2 ? <p className={styles.always}>{t('account.nowhereElse')}</p> : null}
          </>
        )}
      </QueryView>
    </Card>
  )
}

function Login({ login }: { login: OfficeLogin }) {
  const end = useEndLogin()
  const device = login.device ?? t('account.unknownDevice')
  const at = momentWords(login.started_at)
  return (
    <li className={styles.login}>
      <span className={styles.device} aria-hidden="true">
        <Monitor size={17} />
      </span>
      <span className={styles.loginTexts}>
        <span className={styles.loginName}>
          {device}
          {login.is_current ? <Badge tone="good">{t('account.thisDevice')}</Badge> : null}
        </span>
        <span className={styles.kindNote}>
          {t('account.since', { at, end: formatDate(login.expires_at, 'short') })}
        </span>
      </span>
      {login.is_current ? null : (
        <Button
          size="small"
          aria-label={t('account.signOutOf', { device, at })}
          isPending={end.isPending}
          onPress={() =>
            end.mutate(login.id, {
              onSuccess: () => showToast({ text: t('account.endedToast', { device }) }),
              onError: (error) => showToast({ text: sentenceOf(error), tone: 'bad' }),
            })
          }
        >
          {t('account.signOutThere')}
        </Button>
      )}
    </li>
  )
}
