// Generated from en.json by `npm run generate`. Do not edit.

/** Every message of the app and the arguments that it takes. */
export interface Messages {
  'login.languages': null
  'login.email': null
  'login.send': null
  'login.note': null
  'login.sentTitle': null
  'login.sent': { email: string }
  'login.told': null
  'login.renewed': null
  'login.code': null
  'login.enter': null
  'login.codeShort': null
  'login.codeWrong': null
  'login.codesTooMany': null
  'login.again': null
  'login.againIn': { seconds: number }
  'login.otherAddress': null
  'login.landingTitle': null
  'login.landing': { office: string }
  'login.continue': null
  'login.continueAs': { address: string }
  'login.spentTitle': null
  'login.spent': null
  'login.expiredTitle': null
  'login.expired': null
  'login.newLink': null
  'login.unknownLink': null
  'login.ended': null
  'login.offline': null
  'login.tooMany': { minutes: number }
  'login.emailWrong': null
  'login.failed': null
  'login.emailTitle': null
  'login.emailText': { office: string }
  'login.emailConfirm': null
  'login.emailConfirmedTitle': null
  'login.emailConfirmed': { email: string }
  'login.emailSpent': null
  'login.emailExpired': null
  'login.emailReplacedTitle': null
  'login.emailReplaced': null
  'login.emailTakenTitle': null
  'login.emailTaken': { office: string }
  'login.emailUnknownTitle': null
  'login.emailUnknown': { office: string }
  'login.toPortal': null
  'due.none': null
  'due.overdue': { days: number }
  'due.today': null
  'due.tomorrow': null
  'due.on': { date: string }
  'when': { date: string; time: string }
  'size.kilobytes': { n: number }
  'size.megabytes': { n: number }
  'state.retry': null
  'state.loading': null
  'toast.undo': null
  'offline.bar': { time: string }
  'shell.skip': null
  'shell.nav': null
  'account.for': null
  'account.menu': null
  'account.menuWaiting': { n: number }
  'account.companies': null
  'account.waiting': { n: number }
  'account.help': null
  'account.signOut': null
  'account.signOutFailed': null
  'tasks.title': null
  'tasks.failed': null
  'tasks.emptyTitle': null
  'tasks.empty': { office: string }
  'tasks.more': null
  'tasks.done': null
  'tasks.doneEmpty': null
  'tasks.groups.sample': null
  'tasks.groups.overdue': null
  'tasks.groups.week': null
  'tasks.groups.later': null
  'tasks.groups.undated': null
  'row.unread': null
  'row.done': null
  'row.completed': null
  'row.sample': null
  'row.checklist': { done: number; total: number }
  'row.files': { n: number }
  'row.messages': { n: number }
  'task.back': null
  'task.loading': null
  'task.failed': null
  'task.toTasks': null
  'task.withdrawn': { office: string }
  'checklist.title': null
  'checklist.progress': { done: number; total: number }
  'checklist.isDone': null
  'checklist.isOpen': null
  'checklist.failed': null
  'done.mark': null
  'done.toast': null
  'done.failed': null
  'done.by': { name: string; when: string }
  'done.done': null
  'done.reopen': null
  'done.reopenFailed': null
  'done.completed': { office: string }
  'done.completedAt': { office: string; when: string }
  'requests.title': null
  'requests.new': null
  'requests.failed': null
  'requests.emptyTitle': { office: string }
  'requests.empty': null
  'requests.finished': null
  'requests.finishedEmpty': null
  'requests.state.new': null
  'requests.state.answered': null
  'requests.state.converted': null
  'requests.state.closed': null
  'request.back': null
  'request.loading': null
  'request.failed': null
  'request.sentBy': { name: string; when: string }
  'request.sentByMe': { when: string }
  'request.seenBy': { names: string }
  'request.willSee': { names: string }
  'request.converted': { office: string }
  'request.convertedWait': { office: string }
  'request.toTask': null
  'request.closed': { office: string }
  'request.empty': { office: string }
  'newRequest.title': null
  'newRequest.subject': null
  'newRequest.text': null
  'newRequest.textHint': null
  'newRequest.files': null
  'newRequest.filesNote': null
  'newRequest.send': null
  'newRequest.subjectMissing': null
  'newRequest.textMissing': null
  'newRequest.willSee': { office: string }
  'newRequest.offline': null
  'newRequest.failedSend': null
  'files.title': null
  'files.count': { n: number }
  'files.drop': null
  'files.photo': null
  'files.choose': null
  'files.limit': null
  'files.about': { size: string; name: string; when: string }
  'files.you': null
  'files.download': null
  'files.downloadFailed': { name: string }
  'upload.total': { n: number; percent: number }
  'upload.progress': { name: string }
  'upload.sending': { percent: number; size: string }
  'upload.finishing': null
  'upload.cancel': { name: string }
  'upload.sent': { name: string }
  'upload.tooLarge': { name: string }
  'upload.empty': { name: string }
  'upload.failed': { name: string }
  'upload.retry': null
  'upload.putAway': { name: string }
  'upload.fitting': null
  'upload.madeSmaller': null
  'upload.tooLargeHeic': { name: string }
  'upload.sentAsHeic': { name: string }
  'upload.offline': null
  'upload.badName': { name: string }
  'upload.remove': { name: string }
  'thread.title': null
  'thread.empty': null
  'thread.you': null
  'thread.reply': null
  'thread.replyTo': { name: string }
  'thread.answers': null
  'thread.unsent': null
  'composer.label': null
  'composer.placeholder': { office: string }
  'composer.send': null
  'composer.answering': { name: string; text: string }
  'composer.noAnswer': null
  'composer.offline': null
  'composer.failed': null
  'welcome.title': { portal: string }
  'welcome.close': null
  'welcome.skip': null
  'welcome.start': null
  'welcome.later': null
  'welcome.captions': null
  'welcome.transcript': null
  'welcome.slides.portal': null
  'welcome.slides.tasks': null
  'welcome.slides.open': null
  'welcome.slides.send': null
  'welcome.slides.write': null
  'welcome.slides.done': null
  'help.title': null
  'help.welcomeTitle': null
  'help.welcome': null
  'help.watch': null
  'help.topics.signIn.title': null
  'help.topics.signIn.text': { office: string }
  'help.topics.files.title': null
  'help.topics.files.text': { office: string }
  'help.topics.done.title': null
  'help.topics.done.text': { office: string }
  'help.topics.people.title': null
  'help.topics.people.text': { office: string }
  'notHere.title': null
  'notHere.lead': null
  'notHere.text': null
  'home.title': null
  'home.lead': null
  'home.text': { office: string }
  'profile.title': null
  'profile.failed': null
  'profile.offline': null
  'profile.about': null
  'profile.name': null
  'profile.nameHint': null
  'profile.phone': null
  'profile.phoneHint': null
  'profile.language': null
  'profile.languageHint': null
  'profile.saving': null
  'profile.saved': null
  'profile.unsaved': null
  'profile.save': null
  'profile.notSaved': null
  'profile.notSavedOffline': null
  'profile.theirs': { value: string }
  'profile.theirsNone': null
  'profile.languageTheirs': { language: string }
  'profile.keepMine': null
  'profile.takeTheirs': null
  'profile.wrong.required': null
  'profile.wrong.too_long': null
  'profile.wrong.invalid_character': null
  'profile.wrong.invalid_phone': null
  'profile.wrong.invalid_email': null
  'profile.wrong.own_email': null
  'profile.wrong.other': null
  'profile.email.title': null
  'profile.email.text': null
  'profile.email.change': null
  'profile.email.new': null
  'profile.email.note': null
  'profile.email.send': null
  'profile.email.cancel': null
  'profile.email.sent': { email: string }
  'profile.email.until': null
  'profile.email.again': null
  'profile.email.sentAgain': null
  'profile.email.stop': null
  'profile.email.stopped': null
  'profile.email.tooMany': { minutes: number }
  'profile.email.failed': null
  'profile.told.title': null
  'profile.told.text': { office: string }
  'profile.told.kind': null
  'profile.told.mail': null
  'profile.told.failed': null
  'profile.told.kinds.task_assigned.title': null
  'profile.told.kinds.task_assigned.text': null
  'profile.told.kinds.reminder.title': null
  'profile.told.kinds.reminder.text': null
  'profile.told.kinds.portal_message.title': null
  'profile.told.kinds.portal_message.text': null
  'profile.told.kinds.task_withdrawn.title': null
  'profile.told.kinds.task_withdrawn.text': null
  'profile.told.always': null
  'profile.told.alwaysTitle': null
  'profile.told.alwaysText': null
  'documents.title': null
  'documents.lead': { company: string }
  'documents.text': { office: string }
  'documents.open': null
  'documents.where': { host: string }
  'documents.newTab': null
  'documents.emptyTitle': null
  'documents.empty': { office: string }
  'documents.failed': null
  'documents.toTasks': null
  'documents.ofTask': null
  'documents.ofRequest': null
  'ended.title': null
  'ended.text': null
  'ended.again': null
  'later.failed': null
  'preview.client': null
  'preview.contact': null
  'preview.accountant': null
  'preview.report': null
  'preview.reportText': null
  'preview.reportFile': null
  'preview.hours': null
  'preview.vat': null
  'preview.vatText': null
  'preview.vatSales': null
  'preview.vatPurchases': null
  'preview.vatBank': null
  'preview.vatFuel': null
  'preview.vatQuestion': null
  'preview.vatAnswer': null
  'preview.vatFile': null
  'preview.stock': null
  'preview.lease': null
  'preview.bank': null
  'preview.certificate': null
  'preview.certificateText': null
  'preview.certificateAnswer': null
}
