import type { PortalBranding } from '@sild/api'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { pathWithin } from '../shell/boot.ts'
import button from '../shell/button.module.css'
import { Icon } from '../shell/Icon.tsx'
import { t } from '../shell/i18n.ts'
import styles from './Ended.module.css'

/** The session is over. The way back leads to where somebody was; what they typed is still in this browser. */
export function Ended({ branding }: { branding: PortalBranding }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  const target = pathWithin(branding.base_path, location.pathname)
  return (
    <main class={styles.ended}>
      <span class={styles.drawing}>
        <Icon name="out" size={28} />
      </span>
      <h1 class={styles.title} tabIndex={-1} ref={heading}>
        {t('ended.title')}
      </h1>
      <p class={styles.text}>{t('ended.text')}</p>
      <a
        class={button.main}
        href={`${branding.base_path}/login?${new URLSearchParams({ ended: '', to: target })}`}
      >
        {t('ended.again')}
      </a>
    </main>
  )
}
