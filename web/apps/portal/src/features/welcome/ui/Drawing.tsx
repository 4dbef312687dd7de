import styles from './Drawing.module.css'
import type { PanelName } from './panel-names.ts'

/** The picture of one part of the welcome, in the office's colour. The text beside it says the same. */
export function Drawing({ name }: { name: PanelName }) {
  return (
    <svg class={styles.drawing} viewBox="0 0 360 200" aria-hidden="true">
      {name === 'list' && <List />}
      {name === 'send' && <Send />}
      {name === 'done' && <Done />}
    </svg>
  )
}

function List() {
  const rows = [
    { y: 46, width: 128, isNew: true },
    { y: 88, width: 104, isNew: true },
    { y: 130, width: 140, isNew: false },
  ]
  return (
    <>
      <rect class={styles.paper} x="70" y="22" width="220" height="156" rx="14" />
      {rows.map(({ y, width, isNew }, index) => (
        <g key={y} class={`${styles.enter} ${styles[`turn${index}`]}`}>
          {isNew && <circle class={styles.brand} cx="90" cy={y + 8} r="5" />}
          <rect class={isNew ? styles.ink : styles.pale} x="106" y={y} width={width} height="9" rx="4.5" />
          <rect class={styles.pale} x="106" y={y + 17} width={width * 0.55} height="7" rx="3.5" />
          {index < 2 && <path class={styles.rule} d={`M86 ${y + 33}h188`} />}
        </g>
      ))}
    </>
  )
}

function Send() {
  return (
    <>
      <g class={`${styles.enter} ${styles.turn0}`}>
        <rect class={styles.paper} x="62" y="34" width="92" height="132" rx="14" />
        <rect class={styles.tint} x="72" y="46" width="72" height="78" rx="8" />
        <path class={styles.line} d="M82 112l18-24 14 16 10-10 10 18" />
        <circle class={styles.brand} cx="126" cy="66" r="7" />
        <circle class={styles.ring} cx="108" cy="145" r="10" />
      </g>
      <path class={styles.way} d="M166 84c28-30 58-30 84-8" />
      <g class={`${styles.enter} ${styles.turn1}`}>
        <path
          class={styles.paper}
          d="M212 104h74a14 14 0 0 1 14 14v22a14 14 0 0 1-14 14h-46l-20 16v-16h-8a14 14 0 0 1-14-14v-22a14 14 0 0 1 14-14Z"
        />
        <rect class={styles.ink} x="214" y="120" width="66" height="8" rx="4" />
        <rect class={styles.pale} x="214" y="134" width="44" height="7" rx="3.5" />
      </g>
      <g class={`${styles.enter} ${styles.turn2}`}>
        <rect class={styles.brand} x="240" y="38" width="46" height="52" rx="9" />
        <path class={styles.onBrand} d="M263 76V54m-9 9 9-9 9 9" />
      </g>
    </>
  )
}

function Done() {
  return (
    <g transform="translate(0 14)">
      <rect class={styles.paper} x="78" y="56" width="204" height="88" rx="14" />
      <rect class={styles.ink} x="154" y="84" width="98" height="9" rx="4.5" />
      <rect class={styles.pale} x="154" y="104" width="66" height="7" rx="3.5" />
      <g class={`${styles.pop} ${styles.turn1}`}>
        <circle class={styles.brand} cx="118" cy="100" r="24" />
        <path class={`${styles.onBrand} ${styles.draw}`} d="m107 101 8 8 15-17" />
      </g>
      <g class={`${styles.enter} ${styles.turn2}`}>
        <path class={styles.spark} d="M92 42v-14M66 58 56 48M300 58l10-10M274 42v-14M183 36V20" />
      </g>
    </g>
  )
}
