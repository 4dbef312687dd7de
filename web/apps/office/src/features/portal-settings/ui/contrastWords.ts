import type { Palette } from '@sild/brand'
import { formatNumber, t } from '../../../shell/i18n'

/** What was done to the colour so that links in it can be read: "darkened for links: 2.4:1 → 4.6:1". */
export function contrastWords(palette: Palette): string {
  const { link } = palette.light
  const before = formatNumber(cut(link.brand_contrast), 1)
  if (link.colour === palette.brand) return t('portal.contrastFine', { ratio: before })
  return t('portal.contrastDarkened', { before, after: formatNumber(cut(link.contrast), 1) })
}

/** Cut, not rounded: a ratio is never shown better than it is. */
function cut(ratio: number): number {
  return Math.floor(ratio * 10) / 10
}
