import type { ReactNode, Ref } from 'react'
import { Form as AriaForm } from 'react-aria-components/Form'

type FormProps = {
  /** What is wrong, by the names of the fields. */
  errors: Record<string, string>
  /** A letter was typed into the field of this name. */
  onTyped: (name: string) => void
  /** Called instead of the browser's own sending. */
  onSubmit: () => void
  className?: string | undefined
  ref?: Ref<HTMLFormElement>
  children: ReactNode
}

/**
 * A form that shows what is wrong with its fields. A sentence has to go when its field is typed into, not when it is left:
 * what stands below would move away from under the press that leaves it.
 */
export function Form({ errors, onTyped, onSubmit, className, ref, children }: FormProps) {
  return (
    <AriaForm
      {...(ref ? { ref } : {})}
      className={className ?? ''}
      validationBehavior="aria"
      validationErrors={errors}
      render={(rest) => (
        <form {...rest} onInput={({ target }) => 'name' in target && onTyped(String(target.name))} />
      )}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </AriaForm>
  )
}
