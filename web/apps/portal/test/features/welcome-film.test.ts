// S11: the bundled films as they are committed. `make welcome-video` makes them anew.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages, read } from '@sild/i18n/catalogue'
import { describe, expect, test } from 'vitest'
import { bundledFilms, slideNames } from '../../src/features/welcome/model/film.ts'

const source = join(import.meta.dirname, '../../src')
const messages = join(source, 'messages')
const film = (name: string): Buffer => readFileSync(join(source, 'features/welcome/film', name))

test('every language has a film of its own', () => {
  expect(Object.keys(bundledFilms).sort()).toEqual(languages(messages))
})

describe.each(languages(messages))('the film in %s', (language) => {
  test('its captions are the sentences of the transcript, one every five seconds', () => {
    const words = read(messages, language)
    const cues = film(`welcome-${language}.vtt`).toString().trim().split('\n\n').slice(1)
    const told = cues.map((cue) => {
      const [times = '', sentence] = cue.split('\n')
      return { at: times.split(' ').slice(0, 3).join(' '), sentence }
    })
    const second = (count: number): string => `00:${String(count).padStart(2, '0')}.000`
    expect(told).toEqual(
      slideNames.map((name, index) => ({
        at: `${second(index * 5)} --> ${second((index + 1) * 5)}`,
        sentence: words[`welcome.slides.${name}`],
      })),
    )
  })

  test('it lasts 30 seconds, weighs less than 400 kB and can begin before all of it has come', () => {
    const bytes = film(`welcome-${language}.mp4`)
    expect(bytes.length).toBeLessThan(400_000)
    expect(boxes(bytes).indexOf('moov')).toBeLessThan(boxes(bytes).indexOf('mdat'))
    expect(secondsOf(bytes)).toBe(30)
  })

  test('its first slide is less than 25 kB', () => {
    expect(film(`welcome-${language}.webp`).length).toBeLessThan(25_000)
  })
})

/** The names of an MP4's outermost boxes, in their order. */
function boxes(bytes: Buffer): string[] {
  const names: string[] = []
  for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at)) {
    names.push(bytes.toString('latin1', at + 4, at + 8))
  }
  return names
}

/** How long an MP4 lasts, by its header: `mvhd` of version 0 has two dates, then the scale and the length. */
function secondsOf(bytes: Buffer): number {
  const header = bytes.indexOf('mvhd') + 4
  return bytes.readUInt32BE(header + 16) / bytes.readUInt32BE(header + 12)
}
