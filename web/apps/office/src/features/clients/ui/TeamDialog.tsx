import type { OfficeClient } from '@sild/api'
import { useState } from 'react'
import { changedOf, useEdited } from '../../../shell/edited'
import { useForm } from '../../../shell/form'
import { formatList, t } from '../../../shell/i18n'
import { useMembers } from '../../../shell/lookups'
import { TheirChanges } from '../../../shell/TheirChanges'
import { Avatar } from '../../../ui/Avatar'
import { Button } from '../../../ui/Button'
import { Checkbox } from '../../../ui/Choice'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { Hidden } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { SearchField } from '../../../ui/SearchField'
import { useUpdateClient } from '../api/clients'
import styles from './Team.module.css'

/** From so many members on, a search stands above them. */
const MANY = 9

/** Who answers for the client and who works with it. Whoever answers for it works with it too. */
export function TeamDialog({ client, onClose }: { client: OfficeClient; onClose: () => void }) {
  const form = useForm()
  const update = useUpdateClient(client)
  const everybody = useEverybody(client)
  const [search, setSearch] = useState('')
  const edited = useEdited({
    responsible_ids: client.responsible.map(({ id }) => id),
    member_ids: client.members.map(({ id }) => id),
  })
  const { values, set } = edited
  const shown = everybody.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()))

  const save = () => {
    const body = changedOf(edited, values)
    if (Object.keys(body).length === 0) return onClose()
    update.mutate(body, { onSuccess: onClose, onError: form.fail })
  }
  const theirs = edited.theirs.map((name) =>
    name === 'responsible_ids'
      ? { label: t('clientCard.answersFor'), value: formatList(client.responsible.map((one) => one.name)) }
      : { label: t('clientCard.worksWith'), value: formatList(client.members.map((one) => one.name)) },
  )

  return (
    <Dialog
      title={t('clientCard.teamTitle', { client: client.name })}
      closeLabel={t('actions.close')}
      isOpen
      onClose={onClose}
    >
      <DialogBody>
        <p>{t('clientCard.teamNote')}</p>
        {everybody.length > MANY ? (
          <SearchField
            label={t('clientCard.findMember')}
            clearLabel={t('actions.clearSearch')}
            placeholder={t('clientCard.findMember')}
            value={search}
            onChange={setSearch}
          />
        ) : null}
        <table className={styles.team}>
          <caption>
            <Hidden>{t('clientCard.team')}</Hidden>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('clientCard.memberColumn')}</th>
              <th scope="col">{t('clientCard.answersFor')}</th>
              <th scope="col">{t('clientCard.worksWith')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, name }) => {
              const answers = values.responsible_ids.includes(id)
              return (
                <tr key={id}>
                  <th scope="row">
                    <span className={styles.member}>
                      <Avatar name={name} size="small" />
                      {name}
                    </span>
                  </th>
                  <td>
                    <Checkbox
                      aria-label={t('clientCard.answersForOf', { name })}
                      isSelected={answers}
                      onChange={(isOn) => set({ responsible_ids: toggled(values.responsible_ids, id, isOn) })}
                    />
                  </td>
                  <td>
                    <Checkbox
                      aria-label={t('clientCard.worksWithOf', { name })}
                      isSelected={answers || values.member_ids.includes(id)}
                      isDisabled={answers}
                      onChange={(isOn) => set({ member_ids: toggled(values.member_ids, id, isOn) })}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
        {shown.length === 0 ? <p role="status">{t('clientCard.noMember')}</p> : null}
        <TheirChanges changes={theirs} />
        {[form.failure, ...Object.values(form.errors)]
          .filter((sentence) => sentence !== null)
          .map((sentence) => (
            <Notice key={sentence} tone="bad">
              {sentence}
            </Notice>
          ))}
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>{t('actions.cancel')}</Button>
        <Button variant="primary" isPending={update.isPending} onPress={save}>
          {t('actions.save')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}

/** The office's members, and those of the client who are not among them any more. */
function useEverybody({ responsible, members }: OfficeClient): { id: string; name: string }[] {
  const all = useMembers()
  const gone = [...responsible, ...members].filter(({ id }) => !all.some((member) => member.id === id))
  return [...all, ...gone]
}

const toggled = (ids: string[], id: string, isOn: boolean) =>
  isOn ? [...ids, id] : ids.filter((one) => one !== id)
