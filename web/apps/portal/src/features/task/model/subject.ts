import { answer, idempotent } from '@sild/api'
import type { QueryClient } from '@tanstack/react-query'
import { api } from '../../../shell/api.ts'
import { keys } from '../../../shell/keys.ts'
import { type Subject, withFile, withMessage } from '../../../shell/thread/subject.ts'
import { type TaskScope, taskQuery } from '../api/task.ts'
import { changeRow, changeTask } from './cache.ts'

const files = '/api/portal/{office}/clients/{client}/tasks/{task}/files'

/** How the files and the thread of a task reach the server and the cache. */
export function taskSubject(scope: TaskScope, queries: QueryClient): Subject {
  const path = { ...scope }
  return {
    id: scope.task,
    declare: (body, key) => answer(api.POST(files, { params: { path }, headers: idempotent(key), body })),
    complete: (file) =>
      answer(api.POST(`${files}/{file}/complete`, { params: { path: { ...path, file } }, body: {} })),
    address: (file) => answer(api.GET(`${files}/{file}/download`, { params: { path: { ...path, file } } })),
    post: (text, replyTo, key) =>
      answer(
        api.POST('/api/portal/{office}/clients/{client}/tasks/{task}/messages', {
          params: { path },
          headers: idempotent(key),
          body: { text, file_ids: [], reply_to: replyTo },
        }),
      ),
    keepFile: (file) => {
      changeTask(queries, scope, (task) => {
        const changed = withFile(task, file)
        changeRow(queries, scope, { file_count: changed.file_count })
        return changed
      })
      void queries.invalidateQueries({ queryKey: keys.files(scope.office, scope.client) })
    },
    keepMessage: (message) =>
      changeTask(queries, scope, (task) => {
        const changed = withMessage(task, message)
        changeRow(queries, scope, { message_count: changed.message_count })
        return changed
      }),
    refresh: () => void queries.invalidateQueries({ queryKey: taskQuery(scope).queryKey }),
  }
}
