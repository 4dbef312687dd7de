import type { Contact } from '@sild/api'
import { showToast } from '../../ui/Toasts'
import { t } from '../i18n'
import { sentenceOf } from '../problems'
import { useArchiveContact } from './commands'

/** Archives a contact and brings them back; both say what they did, and archiving can be undone. */
export function useArchiving({ id, name }: Pick<Contact, 'id' | 'name'>) {
  const archive = useArchiveContact()
  const setArchived = (isArchived: boolean) =>
    archive.mutate(
      { id, isArchived },
      {
        onError: (error) => showToast({ text: sentenceOf(error), tone: 'bad' }),
        onSuccess: () =>
          showToast(
            isArchived
              ? {
                  text: t('person.archivedToast', { name }),
                  action: { label: t('actions.undo'), run: () => setArchived(false) },
                }
              : { text: t('person.restoredToast', { name }) },
          ),
      },
    )
  return { setArchived, isPending: archive.isPending }
}
