import { Icon } from '../../../shell/Icon.tsx'
import { t } from '../../../shell/i18n.ts'
import styles from './Profile.module.css'

/** Says beside a label that something is being saved or has been; those who listen hear it too. */
export function Saved({ state }: { state: 'saving' | 'saved' | null }) {
  return (
    <span class={styles.saved} role="status">
      {state === 'saving' && t('profile.saving')}
      {state === 'saved' && (
        <>
          <Icon name="check" size={16} />
          {t('profile.saved')}
        </>
      )}
    </span>
  )
}
