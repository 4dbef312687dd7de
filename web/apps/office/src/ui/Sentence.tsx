import { Fragment, type ReactNode } from 'react'
import styles from './Sentence.module.css'

/** Stands in a message where a control belongs; a character that no text has. */
const MARK = '\u2063'

/** The argument to give a message for the control with this name. */
export function slot(name: string): string {
  return MARK + name + MARK
}

/** A sentence with controls in it: the words and their order come from the message, the controls by name. */
export function Sentence({ text, slots }: { text: string; slots: Record<string, ReactNode> }) {
  return (
    <div className={styles.sentence}>
      {text.split(MARK).map((part, index) => {
        const key = `${index}-${part}`
        if (index % 2 === 1) return <Fragment key={key}>{slots[part]}</Fragment>
        return part.trim() === '' ? null : <span key={key}>{part.trim()}</span>
      })}
    </div>
  )
}

/** A sentence in which some words are more than text, such as links: it flows as text does. */
export function Filled({ text, slots }: { text: string; slots: Record<string, ReactNode> }) {
  return text.split(MARK).map((part, index) => {
    const key = `${index}-${part}`
    return <Fragment key={key}>{index % 2 === 1 ? slots[part] : part}</Fragment>
  })
}
