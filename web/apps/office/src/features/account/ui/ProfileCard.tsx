import type { Profile } from '@sild/api'
import { useRouter } from '@tanstack/react-router'
import * as v from 'valibot'
import { changedOf, useEdited } from '../../../shell/edited'
import { fields, useForm } from '../../../shell/form'
import { currentLanguage, readLanguage, t } from '../../../shell/i18n'
import { TheirChanges } from '../../../shell/TheirChanges'
import { Button } from '../../../ui/Button'
import { TextField } from '../../../ui/Field'
import { Form } from '../../../ui/Form'
import { Card, Row, Stack } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { Select } from '../../../ui/Select'
import { showToast } from '../../../ui/Toasts'
import { useUpdateOwnProfile } from '../api/profile'

const schema = v.object({ name: fields.line(100), language: v.picklist(['en', 'et', 'fi']) })

/** The person's name and language. Another language is there as soon as it is saved. */
export function ProfileCard({ profile }: { profile: Profile }) {
  const form = useForm()
  const update = useUpdateOwnProfile()
  const router = useRouter()
  const edited = useEdited({
    name: profile.name,
    language: readLanguage(profile.language) ?? currentLanguage(),
  })
  const { values, set } = edited
  const isChanged = edited.isChanged('name') || edited.isChanged('language')

  const submit = () => {
    const checked = form.check(schema, values)
    if (checked === null || !isChanged) return
    update.mutate(
      { body: changedOf(edited, checked), version: profile.version },
      {
        onSuccess: async () => {
          // The frame takes name and language from the routes.
          await router.invalidate()
          showToast({ text: t('account.savedToast') })
        },
        onError: form.fail,
      },
    )
  }

  return (
    <Card title={t('account.profile')}>
      <Form errors={form.errors} onTyped={form.typed} onSubmit={submit}>
        <Stack>
          <TextField
            name="name"
            label={t('account.name')}
            hint={t('account.nameHint')}
            value={values.name}
            onChange={(name) => set({ name })}
            maxLength={100}
          />
          <TextField
            label={t('account.email')}
            hint={t('account.emailHint')}
            value={profile.email}
            isReadOnly
          />
          <Select
            name="language"
            label={t('account.language')}
            hint={t('account.languageHint')}
            value={values.language}
            onChange={(language) => set({ language })}
            options={[
              { value: 'en', label: t('languages.en') },
              { value: 'et', label: t('languages.et') },
              { value: 'fi', label: t('languages.fi') },
            ]}
          />
          <TheirChanges
            changes={edited.theirs.map((name) =>
              name === 'name'
                ? { label: t('account.name'), value: profile.name }
                : { label: t('account.language'), value: languageWord(profile.language) },
            )}
          />
          {form.failure ? <Notice tone="bad">{form.failure}</Notice> : null}
          <Row isEnd>
            <Button type="submit" variant="primary" isDisabled={!isChanged} isPending={update.isPending}>
              {t('actions.save')}
            </Button>
          </Row>
        </Stack>
      </Form>
    </Card>
  )
}

function languageWord(code: string): string {
  const language = readLanguage(code)
  return language === null ? code : t(`languages.${language}`)
}
