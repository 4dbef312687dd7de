declare module '*.json?icu=account,audit,colours,media,officeSettings,overview,portal,preview,staff,templates' {
  import type { Catalogue } from '@sild/i18n'

  const messages: Catalogue
  export default messages
}

declare module '*.json?icu=!account,audit,colours,media,officeSettings,overview,portal,preview,staff,templates' {
  import type { Catalogue } from '@sild/i18n'

  const messages: Catalogue
  export default messages
}

declare module '*.json?icu=inbox.heading,inbox.note,nav,requests.heading,people.heading,problems.offline,actions.retry' {
  import type { Catalogue } from '@sild/i18n'

  const messages: Catalogue
  export default messages
}
