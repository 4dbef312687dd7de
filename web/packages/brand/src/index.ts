/** Brand colours that stay readable: what the preview shows before the server has said it. */
export {
  type DerivedColour,
  derivePalette,
  type Palette,
  type SchemeColours,
  surfaces,
  textContrast,
  uiContrast,
} from './palette.ts'
