import type { PortalMedia } from '@sild/api'
import { LoaderCircle, Upload } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { Button } from '../../../ui/Button'
import { DropArea } from '../../../ui/DropArea'
import { FileButton } from '../../../ui/FileButton'
import { Row } from '../../../ui/Layout'
import { useRemoveMedia, useSendMedia } from '../api/media'
import { MEDIA_LIMITS, type MediaKind, reasonOf, refusalOf } from '../model/media'
import styles from './MediaField.module.css'

type MediaFieldProps = {
  kind: MediaKind
  label: string
  hint: string
  media: PortalMedia
  /** What is in use, drawn from its address. */
  show: (url: string) => ReactNode
  /** What stands there while there is none. */
  none: ReactNode
}

/** A picture or the video of the portal. It is sent when it is chosen: there is nothing to save. */
export function MediaField({ kind, label, hint, media, show, none }: MediaFieldProps) {
  const labelId = useId()
  const send = useSendMedia(kind)
  const remove = useRemoveMedia(kind)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [percent, setPercent] = useState(0)
  const choose = ([file]: File[]) => {
    if (file === undefined || send.isPending) return
    const reason = refusalOf(kind, file)
    setRefusal(reason)
    remove.reset()
    if (reason !== null) return
    setPercent(0)
    send.mutate({ file, onProgress: (sent) => setPercent(Math.floor((100 * sent) / file.size)) })
  }
  const failure = send.error ?? remove.error
  const problem = refusal ?? (failure ? sentenceOf(failure) : reasonOf(media))

  return (
    <fieldset className={styles.field} aria-labelledby={labelId}>
      <span className={styles.label} id={labelId}>
        {label}
      </span>
      <DropArea className={styles.area ?? ''} onFiles={choose}>
        <div className={styles.shown}>{media.url === null ? none : show(media.url)}</div>
        <div className={styles.texts}>
          <p className={styles.hint}>{hint}</p>
          <Row>
            <FileButton
              accept={MEDIA_LIMITS[kind].types}
              isSingle
              isPending={send.isPending}
              onFiles={choose}
            >
              <Upload size={15} aria-hidden="true" />
              {media.url === null ? t('media.choose') : t('media.replace')}
            </FileButton>
            {media.state === 'none' ? null : (
              <Button variant="quiet" isPending={remove.isPending} onPress={() => remove.mutate()}>
                {t('media.remove')}
              </Button>
            )}
          </Row>
        </div>
      </DropArea>
      <p className={styles.state} role="status">
        {send.isPending ? t('media.sending', { percent: String(percent) }) : null}
        {!send.isPending && media.state === 'checking' ? (
          <>
            <LoaderCircle size={14} className={styles.turning} aria-hidden="true" />
            {t('media.checking')}
          </>
        ) : null}
      </p>
      {problem !== null && !send.isPending ? (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      ) : null}
    </fieldset>
  )
}
