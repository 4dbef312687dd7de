import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { keys } from '../../../shell/query'

/** What can be gone back to. */
export type Kind = 'tasks' | 'requests' | 'clients' | 'series'
/** Something that was looked at. */
export type Recent = { kind: Kind; id: string; name: string }

const STORED = 'sild.recent'
const KEPT = 6

/** What was looked at in this window, the latest first. It goes when the person signs out. */
export function recentPlaces(): Recent[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORED) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isRecent) : []
  } catch {
    return []
  }
}

/** Keeps what is looked at, under its name as soon as that is known. */
export function useRecentPlaces(): void {
  const queries = useQueryClient()
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname ?? '' })
  useEffect(() => {
    const [, kind, id = ''] = /^\/(tasks|requests|clients|series)\/(\w+_\w+)$/.exec(path) ?? []
    if (!isKind(kind)) return
    const keep = () => {
      const name = nameOf(queries, kind, id)
      if (name !== null) remember({ kind, id, name })
      return name !== null
    }
    if (keep()) return
    const stop = queries.getQueryCache().subscribe(() => {
      if (keep()) stop()
    })
    return stop
  }, [queries, path])
}

function nameOf(queries: QueryClient, kind: Kind, id: string): string | null {
  const key = { tasks: keys.task, requests: keys.request, clients: keys.client, series: keys.seriesOne }[
    kind
  ](id)
  const data = queries.getQueryData<{ title?: string; subject?: string; name?: string }>(key)
  return data?.title ?? data?.subject ?? data?.name ?? null
}

function remember(place: Recent): void {
  const others = recentPlaces().filter(({ id }) => id !== place.id)
  try {
    sessionStorage.setItem(STORED, JSON.stringify([place, ...others].slice(0, KEPT)))
  } catch {
    // Without storage nothing is remembered.
  }
}

function isKind(kind: unknown): kind is Kind {
  return kind === 'tasks' || kind === 'requests' || kind === 'clients' || kind === 'series'
}

function isRecent(value: unknown): value is Recent {
  if (typeof value !== 'object' || value === null) return false
  const { kind, id, name } = value as Record<string, unknown>
  return isKind(kind) && typeof id === 'string' && typeof name === 'string'
}
