import type { PortalSettings } from '@sild/api'
import { useEffect, useState } from 'react'
import { isProblem } from '../../../shell/api'
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
  const isChanged = base.slug === null || !isSame(values, formOf(base, office.name))

  useEffect(() => {
    // While nothing is typed the form follows the server.
    if (settings.version !== base.version && !isChanged) {
      setBase(settings)
      setValues(formOf(settings, office.name))
    }
  }, [settings, base.version, isChanged, office.name])

  const submit = () => {
    const body = form.check(portalSchema, values)
    if (body === null) return
    setStale(false)
    save.mutate(
      { body, version: base.version },
      {
        onSuccess: (saved) => {
          setBase(saved)
          setValues(formOf(saved, office.name))
          showToast({ text: t('portal.savedToast') })
        },
        onError: (error) => {
          if (isProblem(error, 'version_mismatch')) setStale(true)
          else form.fail(error)
        },
      },
    )
  }
  const loadNewest = async () => {
    const newest = (await query.refetch()).data
    if (newest === undefined) return
    setBase(newest)
    setValues(formOf(newest, office.name))
    setStale(false)
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
                <Button variant="quiet" onPress={() => setValues(formOf(base, office.name))}>
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
