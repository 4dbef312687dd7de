import { MAX_FILE_BYTES } from './limit.ts'
import { createQueue } from './queue.ts'

/** A file as it will be sent, and what was done to it for that. */
export interface Fitted {
  file: File
  /** Made smaller, or made a JPEG that everybody can open; null when it stayed as it was. */
  change: 'smaller' | 'jpeg' | null
}

/** What the browser makes of a photo: its size, and a JPEG of it with the longer side this long. */
export interface Pixels {
  width: number
  height: number
  jpeg: (longerSide: number) => Promise<Blob | null>
  close: () => void
}

/** Longer sides that are tried until the photo fits; the first is as much as every browser can draw. */
const LONGER_SIDES = [4096, 3072, 2304, 1728, 1296] as const
const QUALITY = 0.85

/** One photo at a time: each is some hundred megabytes while it is drawn. */
const queue = createQueue(1)

/** Whether a file is a photo as iPhones take them, which few other machines can open. */
export function isHeic(file: { name: string; type: string }): boolean {
  return /^image\/hei[cf]\b/.test(file.type) || /\.hei[cf]$/i.test(file.name)
}

/** Whether {@link fitPhoto} might change the file: a photo over the limit, or one that few can open. */
export function canBeFitted(file: File, maxBytes = MAX_FILE_BYTES): boolean {
  return isHeic(file) || (file.size > maxBytes && /^image\/(jpeg|png|webp)$/.test(file.type))
}

/**
 * Makes a photo fit the limit, and one that few can open a JPEG. What the browser cannot draw, and what fits already, stays
 * as it is.
 */
export async function fitPhoto(file: File, maxBytes = MAX_FILE_BYTES, decode = decoded): Promise<Fitted> {
  if (!canBeFitted(file, maxBytes)) return { file, change: null }
  return queue.add(async () => {
    const pixels = await decode(file).catch(() => null)
    if (pixels === null) return { file, change: null }
    try {
      const jpeg = await fitting(pixels, maxBytes).catch(() => null)
      if (jpeg === null) return { file, change: null }
      const name = `${file.name.replace(/\.[^.]*$/, '')}.jpg`
      const { lastModified } = file
      return {
        file: new File([jpeg], name, { type: 'image/jpeg', lastModified }),
        change: file.size > maxBytes ? 'smaller' : 'jpeg',
      }
    } finally {
      pixels.close()
    }
  })
}

/** The largest JPEG that fits; null when none does. */
async function fitting({ width, height, jpeg }: Pixels, maxBytes: number): Promise<Blob | null> {
  const longer = Math.max(width, height)
  for (const side of LONGER_SIDES) {
    const blob = await jpeg(Math.min(side, longer))
    if (blob !== null && blob.size <= maxBytes) return blob
  }
  return null
}

/** Draws with the browser's own means, the right way up. */
async function decoded(file: File): Promise<Pixels> {
  const bitmap = await createImageBitmap(file)
  const { width, height } = bitmap
  return {
    width,
    height,
    close: () => bitmap.close(),
    jpeg(longerSide) {
      const scale = longerSide / Math.max(width, height)
      const canvas = document.createElement('canvas')
      canvas.width = Math.round(width * scale)
      canvas.height = Math.round(height * scale)
      const context = canvas.getContext('2d')
      if (!context) return Promise.resolve(null)
      // A JPEG knows no transparency: what was see-through is white, as on paper.
      context.fillStyle = '#ffffff'
      context.fillRect(0, 0, canvas.width, canvas.height)
      context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
      return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
    },
  }
}
