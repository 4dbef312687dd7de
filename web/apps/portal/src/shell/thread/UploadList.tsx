import button from '../button.module.css'
import { sizeWords } from '../dates.ts'
import { Icon } from '../Icon.tsx'
import { t } from '../i18n.ts'
import styles from './UploadList.module.css'
import { type Item, totalPercent, type Uploads } from './uploads.ts'

/** Files on their way with their progress, and those that did not make it with what to do. */
export function UploadList({ items, uploads }: { items: readonly Item[]; uploads: Uploads }) {
  const moving = items.filter((item) => item.state === 'sending')
  return (
    <div class={styles.uploads}>
      {moving.length > 1 && (
        <p class={styles.total}>{t('upload.total', { n: moving.length, percent: totalPercent(items) })}</p>
      )}
      <ul class={styles.list}>
        {items.map((item) => (
          <li key={item.key} class={item.state === 'sending' ? styles.item : styles.broken}>
            {item.state === 'sending' ? (
              <Sending item={item} cancel={() => uploads.remove(item.key)} />
            ) : (
              <Broken item={item} uploads={uploads} />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Sending({ item, cancel }: { item: Item; cancel: () => void }) {
  const percent = Math.floor((item.sentBytes / item.file.size) * 100)
  return (
    <>
      <span class={styles.words}>
        <span class={styles.name}>{item.file.name}</span>
        <progress
          class={styles.progress}
          max={100}
          value={percent}
          aria-label={t('upload.progress', { name: item.file.name })}
        />
        <span class={styles.about}>
          {percent === 100
            ? t('upload.finishing')
            : t('upload.sending', { percent, size: sizeWords(item.file.size) })}
        </span>
      </span>
      <button class={button.icon} type="button" onClick={cancel}>
        <Icon name="close" />
        <span class="visually-hidden">{t('upload.cancel', { name: item.file.name })}</span>
      </button>
    </>
  )
}

function Broken({ item, uploads }: { item: Item; uploads: Uploads }) {
  const { name } = item.file
  return (
    <>
      <span class={styles.alert}>
        <Icon name="alert" />
      </span>
      <p class={styles.words} role="alert">
        {item.state === 'too_large' && t('upload.tooLarge', { name })}
        {item.state === 'empty' && t('upload.empty', { name })}
        {item.state === 'failed' && t('upload.failed', { name })}
      </p>
      {item.state === 'failed' && (
        <button class={button.quiet} type="button" onClick={() => uploads.retry(item.key)}>
          {t('upload.retry')} <span class="visually-hidden">{name}</span>
        </button>
      )}
      <button class={button.icon} type="button" onClick={() => uploads.remove(item.key)}>
        <Icon name="close" />
        <span class="visually-hidden">{t('upload.putAway', { name })}</span>
      </button>
    </>
  )
}
