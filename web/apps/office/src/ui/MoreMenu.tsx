import { Ellipsis } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { IconButton } from './Button'
import { Menu } from './Menu'

/** What is done less often, behind three dots. */
export function MoreMenu({ label, children }: { label: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  return (
    <>
      <IconButton
        ref={trigger}
        label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPress={() => setOpen(true)}
      >
        <Ellipsis size={16} aria-hidden="true" />
      </IconButton>
      {isOpen ? (
        <Menu label={label} trigger={trigger} onClose={() => setOpen(false)}>
          {children}
        </Menu>
      ) : null}
    </>
  )
}
