import type { Language } from '@sild/i18n'
import videoEn from '../film/welcome-en.mp4'
import captionsEn from '../film/welcome-en.vtt'
import posterEn from '../film/welcome-en.webp'
import videoEt from '../film/welcome-et.mp4'
import captionsEt from '../film/welcome-et.vtt'
import posterEt from '../film/welcome-et.webp'
import videoFi from '../film/welcome-fi.mp4'
import captionsFi from '../film/welcome-fi.vtt'
import posterFi from '../film/welcome-fi.webp'

/** What the bundled film shows, in its order; `web/welcome-video` makes it. Each slide says one message. */
export const slideNames = ['portal', 'tasks', 'open', 'send', 'write', 'done'] as const

/** The addresses of a bundled film, its captions and its first slide. */
interface BundledFilm {
  video: string
  captions: string
  poster: string
}

/** The bundled film of each language. */
export const bundledFilms: Record<Language, BundledFilm> = {
  en: { video: videoEn, captions: captionsEn, poster: posterEn },
  et: { video: videoEt, captions: captionsEt, poster: posterEt },
  fi: { video: videoFi, captions: captionsFi, poster: posterFi },
}
