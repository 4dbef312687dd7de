import {
  type PreviewScreen,
  type PreviewTask,
  type PreviewTheme,
  type PreviewValues,
  previewPath,
} from '@sild/portal/preview'
import { clsx } from 'clsx'
import { Monitor, Moon, Smartphone, Sun } from 'lucide-react'
import { type CSSProperties, type RefObject, useEffect, useRef, useState } from 'react'
import { currentLanguage, LANGUAGES, t } from '../../../shell/i18n'
import { useSession } from '../../../shell/session'
import { Segmented } from '../../../ui/Choice'
import { ErrorState } from '../../../ui/States'
import type { PortalForm } from '../model/form'
import styles from './Preview.module.css'
import { usePreview } from './usePreview'

type Device = 'phone' | 'desktop'

/** The window of each device in pixels of its own, and how wide it is drawn at most. */
const DEVICES: Record<Device, { width: number; height: number; drawn: number }> = {
  phone: { width: 390, height: 740, drawn: 300 },
  desktop: { width: 1180, height: 760, drawn: 1180 },
}

type PortalPreviewProps = {
  values: Pick<PortalForm, 'name' | 'colour' | 'description'>
  icon: string | null
  logo: string | null
  /** A sample task that is being written. It is shown alone, on a phone, in as much height as there is. */
  task?: PreviewTask
}

/** The portal itself, in a frame and with the unsaved values, as a client will see it. It writes and sends nothing. */
export function PortalPreview({ values, icon, logo, task }: PortalPreviewProps) {
  const { office } = useSession()
  const [device, setDevice] = useState<Device>('phone')
  const [theme, setTheme] = useState<PreviewTheme>('light')
  const [screen, setScreen] = useState<PreviewScreen>(task ? 'task' : 'login')
  const [language, setLanguage] = useState(currentLanguage)
  const [attempt, setAttempt] = useState(0)
  const frame = useRef<HTMLIFrameElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const { width, height, drawn } = DEVICES[device]
  const room = useRoom(stage)
  const scale = Math.min(drawn, room.width) / width

  const shown: PreviewValues = {
    type: 'sild.preview.values',
    office: office.name,
    name: values.name.trim() || t('preview.noName'),
    description: values.description.trim(),
    colour: values.colour,
    icon,
    logo,
    language,
    theme,
    screen,
    task: task ? { ...task, title: task.title.trim() || t('preview.noTitle') } : null,
  }
  const state = usePreview(
    frame,
    shown,
    (place) => {
      setScreen(place.screen)
      setLanguage(place.language)
    },
    attempt,
  )
  const size: CSSProperties & Record<`--${string}`, string | number> = {
    '--width': `${width}px`,
    '--height': `${task && scale > 0 ? Math.min(height, room.height / scale) : height}px`,
    '--scale': scale,
  }

  return (
    <section className={clsx(task ? styles.pane : styles.preview)} aria-label={t('preview.title')}>
      <header className={styles.head}>
        {task ? (
          <p className={styles.title}>{t('preview.asClient')}</p>
        ) : (
          <Segmented
            label={t('preview.view')}
            value={screen}
            onChange={setScreen}
            options={[
              { value: 'login', label: t('preview.login') },
              { value: 'tasks', label: t('preview.tasks') },
            ]}
          />
        )}
        <div className={styles.tools}>
          <Segmented
            label={t('preview.language')}
            value={language}
            onChange={setLanguage}
            options={LANGUAGES.map((value) => ({
              value,
              label: (
                <>
                  <span aria-hidden="true">{value.toUpperCase()}</span>
                  <span className="visually-hidden">{t(`languages.${value}`)}</span>
                </>
              ),
            }))}
          />
          {task ? null : (
            <Segmented
              label={t('preview.device')}
              value={device}
              onChange={setDevice}
              options={[
                {
                  value: 'phone',
                  label: <Smartphone size={15} role="img" aria-label={t('preview.phone')} />,
                },
                {
                  value: 'desktop',
                  label: <Monitor size={15} role="img" aria-label={t('preview.desktop')} />,
                },
              ]}
            />
          )}
          <Segmented
            label={t('preview.scheme')}
            value={theme}
            onChange={setTheme}
            options={[
              { value: 'light', label: <Sun size={15} role="img" aria-label={t('theme.light')} /> },
              { value: 'dark', label: <Moon size={15} role="img" aria-label={t('theme.dark')} /> },
            ]}
          />
        </div>
      </header>
      <div className={styles.stage} ref={stage}>
        {state === 'failed' ? (
          <ErrorState
            title={t('preview.failed')}
            text={t('preview.failedText')}
            retryLabel={t('actions.retry')}
            onRetry={() => setAttempt(attempt + 1)}
          />
        ) : (
          <div className={clsx(styles.device, styles[device])} style={size}>
            <div className={styles.glass}>
              <iframe
                key={attempt}
                ref={frame}
                className={styles.frame}
                title={t('preview.frame')}
                src={previewPath}
                sandbox="allow-scripts allow-same-origin allow-forms"
              />
              {state === 'waiting' ? <Waiting /> : null}
            </div>
          </div>
        )}
      </div>
      <p className={styles.note}>{t('preview.note')}</p>
    </section>
  )
}

/** Grey shapes of a page, until the frame shows it. */
function Waiting() {
  return (
    <div className={styles.waiting} role="status" aria-label={t('preview.loading')}>
      <span />
      <span />
      <span />
      <span />
    </div>
  )
}

/** The width and the height inside an element, and again whenever they change. */
function useRoom(element: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [room, setRoom] = useState({ width: 0, height: 0 })
  useEffect(() => {
    if (element.current === null) return
    const watcher = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    watcher.observe(element.current)
    return () => watcher.disconnect()
  }, [element])
  return room
}
