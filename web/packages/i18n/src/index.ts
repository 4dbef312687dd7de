/**
 * Messages at run time. They are compiled from ICU at build (see `build/`), so nothing is parsed here:
 * a message is a text or a function of its arguments and of the formats below.
 */

/** A compiled message. */
export type Message = string | ((args: Record<string, unknown>, format: Format) => string)

/** Compiled messages by key, as a build gives them. */
export type Catalogue = Readonly<Record<string, Message>>

/** The languages that people can choose. */
export type Language = 'en' | 'et' | 'fi'

/** `2026-03-31`, an instant such as `2026-03-02T08:00:00Z`, or a `Date`. */
export type DateValue = string | Date

/** How much of a date is written. */
export type DateStyle = 'short' | 'day' | 'medium' | 'long' | 'full' | 'month'

/** What a compiled message calls. The names are short because they stand in every compiled message. */
export interface Format {
  /** A number. */
  n(value: unknown): string
  /** A date. */
  d(value: unknown, style: DateStyle): string
  /** A time of day. */
  h(value: unknown): string
  /** The plural case of a number; `=1` wins over `one`. */
  p(value: unknown, cases: Record<string, (rest: number) => string>, offset: number, ordinal: boolean): string
  /** The case of a word, or `other`. */
  s(value: unknown, cases: Record<string, () => string>): string
}

/** What the people who wrote the messages promised: each key with the arguments that it takes, or null. */
export type MessageTypes = object

/** What starting needs. `timeZone` is the office's: instants are shown in it, whoever looks from wherever. */
export interface Start {
  language: Language
  timeZone: string
  messages: Catalogue
}

/** The messages and formats of one app. */
export interface I18n<M extends MessageTypes> {
  /** Sets language, zone and messages. Call before the first render; calling again replaces all three. */
  start(options: Start): void
  /** Adds messages that came with a later chunk. */
  add(messages: Catalogue): void
  /** The text of a message. Key and arguments are checked by the compiler. */
  t<K extends keyof M & string>(key: K, ...args: M[K] extends null ? [] : [M[K]]): string
  /** A date: `31 Mar` (short), `Tue 31 Mar` (day), `31 Mar 2026` (medium), `31 March 2026` (long), `Tuesday 31 March` (full), `March 2026` (month). */
  date(value: DateValue, style?: DateStyle): string
  /** A time of day: `10:05`. */
  time(value: DateValue): string
  /** The calendar date of an instant in the office's zone: `2026-03-31`. */
  isoDate(instant: DateValue): string
  /** A number with the language's separators; `digits` after the point at most. */
  number(value: number, digits?: number): string
  /** `Mari, Jaan and Peeter`. */
  list(values: readonly string[]): string
  /** The language in use. */
  language(): Language
}

const locales: Record<Language, string> = { en: 'en-GB', et: 'et-EE', fi: 'fi-FI' }

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short' },
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  full: { weekday: 'long', day: 'numeric', month: 'long' },
  month: { month: 'long', year: 'numeric' },
}

/** Makes the messages of an app; `M` is the generated `Messages`. */
export function createI18n<M extends MessageTypes>(): I18n<M> {
  let language: Language = 'en'
  let timeZone = 'UTC'
  let messages: Record<string, Message> = {}
  let made = new Map<string, unknown>()

  /** Intl objects are dear to make and free to keep. */
  const once = <T>(name: string, make: () => T): T => {
    if (!made.has(name)) made.set(name, make())
    return made.get(name) as T
  }
  const dates = (value: unknown, style: string, options: Intl.DateTimeFormatOptions): string => {
    // A calendar date has no zone: it is that day everywhere.
    const isCivil = typeof value === 'string' && value.length === 10
    const zone = isCivil ? 'UTC' : timeZone
    return once(
      style + zone,
      () => new Intl.DateTimeFormat(locales[language], { ...options, timeZone: zone }),
    ).format(new Date(value as DateValue))
  }
  const number = (value: unknown, digits = 3): string =>
    once(
      `n${digits}`,
      () => new Intl.NumberFormat(locales[language], { maximumFractionDigits: digits }),
    ).format(value as number)

  const format: Format = {
    n: (value) => number(value),
    d(value, style) {
      const options = styles[style]
      // Finns write a month as its number wherever it is short: `ti 31.3.2026`.
      const isNumber = language === 'fi' && options.month === 'short'
      return dates(value, style, isNumber ? { ...options, month: 'numeric' } : options)
    },
    h: (value) => dates(value, 'time', { hour: '2-digit', minute: '2-digit' }),
    p(value, cases, offset, ordinal) {
      const count = value as number
      const rest = count - offset
      const rules = once(
        `p${ordinal}`,
        () => new Intl.PluralRules(locales[language], { type: ordinal ? 'ordinal' : 'cardinal' }),
      )
      const chosen = cases[`=${count}`] ?? cases[rules.select(rest)] ?? cases.other
      return chosen ? chosen(rest) : ''
    },
    s: (value, cases) => (cases[String(value)] ?? cases.other)?.() ?? '',
  }

  return {
    start(options) {
      ;({ language, timeZone } = options)
      messages = { ...options.messages }
      made = new Map()
    },
    add(more) {
      Object.assign(messages, more)
    },
    t(key, ...args) {
      const message = messages[key]
      if (typeof message === 'function') return message((args[0] ?? {}) as Record<string, unknown>, format)
      return message ?? key
    },
    date: (value, style = 'medium') => format.d(value, style),
    time: (value) => format.h(value),
    isoDate: (instant) =>
      once('iso', () => new Intl.DateTimeFormat('en-CA', { timeZone })).format(new Date(instant)),
    number,
    list: (values) => once('list', () => new Intl.ListFormat(locales[language])).format(values),
    language: () => language,
  }
}
