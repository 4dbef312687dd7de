declare module '*.json?icu' {
  import type { Catalogue } from '@sild/i18n'

  const messages: Catalogue
  export default messages
}
