import type { PortalSettings } from '@sild/api'
import { t } from '../../../shell/i18n'
import { Card, Stack } from '../../../ui/Layout'
import { MediaField } from './MediaField'

/** The portal's pictures and its welcome video. */
export function MediaCards({ settings }: { settings: PortalSettings }) {
  return (
    <>
      <Card title={t('media.pictures')} note={t('media.picturesNote')}>
        <Stack gap="l">
          <MediaField
            kind="icon"
            label={t('media.icon')}
            hint={t('media.iconHint')}
            media={settings.icon}
            show={(url) => <img src={url} alt={t('media.iconNow')} width={72} height={72} />}
            none={t('media.iconNone')}
          />
          <MediaField
            kind="logo"
            label={t('media.logo')}
            hint={t('media.logoHint')}
            media={settings.logo}
            show={(url) => <img src={url} alt={t('media.logoNow')} />}
            none={t('media.logoNone')}
          />
        </Stack>
      </Card>
      <Card title={t('media.welcome')} note={t('media.welcomeNote')}>
        <MediaField
          kind="welcome_video"
          label={t('media.video')}
          hint={t('media.videoHint')}
          media={settings.welcome_video}
          show={(url) => (
            // Whoever uploaded it knows what is said in it; it may have no captions.
            // biome-ignore lint/a11y/useMediaCaption: the office's own film comes as one file
            <video src={url} controls preload="metadata" aria-label={t('media.videoNow')} />
          )}
          none={t('media.videoNone')}
        />
      </Card>
    </>
  )
}
