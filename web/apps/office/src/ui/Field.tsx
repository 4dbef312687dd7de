import { clsx } from 'clsx'
import { CircleAlert } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { FieldError as AriaFieldError } from 'react-aria-components/FieldError'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Label as AriaLabel } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField'
import styles from './Field.module.css'

/** The label above a field; `optional` is the word shown when it may stay empty. */
export function FieldLabel({ children, optional }: { children: ReactNode; optional?: string | undefined }) {
  return (
    <AriaLabel className={styles.label}>
      {children}
      {optional ? <span className={styles.optional}>{optional}</span> : null}
    </AriaLabel>
  )
}

/** What helps to fill the field in, announced with it. */
export function FieldHint({ children }: { children: ReactNode }) {
  return (
    <Text slot="description" className={styles.hint}>
      {children}
    </Text>
  )
}

/** The sentences that say what is wrong with the field's value. */
export function FieldError() {
  return (
    <AriaFieldError className={clsx(styles.error)}>
      {({ validationErrors }) => (
        <>
          <CircleAlert size={14} aria-hidden="true" />
          <span>{validationErrors.join(' ')}</span>
        </>
      )}
    </AriaFieldError>
  )
}

type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> & {
  label: string
  optional?: string | undefined
  hint?: ReactNode
  placeholder?: string | undefined
  /** Text that stands in the field before or after the value, such as the rest of an address. */
  prefix?: ReactNode
  suffix?: ReactNode
  inputRef?: Ref<HTMLInputElement>
}

/** A one-line text field with label, hint and error. */
export function TextField({
  label,
  optional,
  hint,
  placeholder,
  prefix,
  suffix,
  inputRef,
  ...rest
}: TextFieldProps) {
  const input = (
    <Input ref={inputRef ?? null} className={clsx(styles.input)} {...(placeholder ? { placeholder } : {})} />
  )
  return (
    <AriaTextField {...rest} className={clsx(styles.field)}>
      <FieldLabel optional={optional}>{label}</FieldLabel>
      {prefix || suffix ? (
        <Group className={clsx(styles.group)} isInvalid={rest.isInvalid ?? false}>
          {prefix ? <span className={styles.affix}>{prefix}</span> : null}
          {input}
          {suffix ? <span className={clsx(styles.affix, styles.affixEnd)}>{suffix}</span> : null}
        </Group>
      ) : (
        input
      )}
      {hint ? <FieldHint>{hint}</FieldHint> : null}
      <FieldError />
    </AriaTextField>
  )
}

type TextAreaProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> & {
  label: string
  optional?: string | undefined
  hint?: ReactNode
  placeholder?: string | undefined
  rows?: number
  areaRef?: Ref<HTMLTextAreaElement>
}

/** A text field of several lines that grows with what is typed. */
export function TextArea({ label, optional, hint, placeholder, rows = 3, areaRef, ...rest }: TextAreaProps) {
  return (
    <AriaTextField {...rest} className={clsx(styles.field)}>
      <FieldLabel optional={optional}>{label}</FieldLabel>
      <AriaTextArea
        ref={areaRef ?? null}
        className={clsx(styles.input, styles.area)}
        rows={rows}
        {...(placeholder ? { placeholder } : {})}
      />
      {hint ? <FieldHint>{hint}</FieldHint> : null}
      <FieldError />
    </AriaTextField>
  )
}
