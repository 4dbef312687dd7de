declare module '*.json?icu=account,audit,colours,media,officeSettings,portal,preview,staff,templates' {
  import type { Catalogue } from '@sild/i18n'

  const messages: Catalogue
  export default messages
}

declare module '*.json?icu=!account,audit,colours,media,officeSettings,portal,preview,staff,templates' {
  import type { Catalogue } from '@sild/i18n'

  const messages: Catalogue
  export default messages
}
