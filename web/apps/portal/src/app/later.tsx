import type { ComponentChildren, ComponentType, FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { t } from '../shell/i18n.ts'
import { Page } from '../shell/Page.tsx'
import { type Bone, Failed, Skeleton } from '../shell/State.tsx'

interface Later<P> extends FunctionComponent<P> {
  /** Fetches the code before it is needed. */
  preload: () => void
}

/** What stands where a screen will be. */
interface Outline {
  title: () => string
  lines: readonly Bone[]
}

/** Code that comes sooner than this is not waited for with anything to see. */
const PATIENCE_MILLISECONDS = 200

/**
 * A component whose code comes when it is first shown. Where it is slow, the `outline` of its screen stands there until
 * it has come. A connection that fails is said, and can be tried again.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>, outline?: Outline): Later<P> {
  let loaded: ComponentType<P> | null = null
  const fetchOnce = async (): Promise<void> => {
    loaded ??= await load()
  }

  function Shown(props: P) {
    const [state, setState] = useState<'loading' | 'ready' | 'failed'>(loaded ? 'ready' : 'loading')
    const [isSlow, setSlow] = useState(false)
    useEffect(() => {
      if (state !== 'loading') return
      let isWanted = true
      const timer = setTimeout(() => setSlow(true), PATIENCE_MILLISECONDS)
      fetchOnce()
        .then(
          () => isWanted && setState('ready'),
          () => isWanted && setState('failed'),
        )
        .finally(() => clearTimeout(timer))
      return () => {
        isWanted = false
        clearTimeout(timer)
      }
    }, [state])
    const Loaded = loaded
    if (Loaded) return <Loaded {...props} />
    if (state === 'failed') {
      return (
        <Standing outline={outline}>
          <Failed retry={() => setState('loading')}>{t('later.failed')}</Failed>
        </Standing>
      )
    }
    if (!isSlow || !outline) return null
    return (
      <Standing outline={outline}>
        <Skeleton lines={outline.lines} isLate />
      </Standing>
    )
  }
  return Object.assign(Shown, { preload: () => void fetchOnce().catch(() => undefined) })
}

function Standing({ outline, children }: { outline: Outline | undefined; children: ComponentChildren }) {
  if (!outline) return <>{children}</>
  return (
    <Page title={outline.title()} isWaiting>
      {children}
    </Page>
  )
}
