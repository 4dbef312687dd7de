import type { ComponentType, FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { t } from '../shell/i18n.ts'
import { Failed } from '../shell/State.tsx'

interface Later<P> extends FunctionComponent<P> {
  /** Fetches the code before it is needed. */
  preload: () => void
}

/** A component whose code comes when it is first shown. A connection that fails is said, and can be tried again. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let loaded: ComponentType<P> | null = null
  const fetchOnce = async (): Promise<void> => {
    loaded ??= await load()
  }

  function Shown(props: P) {
    const [state, setState] = useState<'loading' | 'ready' | 'failed'>(loaded ? 'ready' : 'loading')
    useEffect(() => {
      if (state !== 'loading') return
      let isWanted = true
      fetchOnce().then(
        () => isWanted && setState('ready'),
        () => isWanted && setState('failed'),
      )
      return () => {
        isWanted = false
      }
    }, [state])
    const Loaded = loaded
    if (Loaded) return <Loaded {...props} />
    if (state === 'failed') return <Failed retry={() => setState('loading')}>{t('later.failed')}</Failed>
    return null
  }
  return Object.assign(Shown, { preload: () => void fetchOnce().catch(() => undefined) })
}
