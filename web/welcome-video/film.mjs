// npm run film [-- folder]
// Makes the welcome film of each language from screens of the built portal: the film, its captions and its first
// slide as a picture. `folder` keeps the slides, for those who want to look at them.
// Needs Chromium and Debian's packages ffmpeg and fonts-roboto-unhinted.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { languages, read } from '@sild/i18n/catalogue'
import { chromium } from 'playwright-core'
import { captionsOf } from './captions.mjs'
import { portal } from './screens.mjs'
import { slides } from './slides.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const messages = here('../apps/portal/src/messages')
const films = here('../apps/portal/src/features/welcome/film')
const slideSeconds = 5
const framesPerSecond = 15
const fadeSeconds = 5 / framesPerSecond

const kept = process.argv[2]
const folder = kept ?? mkdtempSync(join(tmpdir(), 'welcome-'))
mkdirSync(folder, { recursive: true })
mkdirSync(films, { recursive: true })
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
})
for (const language of languages(messages)) {
  const words = read(messages, language)
  const screens = await portal(browser, language, words)
  const pictures = await slides(browser, language, screens)
  const paths = pictures.map((picture, index) => {
    const path = join(folder, `${language}-${index + 1}.png`)
    writeFileSync(path, picture)
    return path
  })
  const name = `welcome-${language}`
  const film = join(films, `${name}.mp4`)
  encode(paths, film)
  ffmpeg('-i', paths[0], '-c:v', 'libwebp', '-quality', '65', '-preset', 'text', join(films, `${name}.webp`))
  const sentences = screens.map(({ sentence }) => sentence)
  writeFileSync(join(films, `${name}.vtt`), captionsOf(sentences, slideSeconds))
  console.log(`${language}: ${statSync(film).size} bytes`)
}
await browser.close()
if (kept === undefined) rmSync(folder, { recursive: true })

/** The pictures one after the other, each faded in when its caption begins. */
function encode(paths, film) {
  const still = ['-loop', '1', '-framerate', `${framesPerSecond}`, '-t', `${slideSeconds + fadeSeconds}`]
  const inputs = paths.flatMap((path) => [...still, '-i', path])
  const fades = paths.slice(1).map((_, index) => {
    const before = index === 0 ? '[0]' : `[fade${index}]`
    const offset = (index + 1) * slideSeconds - fadeSeconds
    return `${before}[${index + 1}]xfade=duration=${fadeSeconds}:offset=${offset}[fade${index + 1}]`
  })
  const last = `[fade${paths.length - 1}]scale=out_color_matrix=bt709:out_range=tv,format=yuv420p[film]`
  ffmpeg(
    ...inputs,
    ...['-filter_complex', [...fades, last].join(';'), '-map', '[film]'],
    ...['-t', `${paths.length * slideSeconds}`, '-g', `${slideSeconds * framesPerSecond}`],
    ...['-c:v', 'libx264', '-preset', 'veryslow', '-tune', 'animation', '-crf', '26'],
    ...['-profile:v', 'high', '-level', '3.1'],
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
    ...['-map_metadata', '-1', '-fflags', '+bitexact', '-movflags', '+faststart', film],
  )
}

function ffmpeg(...args) {
  execFileSync('ffmpeg', ['-loglevel', 'error', '-y', ...args], { stdio: 'inherit' })
}
