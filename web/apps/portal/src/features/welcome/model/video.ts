import type { Language } from '@sild/i18n'

/** A film by address. The bundled one has captions; what an office uploaded has none. */
export interface Video {
  source: string
  captions: string | null
}

/** The films to try, the office's own first (S11). Where none plays, the welcome is pictures. */
export function welcomeFilms(own: string | null, bundled: Video | null): Video[] {
  return [own === null ? null : { source: own, captions: null }, bundled].filter((film) => film !== null)
}

/**
 * The welcome film in a language, or in English, or null when the build has none. Known at build, so that nobody
 * has to ask the server for a file that is not there.
 */
export function welcomeVideo(
  language: Language,
  built: readonly string[] = __WELCOME_VIDEOS__,
): Video | null {
  const chosen = [language, 'en'].find((candidate) => built.includes(candidate))
  if (chosen === undefined) return null
  const base = `${import.meta.env.BASE_URL}welcome-${chosen}`
  return { source: `${base}.mp4`, captions: `${base}.vtt` }
}
