import type { PortalProfile } from '@sild/api'
import { useEffect, useRef, useState } from 'preact/hooks'
import button from '../../../shell/button.module.css'
import { useDraft } from '../../../shell/draft.ts'
import { t } from '../../../shell/i18n.ts'
import { Overtaken } from '../model/overtaken.ts'
import { failureSentence, fieldSentence } from '../model/sentences.ts'
import styles from './Profile.module.css'
import { Saved } from './Saved.tsx'
import { useSave } from './use-save.ts'

interface Typed {
  /** What is not saved yet; null when nothing is. */
  text: string | null
  /** What stood there when they began. */
  from: string | null
}

const nothing: Typed = { text: null, from: null }
const written = (text: string): string | null => text.trim() || null

interface Props {
  part: 'name' | 'phone'
  profile: PortalProfile
  label: string
  hint: string
  attributes: { autocomplete: string; inputMode: 'text' | 'tel'; maxLength: number }
}

/**
 * A line of the profile that saves itself when its person goes on. Not while they type: every value that is saved is
 * shown to their accountants.
 */
export function TextField({ part, profile, label, hint, attributes }: Props) {
  const stored = profile[part] ?? null
  const [typed, keep] = useDraft(`profile.${part}`, nothing)
  const [isHere, setHere] = useState(false)
  const latest = useRef(typed)
  useEffect(() => {
    latest.current = typed
  }, [typed])
  const save = useSave<string | null>({
    profile,
    part: (of) => of[part] ?? null,
    // A name that is empty is refused as every other wrong value is.
    bodyOf: (value) => (part === 'name' ? { name: value ?? '' } : { phone: value }),
    onSaved: (value) => {
      const { text } = latest.current
      keep(text === null || written(text) === value ? nothing : { text, from: value })
    },
  })
  const wrong = fieldSentence(save.error, part)
  const isUnsaved = typed.text !== null && written(typed.text) !== stored
  const id = `profile-${part}`

  const finish = (): void => {
    if (typed.text === null || save.isPending) return
    const to = written(typed.text)
    if (to === stored) {
      keep(nothing)
      save.reset()
    } else save.mutate({ from: typed.from, to })
  }

  return (
    <form
      class={styles.part}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        finish()
      }}
    >
      <div class={styles.top}>
        <label class={styles.label} for={id}>
          {label}
        </label>
        <Saved state={save.isPending ? 'saving' : save.isSuccess && !isUnsaved ? 'saved' : null} />
      </div>
      <input
        class={styles.field}
        id={id}
        {...attributes}
        value={typed.text ?? stored ?? ''}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? `${id}-hint` : `${id}-wrong ${id}-hint`}
        onInput={(event) =>
          keep({ text: event.currentTarget.value, from: typed.text === null ? stored : typed.from })
        }
        onFocus={() => setHere(true)}
        onBlur={() => {
          setHere(false)
          finish()
        }}
      />
      {wrong !== null && (
        <p class={styles.error} id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      )}
      <p class={styles.hint} id={`${id}-hint`}>
        {hint}
      </p>
      {save.error instanceof Overtaken ? (
        <Theirs
          value={stored}
          keepMine={() => save.mutate({ from: stored, to: written(typed.text ?? '') })}
          takeTheirs={() => {
            keep(nothing)
            save.reset()
            document.getElementById(id)?.focus()
          }}
        />
      ) : (
        isUnsaved && wrong === null && !isHere && !save.isPending && <Unsaved error={save.error} />
      )}
    </form>
  )
}

/** Somebody else was faster: what they wrote, and which of the two is to stay. */
function Theirs({
  value,
  keepMine,
  takeTheirs,
}: {
  value: string | null
  keepMine: () => void
  takeTheirs: () => void
}) {
  return (
    <div class={styles.notice} role="alert">
      <p>{value === null ? t('profile.theirsNone') : t('profile.theirs', { value })}</p>
      <div class={styles.choices}>
        <button class={button.second} type="button" onClick={keepMine}>
          {t('profile.keepMine')}
        </button>
        <button class={button.quiet} type="button" onClick={takeTheirs}>
          {t('profile.takeTheirs')}
        </button>
      </div>
    </div>
  )
}

/** What was typed is still only here: it could not be saved, or the page was left before. */
function Unsaved({ error }: { error: Error | null }) {
  return (
    <div class={styles.unsaved}>
      {error ? (
        <p class={styles.error} role="alert">
          {failureSentence(error)}
        </p>
      ) : (
        <p class={styles.hint}>{t('profile.unsaved')}</p>
      )}
      <button class={button.second} type="submit">
        {t('profile.save')}
      </button>
    </div>
  )
}
