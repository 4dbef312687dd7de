import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { t } from '../../../shell/i18n.ts'
import { Page } from '../../../shell/Page.tsx'
import { Failed, Skeleton } from '../../../shell/State.tsx'
import { useCurrent } from '../../../shell/session.tsx'
import { profileQuery } from '../api/profile.ts'
import { followProfile } from '../model/session.ts'
import { EmailAddress } from './EmailAddress.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import styles from './Profile.module.css'
import { TextField } from './TextField.tsx'
import { Told } from './Told.tsx'

/** Who somebody is and what they are told of. Everything saves itself. */
export function Profile() {
  const { branding } = useCurrent()
  const office = branding.office_id
  const queries = useQueryClient()
  const { data: profile, isError, fetchStatus, refetch } = useQuery(profileQuery(office))
  useEffect(() => {
    if (profile) followProfile(queries, office, profile)
  }, [queries, office, profile])

  return (
    <Page title={t('profile.title')}>
      {!profile && isError && <Failed retry={() => refetch()}>{t('profile.failed')}</Failed>}
      {!profile && !isError && fetchStatus === 'paused' && <p class={styles.hint}>{t('profile.offline')}</p>}
      {!profile && !isError && fetchStatus !== 'paused' && <Skeleton lines={['block', 'block', 'block']} />}
      {profile && (
        <>
          <Card id="about" title={t('profile.about')}>
            <TextField
              part="name"
              profile={profile}
              label={t('profile.name')}
              hint={t('profile.nameHint')}
              attributes={{ autocomplete: 'name', inputMode: 'text', maxLength: 200 }}
            />
            <TextField
              part="phone"
              profile={profile}
              label={t('profile.phone')}
              hint={t('profile.phoneHint')}
              attributes={{ autocomplete: 'tel', inputMode: 'tel', maxLength: 30 }}
            />
            <LanguageChoice profile={profile} />
          </Card>
          <Card id="email" title={t('profile.email.title')}>
            <EmailAddress profile={profile} />
          </Card>
          <Card id="told" title={t('profile.told.title')}>
            <Told />
          </Card>
        </>
      )}
    </Page>
  )
}

function Card({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class={styles.card} aria-labelledby={`${id}-title`}>
      <h2 class={styles.title} id={`${id}-title`}>
        {title}
      </h2>
      {children}
    </section>
  )
}
