/** Runs jobs with at most a few at the same time, in the order in which they came. */
export interface Queue {
  /** Starts the job when it is its turn. An aborted signal takes a waiting job out, and rejects. */
  add<T>(job: () => Promise<T>, signal?: AbortSignal): Promise<T>
}

/** A queue of `parallel` lanes; three is what a phone's connection fills. */
export function createQueue(parallel = 3): Queue {
  const waiting: (() => void)[] = []
  let running = 0

  const next = (): void => {
    if (running >= parallel) return
    waiting.shift()?.()
  }

  return {
    add<T>(job: () => Promise<T>, signal?: AbortSignal): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        const leave = (): void => {
          const place = waiting.indexOf(start)
          if (place >= 0) waiting.splice(place, 1)
          reject(signal?.reason)
        }
        const start = (): void => {
          signal?.removeEventListener('abort', leave)
          running += 1
          job()
            .then(resolve, reject)
            .finally(() => {
              running -= 1
              next()
            })
        }
        if (signal?.aborted) {
          reject(signal.reason)
          return
        }
        signal?.addEventListener('abort', leave, { once: true })
        waiting.push(start)
        next()
      })
    },
  }
}
