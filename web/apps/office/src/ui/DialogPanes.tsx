import { clsx } from 'clsx'
import { type ReactNode, useState } from 'react'
import { Segmented } from './Choice'
import styles from './DialogPanes.module.css'
import { useMedia } from './useMedia'

type DialogPanesProps = {
  /** What the two are called where only one of them is shown, and what the choice between them is. */
  labels: { choice: string; form: string; side: string }
  side: ReactNode
  /** The form, with the buttons at its foot. */
  children: ReactNode
}

/** A form in a dialog and beside it what comes of it; on narrow windows one of the two, the form first. */
export function DialogPanes({ labels, side, children }: DialogPanesProps) {
  const isNarrow = useMedia('(max-width: 860px)')
  const [shown, setShown] = useState<'form' | 'side'>('form')
  return (
    <>
      {isNarrow ? (
        <div className={styles.choice}>
          <Segmented
            label={labels.choice}
            value={shown}
            onChange={setShown}
            options={[
              { value: 'form', label: labels.form },
              { value: 'side', label: labels.side },
            ]}
          />
        </div>
      ) : null}
      <div className={clsx(styles.panes, isNarrow && styles.isNarrow)}>
        {/* What is wrong with the form stays with it. */}
        <div className={styles.form} hidden={isNarrow && shown === 'side'}>
          {children}
        </div>
        {isNarrow && shown === 'form' ? null : <div className={styles.side}>{side}</div>}
      </div>
    </>
  )
}
