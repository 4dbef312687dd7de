/** Names of what the query cache holds; each begins with the office, and client-bound ones go on with the client. */
export const keys = {
  session: (office: string) => [office, 'session'] as const,
  profile: (office: string) => [office, 'profile'] as const,
  notificationSettings: (office: string) => [office, 'notification-settings'] as const,
  client: (office: string, client: string) => [office, client] as const,
  tasks: (office: string, client: string, state: 'open' | 'done') =>
    [office, client, 'tasks', state] as const,
  allTasks: (office: string, client: string) => [office, client, 'tasks'] as const,
  requests: (office: string, client: string, state: 'open' | 'finished') =>
    [office, client, 'requests', state] as const,
  allRequests: (office: string, client: string) => [office, client, 'requests'] as const,
  request: (office: string, client: string, request: string) => [office, client, 'request', request] as const,
  files: (office: string, client: string) => [office, client, 'files'] as const,
  task: (office: string, client: string, task: string) => [office, client, 'task', task] as const,
}
