import type { PortalMedia, PortalSettings } from '@sild/api'
import { t } from '../../../shell/i18n'

/** What an office may upload for its portal. */
export type MediaKind = 'icon' | 'logo' | 'welcome_video'

const MEBIBYTE = 1024 * 1024

/** What is taken for a kind: the most bytes, exactly that included, and the types. */
export const MEDIA_LIMITS: Record<MediaKind, { maxBytes: number; types: readonly string[] }> = {
  icon: { maxBytes: MEBIBYTE, types: ['image/png', 'image/jpeg', 'image/webp'] },
  logo: { maxBytes: MEBIBYTE, types: ['image/png', 'image/jpeg', 'image/webp'] },
  welcome_video: { maxBytes: 20 * MEBIBYTE, types: ['video/mp4'] },
}

/** Why a file cannot be sent, in a sentence that says what to do; null when it can. */
export function refusalOf(kind: MediaKind, file: { size: number; type: string }): string | null {
  const isVideo = kind === 'welcome_video'
  const { maxBytes, types } = MEDIA_LIMITS[kind]
  if (!types.includes(file.type)) return isVideo ? t('media.videoType') : t('media.pictureType')
  if (file.size === 0) return t('media.empty')
  if (file.size > maxBytes) return isVideo ? t('media.videoTooLarge') : t('media.pictureTooLarge')
  return null
}

const REASONS: Record<NonNullable<PortalMedia['reason']>, () => string> = {
  wrong_type: () => t('media.reason.wrong_type'),
  unreadable: () => t('media.reason.unreadable'),
  bytes_behind: () => t('media.reason.bytes_behind'),
  too_many_pixels: () => t('media.reason.too_many_pixels'),
  wrong_codec: () => t('media.reason.wrong_codec'),
  too_long: () => t('media.reason.too_long'),
  not_checked: () => t('media.reason.not_checked'),
}

/** Why the newest upload is not taken; null when there is no such reason. */
export function reasonOf({ reason }: PortalMedia): string | null {
  return reason === null ? null : REASONS[reason]()
}

/** Whether the server is looking at something, so that its answer is worth asking for. */
export function isChecking({ icon, logo, welcome_video }: PortalSettings): boolean {
  return [icon, logo, welcome_video].some(({ state }) => state === 'checking')
}
