/** A copy of the document in which every schema that no request takes requires all its properties. */
export function requireInAnswers<T extends object>(document: T): T
