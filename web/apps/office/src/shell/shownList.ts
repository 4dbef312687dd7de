import { useNavigate, useRouter, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'

/** A task or request, as a row of a list leads to it. */
type Place = { on: 'task' | 'request'; id: string }

/** The list that was shown last in this window, as it was when a row of it was opened. */
let shown: { href: string; places: readonly Place[] } | null = null

/** Remembers the rows that are shown, so that the screen of one of them knows the next one and the way back. */
export function useShownList(places: readonly Place[]): void {
  const href = useRouterState({
    select: ({ resolvedLocation, location }) => (resolvedLocation ?? location).href,
  })
  useEffect(() => {
    shown = { href, places }
  }, [href, places])
}

/** The ways from a task or request along the list that it was opened from; without such a list they lead nowhere. */
export function useWays({ on, id }: Place) {
  const navigate = useNavigate()
  const router = useRouter()
  const list = () => (shown?.places.some((place) => place.on === on && place.id === id) ? shown : null)
  return {
    /** Shows the one further down, or up; `false` where there is none. */
    step(by: 1 | -1): boolean {
      const places = list()?.places ?? []
      const next = places[places.findIndex((place) => place.on === on && place.id === id) + by]
      if (next === undefined) return false
      // The browser's way back stays the list.
      if (next.on === 'task') void navigate({ to: '/tasks/$task', params: { task: next.id }, replace: true })
      else void navigate({ to: '/requests/$request', params: { request: next.id }, replace: true })
      return true
    },
    /** Shows the list again, its filters as they were; without one all tasks or requests. */
    back() {
      const from = list()
      if (from !== null) router.history.push(from.href)
      else void navigate({ to: on === 'task' ? '/tasks' : '/requests' })
    },
  }
}
