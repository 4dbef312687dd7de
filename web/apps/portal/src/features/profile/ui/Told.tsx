import type { PortalNotificationSettings } from '@sild/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Icon } from '../../../shell/Icon.tsx'
import { t } from '../../../shell/i18n.ts'
import { Failed, Skeleton } from '../../../shell/State.tsx'
import { useCurrent } from '../../../shell/session.tsx'
import { saveTold, toldQuery } from '../api/profile.ts'
import { savePart } from '../model/overtaken.ts'
import { failureSentence } from '../model/sentences.ts'
import styles from './Profile.module.css'
import { Saved } from './Saved.tsx'
import tables from './Told.module.css'

const kinds = ['task_assigned', 'reminder', 'portal_message', 'task_withdrawn'] as const
type Kind = (typeof kinds)[number]

/** What is told by mail: a switch for each kind of thing, and what always comes (S56). */
export function Told() {
  const { branding } = useCurrent()
  const { data: settings, isError, fetchStatus, refetch } = useQuery(toldQuery(branding.office_id))
  if (!settings) {
    if (isError) return <Failed retry={() => refetch()}>{t('profile.told.failed')}</Failed>
    if (fetchStatus === 'paused') return <p class={styles.hint}>{t('profile.offline')}</p>
    return <Skeleton lines={['row', 'row', 'row']} />
  }
  return (
    <>
      <p class={styles.hint}>{t('profile.told.text', { office: branding.office_name })}</p>
      <table class={tables.table}>
        <thead>
          <tr>
            <th class={tables.head} scope="col">
              {t('profile.told.kind')}
            </th>
            <th class={`${tables.head} ${tables.way}`} scope="col" id="told-mail">
              {t('profile.told.mail')}
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <KindRow key={kind} kind={kind} settings={settings} />
          ))}
          <tr>
            <th class={tables.kind} scope="row">
              {t('profile.told.alwaysTitle')}
              <span class={tables.more}>{t('profile.told.alwaysText')}</span>
            </th>
            <td class={tables.cell}>
              <span class={tables.always}>
                <Icon name="check" size={18} />
                {t('profile.told.always')}
              </span>
            </td>
          </tr>
        </tbody>
      </table>
    </>
  )
}

function KindRow({ kind, settings }: { kind: Kind; settings: PortalNotificationSettings }) {
  const { branding } = useCurrent()
  const office = branding.office_id
  const queries = useQueryClient()
  const query = toldQuery(office)
  const save = useMutation({
    scope: { id: 'notification-settings' },
    mutationFn: (mail: boolean) =>
      savePart({
        known: queries.getQueryData(query.queryKey) ?? settings,
        part: (of) => of[kind].mail,
        // A switch has two sides: what it was is the other one, whoever has moved it meanwhile.
        from: !mail,
        to: mail,
        save: (version) => saveTold(office, version, { [kind]: { mail } }),
        reload: () => queries.fetchQuery(query),
      }),
    onSuccess: (saved) => {
      queries.setQueryData(query.queryKey, saved)
    },
  })
  const isOn = save.isPending ? save.variables : settings[kind].mail
  return (
    <tr>
      <th class={tables.kind} scope="row">
        <span class={tables.name}>
          <span id={`told-${kind}`}>{t(`profile.told.kinds.${kind}.title`)}</span>
          <Saved state={save.isPending ? 'saving' : save.isSuccess ? 'saved' : null} />
        </span>
        <span class={tables.more} id={`told-${kind}-more`}>
          {t(`profile.told.kinds.${kind}.text`)}
        </span>
        {save.isError && (
          <span class={`${tables.more} ${styles.error}`} role="alert">
            {failureSentence(save.error)}
          </span>
        )}
      </th>
      <td class={tables.cell}>
        <label class={tables.target}>
          <input
            class={tables.switch}
            type="checkbox"
            role="switch"
            checked={isOn}
            aria-checked={isOn}
            aria-labelledby={`told-${kind} told-mail`}
            aria-describedby={`told-${kind}-more`}
            onChange={(event) => save.mutate(event.currentTarget.checked)}
          />
        </label>
      </td>
    </tr>
  )
}
