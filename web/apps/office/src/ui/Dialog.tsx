import { clsx } from 'clsx'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from './Button'
import styles from './Dialog.module.css'

type DialogProps = {
  title: string
  closeLabel: string
  isOpen: boolean
  onClose: () => void
  /** False while something must not be interrupted. */
  isDismissable?: boolean
  isWide?: boolean
  /** A question that must be answered: announced as an alert. */
  isAlert?: boolean
  children: ReactNode
}

/** A modal dialog: focus stays inside, Escape and a click outside close it. On phones it is a sheet. */
export function Dialog({
  title,
  closeLabel,
  isOpen,
  onClose,
  isDismissable = true,
  isWide = false,
  isAlert = false,
  children,
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
      className={clsx(styles.veil)}
    >
      <Modal className={clsx(styles.modal, isWide && styles.wide)}>
        <AriaDialog className={clsx(styles.dialog)} role={isAlert ? 'alertdialog' : 'dialog'}>
          <div className={styles.head}>
            <Heading slot="title" level={2} className={clsx(styles.title)}>
              {title}
            </Heading>
            {isDismissable ? (
              <IconButton label={closeLabel} onPress={onClose}>
                <X size={16} aria-hidden="true" />
              </IconButton>
            ) : null}
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The scrolling middle of a dialog. */
export function DialogBody({ children }: { children: ReactNode }) {
  return <div className={styles.body}>{children}</div>
}

/** The buttons at a dialog's foot: the primary one last. */
export function DialogFoot({ children }: { children: ReactNode }) {
  return <div className={styles.foot}>{children}</div>
}
