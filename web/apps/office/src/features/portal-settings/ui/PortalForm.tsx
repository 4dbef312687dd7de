import type { PortalSettings } from '@sild/api'
import { useEffect, useEffectEvent, useState } from 'react'
import { isProblem } from '../../../shell/api'
import { DraftNotice } from '../../../shell/DraftNotice'
import { useDraft } from '../../../shell/draft'
import { useForm } from '../../../shell/form'
import { t } from '../../../shell/i18n'
import { useSession } from '../../../shell/session'
import { Button } from '../../../ui/Button'
import { ColourField } from '../../../ui/ColourField'
import { TextArea, TextField } from '../../../ui/Field'
import { Form } from '../../../ui/Form'
import { Card, Row, Stack } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { showToast } from '../../../ui/Toasts'
import { usePortalSettings, useSavePortalSettings } from '../api/portal'
import { formOf, isSame, portalSchema } from '../model/form'
import { paletteOf } from '../model/palette'
import { contrastWords } from './contrastWords'
import { NameField } from './NameField'
import { PortalPreview } from './PortalPreview'
import styles from './PortalSettings.module.css'
import { SWATCHES } from './swatches'

/** Name, colour and description on the left; on the right what a client will see, with the unsaved values. */
export function PortalForm({ settings }: { settings: PortalSettings }) {
  const { office } = useSession()
  const form = useForm()
  const query = usePortalSettings()
  const save = useSavePortalSettings()
  // What was read when the form began: the save is refused when somebody else has saved since.
  const [base, setBase] = useState(settings)
  const [values, setValues] = useState(() => formOf(settings, office.name))
  const [isStale, setStale] = useState(false)
  const set = (change: Partial<typeof values>) => setValues((known) => ({ ...known, ...change }))
  const draft = useDraft('portal', { values, version: base.version }, (kept) => {
    setValues(kept.values)
    // A save is refused, as without the reload, until its writer has said whose words hold.
    setBase({ ...settings, version: kept.version })
    setStale(kept.version !== settings.version)
  })
  const isChanged = base.slug === null || !isSame(values, formOf(base, office.name))

  const begin = (newest: PortalSettings, sent?: typeof values) => {
    const fresh = formOf(newest, office.name)
    setBase(newest)
    // What was typed while it was on its way stays.
    setValues((now) => (sent === undefined || isSame(now, sent) ? fresh : now))
    setStale(false)
    draft.goOnFrom({ values: fresh, version: newest.version })
  }
  const beginAgain = useEffectEvent(begin)

  useEffect(() => {
    // While nothing is typed the form follows the server.
    if (settings.version !== base.version && !isChanged) beginAgain(settings)
  }, [settings, base.version, isChanged])

  const submit = () => {
    const body = form.check(portalSchema, values)
    if (body === null) return
    setStale(false)
    // Whoever leaves meanwhile has saved it all the same.
    save.mutateAsync({ body, version: base.version }).then(
      (saved) => {
        begin(saved, values)
        showToast({ text: t('portal.savedToast') })
      },
      (error: unknown) => {
        if (isProblem(error, 'version_mismatch')) setStale(true)
        else form.fail(error)
      },
    )
  }
  const loadNewest = async () => {
    const newest = (await query.refetch()).data
    if (newest === undefined) return
    begin(newest)
  }
  const keepMine = async () => {
    const newest = (await query.refetch()).data
    if (newest === undefined) return
    setBase(newest)
    setStale(false)
  }

  return (
    <div className={styles.columns}>
      <Form errors={form.errors} onTyped={form.typed} onSubmit={submit}>
        <Card title={t('portal.look')}>
          <Stack gap="l">
            <DraftNotice draft={draft} />
            {base.slug === null ? <Notice>{t('portal.nameFirst')}</Notice> : null}
            <TextField
              name="name"
              label={t('portal.name')}
              hint={t('portal.nameHint')}
              value={values.name}
              onChange={(name) => set({ name })}
              maxLength={150}
            />
            <NameField settings={base} value={values.slug} onChange={(slug) => set({ slug })} />
            <ColourField
              name="colour"
              label={t('portal.colour')}
              value={values.colour}
              onChange={(colour) => set({ colour })}
              hint={contrastWords(paletteOf(values.colour))}
              labels={{
                open: t('portal.colourOpen'),
                area: t('portal.colourArea'),
                hue: t('portal.colourHue'),
                swatches: t('portal.colourSwatches'),
              }}
              swatches={SWATCHES.map(({ hex, name }) => ({ hex, name: name() }))}
            />
            <TextArea
              name="description"
              label={t('portal.description')}
              optional={t('forms.optional')}
              hint={t('portal.descriptionHint')}
              value={values.description}
              onChange={(description) => set({ description })}
              maxLength={500}
            />
            {isStale ? (
              <Notice
                tone="warn"
                title={t('portal.staleTitle')}
                action={
                  <>
                    <Button size="small" onPress={() => void loadNewest()}>
                      {t('portal.loadNewest')}
                    </Button>
                    <Button size="small" onPress={() => void keepMine()}>
                      {t('portal.keepMine')}
                    </Button>
                  </>
                }
              >
                {t('portal.staleText')}
              </Notice>
            ) : null}
            {form.failure ? <Notice tone="bad">{form.failure}</Notice> : null}
            <Row>
              <Button type="submit" variant="primary" isPending={save.isPending} isDisabled={!isChanged}>
                {base.slug === null ? t('portal.create') : t('actions.save')}
              </Button>
              {isChanged && base.slug !== null ? (
                <Button variant="quiet" onPress={() => begin(base)}>
                  {t('portal.discard')}
                </Button>
              ) : null}
            </Row>
          </Stack>
        </Card>
      </Form>
      <PortalPreview values={values} icon={settings.icon.url} logo={settings.logo.url} />
    </div>
  )
}
