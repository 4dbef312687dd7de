import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import styles from './ToggleChip.module.css'

type ToggleChipProps = { isSelected: boolean; onChange: (isSelected: boolean) => void; children: string }

/** A filter that is on or off, beside others in a toolbar. */
export function ToggleChip({ isSelected, onChange, children }: ToggleChipProps) {
  return (
    <ToggleButton isSelected={isSelected} onChange={onChange} className={clsx(styles.chip)}>
      {isSelected ? <Check size={14} aria-hidden="true" /> : null}
      {children}
    </ToggleButton>
  )
}
