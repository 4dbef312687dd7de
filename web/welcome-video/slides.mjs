// The slides: a sentence and a phone, in the portal's own tokens.
import { fileURLToPath } from 'node:url'

const tokens = fileURLToPath(new URL('../packages/tokens/tokens.css', import.meta.url))
const look = fileURLToPath(new URL('slide.css', import.meta.url))

/** A picture of each screen's slide. */
export async function slides(browser, language, screens) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  const pictures = []
  for (const [index, { sentence, picture, isFoot }] of screens.entries()) {
    const dots = screens.map((_, other) => `<i class="${other === index ? 'now' : ''}"></i>`).join('')
    // A word stays whole, also at its hyphen.
    const words = sentence.split(' ').map((word) => `<span>${word}</span>`)
    await page.setContent(
      `<html lang="${language}"><body>
        <h1>${words.join(' ')}</h1>
        <p class="dots">${dots}</p>
        <div class="phone ${isFoot ? 'foot' : ''}"><img src="data:image/png;base64,${picture.toString('base64')}"></div>
      </body></html>`,
    )
    await page.addStyleTag({ path: tokens })
    await page.addStyleTag({ path: look })
    pictures.push(await page.screenshot())
  }
  await page.close()
  return pictures
}
