import type { Task } from '@sild/api'
import type { QueryClient } from '@tanstack/react-query'
import { keys } from './query'

/** Puts a task's newest state where every screen reads it, and lets the lists catch up. */
export function keepTask(queries: QueryClient, task: Task): void {
  queries.setQueryData(keys.task(task.id), task)
  void queries.invalidateQueries({ queryKey: [...keys.tasks, 'list'] })
  void queries.invalidateQueries({ queryKey: keys.clients, refetchType: 'none' })
}
