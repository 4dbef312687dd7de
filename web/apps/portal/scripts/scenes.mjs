// Every screen as a scene: what the page begins with, how the API answers, and what somebody does on it.

/** The scenes; `demo` is the module of demo data. */
export function scenesOf(demo) {
  const signedIn = (change) => () => demo.demoBoot(change)
  const anonymous = () => demo.demoBoot({ session: null, client: null, tasks: null })
  const tasksPath = `/c/${demo.bakery.id}/tasks`
  const taskPath = `${tasksPath}/${demo.demoTask().id}`
  const task = (change) => ({ [`GET ${taskPath}`]: { body: demo.demoTask(change) } })
  const requestsPath = `/c/${demo.bakery.id}/requests`
  const requestPath = `${requestsPath}/${demo.demoRequest().id}`
  const request = (change) => ({ [`GET ${requestPath}`]: { body: demo.demoRequest(change) } })
  const firstEntry = signedIn({
    session: demo.demoSession({ contact: { ...demo.demoSession().contact, welcome_seen: false } }),
  })
  // The longest words stand in the narrowest row.
  const estonian = signedIn({
    session: demo.demoSession({
      contact: { ...demo.demoSession().contact, language: 'et' },
      clients: [{ ...demo.bakery, documents_url: 'https://documents.example/bakery' }, demo.cafe],
    }),
  })
  const own = `/api/portal/${demo.branding.office_id}`
  const profile = {
    [`GET ${own}/profile`]: { body: demo.demoProfile({ language: 'et', pending_email: 'mari@new.example' }) },
    [`GET ${own}/notification-settings`]: { body: demo.demoNotificationSettings() },
  }
  const documentsPath = `/c/${demo.bakery.id}/documents`
  const filesPath = `/c/${demo.bakery.id}/files`
  const files = (items) => ({ [`GET ${filesPath}`]: { body: { items, next: null } } })
  const button = (page, name) => page.getByRole('button', { name })
  const bytes = (size) => Buffer.alloc(size, 1)
  return [
    { name: 'login', boot: anonymous, path: '/' },
    { name: 'login-plain', boot: anonymous, path: '/?sent#sent', isPlain: true, mayFail: true },
    {
      name: 'login-sent',
      boot: anonymous,
      path: '/',
      async act(page) {
        await page.getByLabel('Your e-mail address').fill('mari@bakery.example')
        await button(page, 'Send me a link').click()
        await page.getByRole('heading', { name: 'Check your inbox' }).waitFor()
      },
    },
    { name: 'login-link', boot: anonymous, path: '/login#t=abc' },
    {
      name: 'login-expired',
      boot: anonymous,
      path: '/login#t=abc',
      answers: { 'POST /api/login/redeem': { status: 409, body: { code: 'link_expired' } } },
      mayFail: true,
      async act(page) {
        await button(page, 'Continue').click()
        await page.getByRole('heading', { name: 'This link is too old' }).waitFor()
      },
    },
    {
      name: 'login-error',
      boot: anonymous,
      path: '/',
      answers: { 'POST /api/portals/demo/login': { status: 429, body: { code: 'too_many_requests' } } },
      mayFail: true,
      async act(page) {
        await page.getByLabel('Your e-mail address').fill('mari@bakery.example')
        await button(page, 'Send me a link').click()
        await page.getByRole('alert').waitFor()
      },
    },
    {
      name: 'welcome',
      boot: firstEntry,
      path: tasksPath,
      async act(page) {
        await page.getByRole('dialog').waitFor()
        await page.waitForTimeout(1_400)
      },
    },
    {
      name: 'welcome-end',
      boot: firstEntry,
      path: tasksPath,
      async act(page) {
        await page.getByRole('dialog').waitFor()
        await page.locator('video').dispatchEvent('ended')
        await page.getByText('Read it as text').click()
        await button(page, 'Start').waitFor()
      },
    },
    {
      name: 'welcome-no-film',
      boot: signedIn(),
      path: '/help',
      mayFail: true,
      async act(page) {
        await page.route(/\.(mp4|webp)$/, (route) => route.abort())
        await button(page, 'Watch again').click()
        await page.getByText('Send a photo or a file.').waitFor()
      },
    },
    { name: 'tasks', boot: signedIn(), path: tasksPath },
    {
      name: 'tasks-done',
      boot: signedIn(),
      path: tasksPath,
      answers: { [`GET ${tasksPath}?state=done`]: { body: { items: demo.demoDone, next: null } } },
      async act(page) {
        await button(page, 'Done').click()
        await page.getByText('Bank statement for January').waitFor()
      },
    },
    {
      name: 'requests',
      boot: signedIn(),
      path: requestsPath,
      answers: { [`GET ${requestsPath}?state=open`]: { body: { items: demo.demoRequests, next: null } } },
      act: (page) => page.getByText('A certificate for the bank').waitFor(),
    },
    {
      name: 'requests-empty',
      boot: signedIn(),
      path: requestsPath,
      answers: { [`GET ${requestsPath}?state=open`]: { body: { items: [], next: null } } },
      act: (page) => page.getByRole('link', { name: 'New request' }).waitFor(),
    },
    {
      name: 'request-new',
      boot: signedIn(),
      path: `${requestsPath}/new`,
      async act(page) {
        await page.getByLabel('What is it about?').fill('A certificate for the bank')
        await page
          .getByTestId('choose-files')
          .setInputFiles([
            { name: 'Letter of the bank.pdf', mimeType: 'application/pdf', buffer: bytes(48_000) },
          ])
        await button(page, 'Send request').click()
        await page.getByText('Write what you need.').waitFor()
      },
    },
    {
      name: 'request',
      boot: signedIn(),
      path: requestPath,
      answers: request({ state: 'answered', messages: [demo.demoMessage()], files: [demo.demoFile()] }),
      act: (page) => page.getByLabel('Your message').waitFor(),
    },
    {
      name: 'request-converted',
      boot: signedIn(),
      path: requestPath,
      answers: request({ state: 'converted', task_id: demo.demoTask().id, messages: [demo.demoMessage()] }),
      act: (page) => page.getByRole('link', { name: 'Open the task' }).waitFor(),
    },
    { name: 'tasks-empty', boot: signedIn({ tasks: { items: [], next: null } }), path: tasksPath },
    {
      name: 'tasks-error',
      boot: signedIn({ client: null, tasks: null }),
      path: tasksPath,
      answers: { [`GET ${tasksPath}?state=open`]: { status: 403, body: { code: 'role_required' } } },
      mayFail: true,
      act: (page) => button(page, 'Try again').waitFor(),
    },
    {
      name: 'companies',
      // The open menu lies over the list; what it covers cannot be tapped, and need not be.
      covered: 'main',
      boot: signedIn(),
      path: tasksPath,
      act: (page) => button(page, /Account and companies/).click(),
    },
    { name: 'task', boot: signedIn(), path: taskPath, answers: task() },
    {
      name: 'task-fixed',
      boot: signedIn(),
      path: taskPath,
      answers: task({ client_may_tick: false, is_overdue: true, due: '2026-02-27', messages: [], files: [] }),
    },
    {
      name: 'task-sending',
      boot: signedIn(),
      path: taskPath,
      answers: { ...task(), [`POST ${taskPath}/files`]: { hold: true } },
      async act(page) {
        await page.getByTestId('choose-files').setInputFiles([
          { name: 'Fuel receipts.pdf', mimeType: 'application/pdf', buffer: bytes(3_400_000) },
          { name: 'Electricity.jpg', mimeType: 'image/jpeg', buffer: bytes(900_000) },
          { name: 'All scans of the year.pdf', mimeType: 'application/pdf', buffer: bytes(11 * 1024 * 1024) },
        ])
        await page.getByRole('alert').scrollIntoViewIfNeeded()
      },
    },
    {
      name: 'task-reply',
      boot: signedIn(),
      path: taskPath,
      answers: task(),
      async act(page) {
        await button(page, 'Reply').first().click()
        await page.getByLabel('Your message').fill('Here it is.')
      },
    },
    {
      name: 'task-marked',
      boot: signedIn(),
      path: taskPath,
      answers: {
        ...task(),
        [`POST ${taskPath}/done`]: {
          body: {
            state: 'done',
            done: { by: 'Mari Maasikas', at: '2026-03-02T08:05:00Z' },
            completed_at: null,
          },
        },
      },
      async act(page) {
        await button(page, 'Mark as done').click()
        await button(page, 'Undo').waitFor()
      },
    },
    {
      name: 'task-completed',
      boot: signedIn(),
      path: taskPath,
      answers: task({ state: 'completed', completed_at: '2026-03-01T14:20:00Z' }),
    },
    {
      name: 'task-withdrawn',
      boot: signedIn(),
      path: taskPath,
      answers: {
        [`GET ${taskPath}`]: [{ body: demo.demoTask() }, { status: 404, body: { code: 'not_found' } }],
      },
      mayFail: true,
      async act(page) {
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.clock.fastForward(31_000)
        await page.getByText('has taken this task back').waitFor()
      },
      hasClock: true,
    },
    {
      name: 'ended',
      boot: signedIn(),
      path: taskPath,
      answers: { [`GET ${taskPath}`]: { status: 401, body: { code: 'not_signed_in' } } },
      mayFail: true,
    },
    { name: 'not-here', boot: signedIn(), path: '/c/cli_unknown/tasks' },
    {
      name: 'nothing-open',
      boot: signedIn({ session: demo.demoSession({ clients: [] }), client: null, tasks: null }),
      path: '/',
    },
    { name: 'help', boot: signedIn(), path: '/help' },
    { name: 'profile', boot: estonian, path: '/profile', answers: profile },
    { name: 'documents', boot: estonian, path: documentsPath, answers: files(demo.demoFiles) },
    { name: 'documents-empty', boot: signedIn(), path: documentsPath, answers: files([]) },
    {
      name: 'documents-failed',
      boot: signedIn(),
      path: documentsPath,
      answers: { [`GET ${filesPath}`]: { status: 403, body: { code: 'role_required' } } },
      mayFail: true,
    },
    {
      name: 'offline',
      boot: signedIn(),
      path: tasksPath,
      mayFail: true,
      async act(page) {
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.context().setOffline(true)
        await page.getByText('No connection.').waitFor()
      },
    },
  ]
}
