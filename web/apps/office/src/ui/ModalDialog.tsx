import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from './Button'
import type { DialogProps } from './Dialog'
import styles from './ModalDialog.module.css'

/** A modal dialog: focus stays inside, Escape and a click outside close it. On phones it is a sheet. */
export function ModalDialog({
  title,
  closeLabel,
  onClose,
  isDismissable = true,
  isWide = false,
  isSplit = false,
  isAlert = false,
  children,
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
      className={clsx(styles.veil, isSplit && styles.lifted)}
    >
      <Modal className={clsx(styles.modal, isWide && styles.wide, isSplit && styles.split)}>
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
