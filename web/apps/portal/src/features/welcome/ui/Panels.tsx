import { useEffect, useRef, useState } from 'preact/hooks'
import button from '../../../shell/button.module.css'
import { t } from '../../../shell/i18n.ts'
import { Drawing } from './Drawing.tsx'
import styles from './Panels.module.css'
import { panelNames } from './panel-names.ts'

/** The welcome in three pictures, at the reader's own pace. */
export function Panels({ onEnd }: { onEnd: () => void }) {
  const [step, setStep] = useState(0)
  const title = useRef<HTMLHeadingElement>(null)
  const isFirstRender = useRef(true)
  const name = panelNames[step] ?? 'list'
  const isLast = step === panelNames.length - 1
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new step moves the focus to its heading.
  useEffect(() => {
    if (!isFirstRender.current) title.current?.focus()
    isFirstRender.current = false
  }, [step])
  return (
    <>
      <div class={styles.panel} key={name}>
        <Drawing name={name} />
        <p class={styles.step}>{t('welcome.step', { step: step + 1, total: panelNames.length })}</p>
        <h3 class={styles.title} tabIndex={-1} ref={title}>
          {t(`welcome.panels.${name}.title`)}
        </h3>
        <p class={styles.text}>{t(`welcome.panels.${name}.text`)}</p>
      </div>
      <div class={styles.foot}>
        {step === 0 ? (
          <button class={button.quiet} type="button" onClick={onEnd}>
            {t('welcome.skip')}
          </button>
        ) : (
          <button class={button.quiet} type="button" onClick={() => setStep(step - 1)}>
            {t('welcome.back')}
          </button>
        )}
        <span class={styles.dots} aria-hidden="true">
          {panelNames.map((dot) => (
            <span key={dot} class={`${styles.dot} ${dot === name ? styles.current : ''}`} />
          ))}
        </span>
        <button class={button.main} type="button" onClick={isLast ? onEnd : () => setStep(step + 1)}>
          {isLast ? t('welcome.start') : t('welcome.next')}
        </button>
      </div>
    </>
  )
}
