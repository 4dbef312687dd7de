import type { Palette } from '@sild/brand'
import { clsx } from 'clsx'
import { Monitor, Moon, Smartphone, Sun } from 'lucide-react'
import { type CSSProperties, useState } from 'react'
import { t } from '../../../shell/i18n'
import { Segmented } from '../../../ui/Choice'
import type { PortalForm } from '../model/form'
import { paletteOf } from '../model/palette'
import styles from './Preview.module.css'
import { PreviewLogin, PreviewTasks } from './PreviewScreens'

type Device = 'phone' | 'desktop'
type Scheme = 'light' | 'dark'
type View = 'login' | 'tasks'

type PortalPreviewProps = { values: PortalForm; icon: string | null; logo: string | null }

/** The portal as a client will see it, drawn from the unsaved values. It writes and sends nothing. */
export function PortalPreview({ values, icon, logo }: PortalPreviewProps) {
  const [device, setDevice] = useState<Device>('phone')
  const [scheme, setScheme] = useState<Scheme>('light')
  const [view, setView] = useState<View>('login')
  return (
    <section className={styles.preview} aria-label={t('preview.title')}>
      <header className={styles.head}>
        <Segmented
          label={t('preview.view')}
          value={view}
          onChange={setView}
          options={[
            { value: 'login', label: t('preview.login') },
            { value: 'tasks', label: t('preview.tasks') },
          ]}
        />
        <div className={styles.tools}>
          <Segmented
            label={t('preview.device')}
            value={device}
            onChange={setDevice}
            options={[
              { value: 'phone', label: <Smartphone size={15} role="img" aria-label={t('preview.phone')} /> },
              { value: 'desktop', label: <Monitor size={15} role="img" aria-label={t('preview.desktop')} /> },
            ]}
          />
          <Segmented
            label={t('preview.scheme')}
            value={scheme}
            onChange={setScheme}
            options={[
              { value: 'light', label: <Sun size={15} role="img" aria-label={t('theme.light')} /> },
              { value: 'dark', label: <Moon size={15} role="img" aria-label={t('theme.dark')} /> },
            ]}
          />
        </div>
      </header>
      <div className={styles.stage}>
        <div
          className={clsx(styles.device, device === 'phone' ? styles.phone : styles.desktop)}
          data-theme={scheme}
          style={variablesOf(paletteOf(values.colour), scheme)}
        >
          {view === 'login' ? (
            <PreviewLogin values={values} icon={icon} logo={logo} />
          ) : (
            <PreviewTasks values={values} icon={icon} isWide={device === 'desktop'} />
          )}
        </div>
      </div>
      <p className={styles.note}>{t('preview.note')}</p>
    </section>
  )
}

function variablesOf(palette: Palette, scheme: Scheme): CSSProperties {
  const colours = palette[scheme]
  const variables: Record<`--${string}`, string> = {
    '--brand': palette.brand,
    '--on-brand': palette.on_brand,
    '--link': colours.link.colour,
    '--brand-ui': colours.brand_ui.colour,
    '--on-brand-ui': colours.on_brand_ui,
  }
  return variables
}
