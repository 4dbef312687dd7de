/// <reference types="@sild/i18n/client" />
/// <reference types="vite/client" />

declare module '*.json?icu=login' {
  import type { Catalogue } from '@sild/i18n'

  const messages: Catalogue
  export default messages
}

declare module '*.json?icu=!login,preview' {
  import type { Catalogue } from '@sild/i18n'

  const messages: Catalogue
  export default messages
}

declare module '*.json?icu=preview' {
  import type { Catalogue } from '@sild/i18n'

  const messages: Catalogue
  export default messages
}
