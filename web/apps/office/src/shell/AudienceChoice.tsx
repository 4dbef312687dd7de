import { Lock, Send } from 'lucide-react'
import { Segmented } from '../ui/Choice'
import styles from './AudienceChoice.module.css'
import { t } from './i18n'

type AudienceChoiceProps = {
  label: string
  /** What the choice that goes outward is called: to one client or to many. */
  assignLabel: string
  isAssigning: boolean
  onChange: (isAssigning: boolean) => void
  /** What follows from the choice: who sees it, and when they are told. */
  note: string
}

/** Whether a new task goes to the client at once or stays with the office. */
export function AudienceChoice({ label, assignLabel, isAssigning, onChange, note }: AudienceChoiceProps) {
  return (
    <div className={styles.choice}>
      <Segmented
        label={label}
        value={isAssigning ? 'assign' : 'internal'}
        onChange={(mode) => onChange(mode === 'assign')}
        options={[
          {
            value: 'assign',
            label: (
              <>
                <Send size={13} aria-hidden="true" />
                {assignLabel}
              </>
            ),
          },
          {
            value: 'internal',
            label: (
              <>
                <Lock size={13} aria-hidden="true" />
                {t('bulkTask.internal')}
              </>
            ),
          },
        ]}
      />
      <p>{note}</p>
    </div>
  )
}
