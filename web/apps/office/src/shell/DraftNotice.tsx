import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import type { FormDraft } from './draft'
import { t } from './i18n'

/** Says that what stands in a form was typed earlier, and takes it away when it is not wanted any more. */
export function DraftNotice({ draft }: { draft: FormDraft }) {
  if (!draft.isReturning) return null
  return (
    <Notice
      action={
        <Button
          size="small"
          onPress={({ target }) => {
            // The button goes away: the first field is where one begins anew.
            target.closest('form')?.querySelector<HTMLElement>('input, textarea')?.focus()
            draft.discard()
          }}
        >
          {t('forms.discardDraft')}
        </Button>
      }
    >
      {t('forms.draftReturned')}
    </Notice>
  )
}

/** Gives up what was written. */
export function CancelDraft({ draft, onCancel }: { draft: FormDraft; onCancel: () => void }) {
  return (
    <Button
      onPress={() => {
        draft.forget()
        onCancel()
      }}
    >
      {t('actions.cancel')}
    </Button>
  )
}
