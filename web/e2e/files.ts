import type { Browser } from '@playwright/test'

const MIB = 1024 * 1024

/** A PDF of one page that a reader opens, made as large as asked by an embedded stream of bytes. */
function pdfOf(sizeBytes: number): Buffer {
  const page = 'BT /F1 24 Tf 72 720 Td (Bank statement) Tj ET'
  const head = '%PDF-1.4\n'
  const objects = (padding: number) => [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${padding} >>\nstream\n${'%'.repeat(padding)}\nendstream`,
  ]
  const write = (padding: number) => {
    let text = head
    const places: number[] = []
    objects(padding).forEach((object, index) => {
      places.push(text.length)
      text += `${index + 1} 0 obj\n${object}\nendobj\n`
    })
    const table = text.length
    const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
    text += `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${rows}`
    text += `trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
    return text
  }
  // The numbers inside grow with the padding, so the size is met in a few steps.
  let padding = sizeBytes - write(0).length
  for (let step = 0; step < 4; step += 1) padding += sizeBytes - write(padding).length
  return Buffer.from(write(padding), 'latin1')
}

/** 9.9 MB, inside the limit. */
export const largePdf = () => pdfOf(Math.round(9.9 * MIB))

/** 11 MB, beyond the limit. */
export const tooLargePdf = () => pdfOf(11 * MIB)

/** A photo as a camera gives it: a JPEG of something that was drawn. */
export async function photo(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 1600 } })
  await page.setContent(`
    <body style="margin:0;background:linear-gradient(160deg,#d8cfc0,#8f8573);font:48px serif">
      <div style="margin:160px;padding:80px;background:#fdfcf8;transform:rotate(-3deg);box-shadow:0 20px 60px #0006">
        <h1>Receipt</h1><p>Fuel, 41.20 l</p><p>Total 68.39</p><p>VAT 22 % 12.33</p>
      </div>
    </body>`)
  const picture = await page.screenshot({ type: 'jpeg', quality: 85 })
  await page.close()
  return picture
}

/** A picture without two pixels alike, which as a PNG is far beyond the limit. */
export async function largePhoto(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage()
  const picture = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2400, 2000)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('this browser draws nothing')
    const pixels = context.createImageData(canvas.width, canvas.height)
    // In this order no value follows from the one before it.
    let value = 1
    for (let at = 0; at < pixels.data.length; at += 1) {
      value = (Math.imul(value, 1_664_525) + 1_013_904_223) | 0
      pixels.data[at] = at % 4 === 3 ? 255 : value >>> 24
    }
    context.putImageData(pixels, 0, 0)
    const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(byte)
    return btoa(text)
  })
  await page.close()
  return Buffer.from(picture, 'base64')
}
