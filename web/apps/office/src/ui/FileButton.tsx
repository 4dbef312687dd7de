import { type ReactNode, useRef } from 'react'
import { Button, IconButton } from './Button'

type FileButtonProps = {
  onFiles: (files: File[]) => void
  /** The types that the person is offered; all unless told. */
  accept?: readonly string[]
  /** Whether one file is all that can be chosen. */
  isSingle?: boolean
  isPending?: boolean
  /** For an icon alone: its name. */
  label?: string
  children: ReactNode
}

/** A button that lets the person choose files. */
export function FileButton({
  onFiles,
  accept,
  isSingle = false,
  isPending = false,
  label,
  children,
}: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  const open = () => input.current?.click()
  return (
    <>
      {label === undefined ? (
        <Button onPress={open} isPending={isPending}>
          {children}
        </Button>
      ) : (
        <IconButton label={label} onPress={open} isPending={isPending}>
          {children}
        </IconButton>
      )}
      <input
        ref={input}
        type="file"
        multiple={!isSingle}
        {...(accept ? { accept: accept.join(',') } : {})}
        hidden
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          // The same file may be chosen again.
          event.target.value = ''
        }}
      />
    </>
  )
}
