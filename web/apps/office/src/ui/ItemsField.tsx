import { Plus, X } from 'lucide-react'
import { useRef } from 'react'
import { Button, IconButton } from './Button'
import styles from './ItemsField.module.css'

type ItemsFieldProps = {
  label: string
  optional?: string
  items: string[]
  onChange: (items: string[]) => void
  maxItems: number
  maxLength: number
  itemLabel: (place: number) => string
  removeLabel: (place: number) => string
  addLabel: string
}

/** A short list of lines. Enter begins the next one, Backspace in an empty one removes it. */
export function ItemsField({
  label,
  optional,
  items,
  onChange,
  maxItems,
  maxLength,
  itemLabel,
  removeLabel,
  addLabel,
}: ItemsFieldProps) {
  const place = useRef<HTMLFieldSetElement>(null)
  const focus = (index: number) =>
    setTimeout(() => place.current?.querySelectorAll<HTMLInputElement>('input')[index]?.focus())
  const insert = (index: number) => {
    if (items.length >= maxItems) return
    onChange([...items.slice(0, index), '', ...items.slice(index)])
    focus(index)
  }
  const remove = (index: number) => {
    onChange(items.filter((_, at) => at !== index))
    focus(Math.max(0, index - 1))
  }

  return (
    <fieldset className={styles.field} aria-label={label} ref={place}>
      <span className={styles.label} aria-hidden="true">
        {label}
        {optional ? <span className={styles.optional}>{optional}</span> : null}
      </span>
      {items.map((text, index) => (
        // Lines have no identity of their own while they are written.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
        <div key={index} className={styles.line}>
          <span className={styles.bullet} aria-hidden="true" />
          <input
            className={styles.input}
            aria-label={itemLabel(index + 1)}
            value={text}
            maxLength={maxLength}
            onChange={(event) =>
              onChange(items.map((known, at) => (at === index ? event.target.value : known)))
            }
            onKeyDown={(event) => {
              if (event.key === 'Enter') {
                event.preventDefault()
                insert(index + 1)
              } else if (event.key === 'Backspace' && text === '') {
                event.preventDefault()
                remove(index)
              }
            }}
          />
          <IconButton label={removeLabel(index + 1)} size="small" onPress={() => remove(index)}>
            <X size={14} aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          size="small"
          variant="quiet"
          isDisabled={items.length >= maxItems}
          onPress={() => insert(items.length)}
        >
          <Plus size={14} aria-hidden="true" />
          {addLabel}
        </Button>
      </div>
    </fieldset>
  )
}

/** The lines that hold something, without the blanks around it. */
export function writtenLines(items: readonly string[]): string[] {
  return items.map((text) => text.trim()).filter((text) => text !== '')
}
