import { type ReactNode, useRef } from 'react'
import { Button, IconButton } from './Button'

type FileButtonProps = {
  onFiles: (files: File[]) => void
  /** For an icon alone: its name. */
  label?: string
  children: ReactNode
}

/** A button that lets the person choose files. */
export function FileButton({ onFiles, label, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  const open = () => input.current?.click()
  return (
    <>
      {label === undefined ? (
        <Button onPress={open}>{children}</Button>
      ) : (
        <IconButton label={label} onPress={open}>
          {children}
        </IconButton>
      )}
      <input
        ref={input}
        type="file"
        multiple
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
