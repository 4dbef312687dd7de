import { useEffect, useRef } from 'react'
import { t } from '../../../shell/i18n'
import { Button } from '../../../ui/Button'
import styles from './Audit.module.css'

/** Asks for more as soon as the end of a list comes into sight; its button does so for keys and screen readers. */
export function MoreOnSight({ isLoading, onMore }: { isLoading: boolean; onMore: () => void }) {
  const place = useRef<HTMLDivElement>(null)
  const ask = useRef(onMore)
  ask.current = onMore

  useEffect(() => {
    if (isLoading || place.current === null) return
    const observer = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) ask.current()
    })
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [isLoading])

  return (
    <div ref={place} className={styles.more}>
      <Button isPending={isLoading} onPress={onMore}>
        {isLoading ? t('states.loadingMore') : t('actions.showMore')}
      </Button>
    </div>
  )
}
