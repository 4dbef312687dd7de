import type { PortalFile } from '@sild/api'
import { type Item as Chosen, isHeic, isUnderWay, totalPercent, type Uploads } from '@sild/upload'
import button from '../button.module.css'
import { sizeWords } from '../dates.ts'
import { Icon } from '../Icon.tsx'
import { t } from '../i18n.ts'
import styles from './UploadList.module.css'

type Item = Chosen<PortalFile>

/** Files that wait or are on their way, with their progress, and those that did not make it with what to do. */
export function UploadList({ items, uploads }: { items: readonly Item[]; uploads: Uploads<PortalFile> }) {
  const moving = items.filter(isUnderWay)
  return (
    <div class={styles.uploads}>
      {moving.length > 1 && (
        <p class={styles.total}>{t('upload.total', { n: moving.length, percent: totalPercent(items) })}</p>
      )}
      <ul class={styles.list}>
        {items.map((item) => (
          <li key={item.key} class={styleOf(item)}>
            {isUnderWay(item) && <Sending item={item} cancel={() => uploads.remove(item.key)} />}
            {item.state === 'ready' && <Ready item={item} remove={() => uploads.remove(item.key)} />}
            {isTold(item) && <Told item={item} uploads={uploads} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Whether there is something to say of it. */
function isTold(item: Item): boolean {
  return item.state !== 'ready' && !isUnderWay(item)
}

function styleOf(item: Item): string | undefined {
  if (!isTold(item)) return styles.item
  return item.state === 'sent_as_heic' ? styles.note : styles.broken
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
          {progressWords(item, percent)}
          {item.change === 'smaller' && ` · ${t('upload.madeSmaller')}`}
        </span>
      </span>
      <button class={button.icon} type="button" onClick={cancel}>
        <Icon name="close" />
        <span class="visually-hidden">{t('upload.cancel', { name: item.file.name })}</span>
      </button>
    </>
  )
}

/** One that is sent later, together with what it belongs to. */
function Ready({ item, remove }: { item: Item; remove: () => void }) {
  const { name, size } = item.file
  return (
    <>
      <Icon name="file" />
      <span class={styles.words}>
        <span class={styles.name}>{name}</span>
        <span class={styles.about}>
          {sizeWords(size)}
          {item.change === 'smaller' && ` · ${t('upload.madeSmaller')}`}
        </span>
      </span>
      <button class={button.icon} type="button" onClick={remove}>
        <Icon name="close" />
        <span class="visually-hidden">{t('upload.remove', { name })}</span>
      </button>
    </>
  )
}

function progressWords({ state, isOffline, file }: Item, percent: number): string {
  if (state === 'fitting') return t('upload.fitting')
  if (isOffline) return t('upload.offline')
  return percent === 100
    ? t('upload.finishing')
    : t('upload.sending', { percent, size: sizeWords(file.size) })
}

/** What became of a file, and what can be done about it. */
function Told({ item, uploads }: { item: Item; uploads: Uploads<PortalFile> }) {
  const { name } = item.file
  return (
    <>
      <span class={styles.sign}>
        <Icon name="alert" />
      </span>
      <p class={styles.words} role="alert">
        {item.state === 'too_large' &&
          t(isHeic(item.file) ? 'upload.tooLargeHeic' : 'upload.tooLarge', { name })}
        {item.state === 'empty' && t('upload.empty', { name })}
        {item.state === 'bad_name' && t('upload.badName', { name })}
        {item.state === 'failed' && t('upload.failed', { name })}
        {item.state === 'sent_as_heic' && t('upload.sentAsHeic', { name })}
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
