import { clsx } from 'clsx'
import { Search, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField'
import styles from './Field.module.css'

type SearchFieldProps = {
  label: string
  clearLabel: string
  placeholder: string
  value: string
  onChange: (value: string) => void
}

/** A search box; Escape and the small cross empty it. */
export function SearchField({ label, clearLabel, placeholder, value, onChange }: SearchFieldProps) {
  return (
    <AriaSearchField aria-label={label} value={value} onChange={onChange} className={clsx(styles.search)}>
      <Search size={16} className={styles.glyph} aria-hidden="true" />
      <Input className={clsx(styles.input)} placeholder={placeholder} />
      <Button className={clsx(styles.side, styles.clear)} aria-label={clearLabel}>
        <X size={14} aria-hidden="true" />
      </Button>
    </AriaSearchField>
  )
}
