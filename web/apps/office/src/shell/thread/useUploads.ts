import { canSend, UploadCancelled, UploadRefused } from '@sild/upload'
import { useEffect, useRef, useState } from 'react'
import { sizeWords } from '../dates'
import { t } from '../i18n'
import { sentenceOf } from '../problems'
import { sendFile, type Visibility } from './files'
import type { Channel } from './subject'

/** A file under way, or one that could not be sent and why. */
export type Upload = {
  id: number
  file: File
  visibility: Visibility
  sentBytes: number
  failure: string | null
}

/** Why a file cannot even be tried: a sentence with its name, the limit and the remedy; null when it can. */
export function refusalOf(file: File): string | null {
  const refusal = canSend(file)
  if (refusal === 'empty') return t('files.empty', { name: file.name })
  if (refusal === 'too_large') return t('files.tooLarge', { name: file.name, size: sizeWords(file.size) })
  return null
}

/** Why an upload failed, as a sentence. */
export function uploadFailure(error: unknown): string {
  return error instanceof UploadRefused ? t('files.refused') : sentenceOf(error)
}

/** The uploads of one task or request: start, follow, stop and try again. */
export function useUploads(channel: Channel) {
  const [uploads, setUploads] = useState<Upload[]>([])
  const stops = useRef(new Map<number, AbortController>())
  const lastId = useRef(0)

  useEffect(() => {
    const running = stops.current
    return () => {
      for (const stop of running.values()) stop.abort()
    }
  }, [])

  const change = (id: number, part: Partial<Upload>) =>
    setUploads((known) => known.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)))
  const remove = (id: number) => {
    stops.current.get(id)?.abort()
    stops.current.delete(id)
    setUploads((known) => known.filter((upload) => upload.id !== id))
  }
  const run = async (id: number, file: File, visibility: Visibility) => {
    const stop = new AbortController()
    stops.current.set(id, stop)
    change(id, { failure: null, sentBytes: 0 })
    try {
      const done = await sendFile(channel, file, visibility, {
        onProgress: (sentBytes) => change(id, { sentBytes }),
        signal: stop.signal,
      })
      channel.keepFile(done)
      remove(id)
    } catch (error) {
      if (!(error instanceof UploadCancelled || stop.signal.aborted))
        change(id, { failure: uploadFailure(error) })
    }
  }

  return {
    uploads,
    /** Starts sending; files that are empty or too large are listed with the reason instead. */
    start(files: readonly File[], visibility: Visibility) {
      for (const file of files) {
        lastId.current += 1
        const id = lastId.current
        const failure = refusalOf(file)
        setUploads((known) => [...known, { id, file, visibility, sentBytes: 0, failure }])
        if (failure === null) void run(id, file, visibility)
      }
    },
    retry: ({ id, file, visibility }: Upload) => void run(id, file, visibility),
    remove,
  }
}
