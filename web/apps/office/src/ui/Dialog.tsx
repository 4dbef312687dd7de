import { lazy, type ReactNode, Suspense } from 'react'
import styles from './ModalDialog.module.css'

/** What a dialog takes. */
export type DialogProps = {
  title: string
  closeLabel: string
  isOpen: boolean
  onClose: () => void
  /** False while something must not be interrupted. */
  isDismissable?: boolean
  isWide?: boolean
  /** It has `DialogPanes`: as wide as a form and what is beside it, and on narrow windows as high as there is room. */
  isSplit?: boolean
  /** A question that must be answered: announced as an alert. */
  isAlert?: boolean
  children: ReactNode
}

const ModalDialog = lazy(() => import('./ModalDialog').then((m) => ({ default: m.ModalDialog })))

/** A modal dialog: focus stays inside, Escape and a click outside close it. On phones it is a sheet. */
export function Dialog(props: DialogProps) {
  if (!props.isOpen) return null
  return (
    <Suspense fallback={null}>
      <ModalDialog {...props} />
    </Suspense>
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
