import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Button, IconButton } from './Button'
import styles from './Toasts.module.css'

/** A short notice at the foot of the window; with an action it can be taken back. */
export type Toast = {
  text: string
  tone?: 'good' | 'bad'
  action?: { label: string; run: () => void }
}

type Shown = Toast & { id: number }

/** How long a toast stays: long enough to press Undo. */
const TOAST_MILLISECONDS = 6000

let shown: Shown[] = []
let lastId = 0
const listeners = new Set<() => void>()

function change(next: Shown[]) {
  shown = next
  for (const listener of listeners) listener()
}

/** Shows a toast. At most three stand at a time; the oldest gives way. */
export function showToast(toast: Toast): void {
  lastId += 1
  change([...shown, { ...toast, id: lastId }].slice(-3))
}

/** Takes every toast away, as on sign-out. */
export function clearToasts(): void {
  change([])
}

function dismiss(id: number) {
  change(shown.filter((toast) => toast.id !== id))
}

type ToastRegionProps = { label: string; closeLabel: string }

/** The place where toasts appear and are announced. Time stands still while it is hovered or focused. */
export function ToastRegion({ label, closeLabel }: ToastRegionProps) {
  const toasts = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
  const [isHeld, setHeld] = useState(false)

  return (
    // The list is announced as it changes, so a toast needs no focus.
    <section
      aria-label={label}
      aria-live="polite"
      className={styles.region}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} isHeld={isHeld} closeLabel={closeLabel} />
      ))}
    </section>
  )
}

function ToastCard({ toast, isHeld, closeLabel }: { toast: Shown; isHeld: boolean; closeLabel: string }) {
  const left = useRef(TOAST_MILLISECONDS)

  useEffect(() => {
    if (isHeld) return
    const began = performance.now()
    const timer = setTimeout(() => dismiss(toast.id), left.current)
    return () => {
      clearTimeout(timer)
      left.current = Math.max(1500, left.current - (performance.now() - began))
    }
  }, [isHeld, toast.id])

  return (
    <div className={styles.toast}>
      {toast.tone === 'bad' ? (
        <CircleAlert size={16} className={styles.bad} aria-hidden="true" />
      ) : (
        <CircleCheck size={16} className={styles.good} aria-hidden="true" />
      )}
      <p className={styles.text}>{toast.text}</p>
      {toast.action ? (
        <Button
          size="small"
          onPress={() => {
            dismiss(toast.id)
            toast.action?.run()
          }}
        >
          {toast.action.label}
        </Button>
      ) : null}
      <IconButton label={closeLabel} size="small" onPress={() => dismiss(toast.id)}>
        <X size={14} aria-hidden="true" />
      </IconButton>
    </div>
  )
}
