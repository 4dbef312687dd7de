/** Whether each word that is typed begins a word of the name. */
export function matches(name: string, typed: string): boolean {
  const words = name.toLocaleLowerCase().split(/[\s,–-]+/u)
  const wanted = typed.toLocaleLowerCase().split(/\s+/u).filter(Boolean)
  return wanted.every((begin) => words.some((word) => word.startsWith(begin)))
}
