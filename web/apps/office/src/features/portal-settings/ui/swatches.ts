import { t } from '../../../shell/i18n'

/** Colours to begin with. */
export const SWATCHES: { hex: string; name: () => string }[] = [
  { hex: '#1f6f5c', name: () => t('colours.green') },
  { hex: '#1d4ed8', name: () => t('colours.blue') },
  { hex: '#0f766e', name: () => t('colours.teal') },
  { hex: '#5b4bc4', name: () => t('colours.violet') },
  { hex: '#9d174d', name: () => t('colours.plum') },
  { hex: '#b45309', name: () => t('colours.amber') },
  { hex: '#b91c1c', name: () => t('colours.red') },
  { hex: '#0369a1', name: () => t('colours.sky') },
  { hex: '#4d7c0f', name: () => t('colours.olive') },
  { hex: '#334155', name: () => t('colours.slate') },
  { hex: '#7c2d12', name: () => t('colours.brown') },
  { hex: '#1c1917', name: () => t('colours.black') },
]
