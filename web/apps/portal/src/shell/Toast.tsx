import { type ComponentChildren, createContext } from 'preact'
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks'
import { Icon } from './Icon.tsx'
import { t } from './i18n.ts'
import styles from './Toast.module.css'

const shownMilliseconds = 6_000

interface Toast {
  text: string
  /** Takes back what the text says. */
  undo?: () => void
}

type Show = (toast: Toast) => void

const Context = createContext<Show>(() => undefined)

/** Shows one message at a time below everything; it goes after six seconds, but not while somebody is on it. */
export function ToastProvider({ children }: { children: ComponentChildren }) {
  const [toast, setToast] = useState<Toast | null>(null)
  const [isHeld, setHeld] = useState(false)
  const close = useCallback(() => {
    setToast(null)
    setHeld(false)
  }, [])
  useEffect(() => {
    if (!toast || isHeld) return
    const timer = setTimeout(close, shownMilliseconds)
    return () => clearTimeout(timer)
  }, [toast, isHeld, close])
  const hold = useMemo(
    () => ({
      onMouseEnter: () => setHeld(true),
      onMouseLeave: () => setHeld(false),
      onFocusCapture: () => setHeld(true),
      onBlurCapture: () => setHeld(false),
    }),
    [],
  )
  return (
    <Context.Provider value={setToast}>
      {children}
      <div class={styles.place} role="status">
        {toast && (
          <div class={styles.toast} {...hold}>
            <Icon name="check" />
            <span class={styles.text}>{toast.text}</span>
            {toast.undo && (
              <button
                class={styles.undo}
                type="button"
                onClick={() => {
                  toast.undo?.()
                  close()
                }}
              >
                {t('toast.undo')}
              </button>
            )}
          </div>
        )}
      </div>
    </Context.Provider>
  )
}

/** Shows a message that passes, with a way back where there is one. */
export function useToast(): Show {
  return useContext(Context)
}
