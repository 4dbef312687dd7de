/** Colours that an office might choose and on which much cannot be read. */
export const BRANDS = ['#ffff00', '#ff8800', '#00aa00', '#777777', '#ffffff', '#000000'] as const
