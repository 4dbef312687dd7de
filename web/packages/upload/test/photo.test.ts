import { expect, test } from 'vitest'
import { canBeFitted, fitPhoto, isHeic, type Pixels } from '../src/index.ts'

const photo = (size: number, name = 'IMG_1.JPG', type = 'image/jpeg') =>
  new File(['x'.repeat(size)], name, { type, lastModified: 5 })

/** A browser that draws: a JPEG has a byte for each pixel of its longer side. */
function drawing(width: number, height: number) {
  const told = { sides: [] as number[], closed: 0 }
  const decode = async (): Promise<Pixels> => ({
    width,
    height,
    close: () => {
      told.closed += 1
    },
    jpeg: async (longerSide) => {
      told.sides.push(longerSide)
      return new Blob(['x'.repeat(longerSide)], { type: 'image/jpeg' })
    },
  })
  return { told, decode }
}

test('only photos over the limit, and those that few can open, are changed', async () => {
  expect(canBeFitted(photo(10), 10)).toBe(false)
  expect(canBeFitted(photo(11), 10)).toBe(true)
  expect(canBeFitted(photo(11, 'big.pdf', 'application/pdf'), 10)).toBe(false)
  expect(canBeFitted(photo(11, 'moving.gif', 'image/gif'), 10)).toBe(false)
  expect(canBeFitted(photo(1, 'IMG_2.HEIC', ''), 10)).toBe(true)
  expect(isHeic(photo(1, 'x.jpg', 'image/heif'))).toBe(true)
  const file = photo(10)
  const { told, decode } = drawing(100, 50)
  expect(await fitPhoto(file, 10, decode)).toEqual({ file, change: null })
  expect(told.sides).toEqual([])
})

test('S34: a photo over the limit is drawn smaller until it fits, and keeps its name and day', async () => {
  const { told, decode } = drawing(3_000, 8_000)
  const { file, change } = await fitPhoto(photo(9_000), 2_500, decode)
  expect(told).toEqual({ sides: [4096, 3072, 2304], closed: 1 })
  expect(change).toBe('smaller')
  expect([file.name, file.type, file.size, file.lastModified]).toEqual(['IMG_1.jpg', 'image/jpeg', 2304, 5])
})

test('a photo that few can open becomes a JPEG of its own size', async () => {
  const { told, decode } = drawing(400, 300)
  const { file, change } = await fitPhoto(photo(900, 'a.b.heic', 'image/heic'), 2_500, decode)
  expect(told.sides).toEqual([400])
  expect([file.name, change]).toEqual(['a.b.jpg', 'jpeg'])
})

test('what cannot be drawn, or never fits, stays as it is', async () => {
  const file = photo(900, 'IMG_3.HEIC', 'image/heic')
  const broken = async (): Promise<Pixels> => Promise.reject(new Error('no such format'))
  expect(await fitPhoto(file, 2_500, broken)).toEqual({ file, change: null })
  const halfway = async (): Promise<Pixels> => ({
    width: 10,
    height: 10,
    close: () => undefined,
    jpeg: () => Promise.reject(new Error('no memory')),
  })
  expect(await fitPhoto(file, 2_500, halfway)).toEqual({ file, change: null })
  const huge = photo(9_000)
  const { told, decode } = drawing(4_096, 10)
  expect(await fitPhoto(huge, 1_000, decode)).toEqual({ file: huge, change: null })
  expect(told).toEqual({ sides: [4096, 3072, 2304, 1728, 1296], closed: 1 })
})
