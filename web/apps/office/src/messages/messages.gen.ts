// Generated from en.json by `npm run generate`. Do not edit.

/** Every message of the app and the arguments that it takes. */
export interface Messages {
  'actions.add': null
  'actions.cancel': null
  'actions.change': null
  'actions.clearSearch': null
  'actions.close': null
  'actions.dismiss': null
  'actions.done': null
  'actions.edit': null
  'actions.retry': null
  'actions.save': null
  'actions.showMore': null
  'actions.undo': null
  'words.yes': null
  'words.no': null
  'forms.optional': null
  'forms.draftReturned': null
  'forms.discardDraft': null
  'states.loading': null
  'states.loadingMore': null
  'languages.en': null
  'languages.et': null
  'languages.fi': null
  'nav.label': null
  'nav.skip': null
  'nav.overview': null
  'nav.tasks': null
  'nav.clients': null
  'nav.series': null
  'nav.settings': null
  'nav.portal': null
  'nav.members': null
  'nav.office': null
  'nav.audit': null
  'nav.account': null
  'member.menu': null
  'member.signOut': null
  'theme.system': null
  'theme.light': null
  'theme.dark': null
  'theme.chosen': null
  'offline.since': { time: string }
  'offline.bare': null
  'toasts.label': null
  'time.now': null
  'time.minutesAgo': { minutes: number }
  'time.hoursAgo': { hours: number }
  'time.daysAgo': { days: number }
  'time.dateAndTime': { date: string; time: string }
  'due.none': null
  'due.today': null
  'due.tomorrow': null
  'due.inDays': { days: number }
  'due.overdue': { days: number }
  'errors.title': null
  'errors.failedTitle': null
  'errors.offlineTitle': null
  'errors.notFoundTitle': null
  'errors.noPage': null
  'errors.noPageText': null
  'errors.toTasks': null
  'problems.offline': null
  'problems.internal_error': null
  'problems.malformed_request': null
  'problems.not_signed_in': null
  'problems.sign_up_closed': null
  'problems.role_required': null
  'problems.not_found': null
  'problems.portal_closed': null
  'problems.portal_inactive': null
  'problems.already_assigned': null
  'problems.not_assigned': null
  'problems.task_completed': null
  'problems.task_not_completed': null
  'problems.already_active': null
  'problems.already_exists': null
  'problems.name_taken': null
  'problems.link_spent': null
  'problems.link_expired': null
  'problems.file_not_uploaded': null
  'problems.too_many_templates': null
  'problems.request_converted': null
  'problems.request_closed': null
  'problems.request_not_closed': null
  'problems.client_archived': null
  'problems.contact_archived': null
  'problems.import_started': null
  'problems.import_not_ready': null
  'problems.member_inactive': null
  'problems.member_active': null
  'problems.already_joined': null
  'problems.owner_must_hand_over': null
  'problems.not_an_admin': null
  'problems.task_done': null
  'problems.not_announced': null
  'problems.reminded_recently': null
  'problems.no_such_reminder': null
  'problems.no_such_date': null
  'problems.digitisation_off': null
  'problems.no_digitisation_address': null
  'problems.already_digitised': null
  'problems.nothing_to_digitise': null
  'problems.no_access': null
  'problems.address_unreachable': null
  'problems.busy': null
  'problems.version_mismatch': null
  'problems.file_too_large': null
  'problems.body_too_large': null
  'problems.invalid_value': null
  'problems.too_many_requests': { minutes: number }
  'fields.required': null
  'fields.too_short': null
  'fields.too_long': null
  'fields.too_many_items': null
  'fields.picture_too_large': null
  'fields.video_too_large': null
  'fields.unsupported_type': null
  'fields.duplicate_item': null
  'fields.out_of_range': null
  'fields.invalid': null
  'fields.invalid_character': null
  'fields.invalid_email': null
  'fields.invalid_url': null
  'fields.invalid_colour': null
  'fields.invalid_time_zone': null
  'fields.invalid_code': null
  'fields.reserved': null
  'fields.taken': null
  'fields.already_exists': null
  'fields.unknown': null
  'fields.not_on_client': null
  'fields.not_recurring': null
  'fields.empty_file': null
  'fields.no_occurrence': null
  'fields.end_before_start': null
  'pickers.clientPlaceholder': null
  'pickers.noClient': null
  'pickers.openClients': null
  'auth.signInTitle': null
  'auth.signInText': null
  'auth.email': null
  'auth.emailHint': null
  'auth.sendLink': null
  'auth.noOffice': null
  'auth.signUpLink': null
  'auth.inboxTitle': null
  'auth.inboxText': { email: string }
  'auth.signUpInboxText': { email: string }
  'auth.renewedText': null
  'auth.otherAddress': null
  'auth.code': null
  'auth.codeHint': null
  'auth.useCode': null
  'auth.resend': null
  'auth.resendWait': { seconds: number }
  'auth.nothingCame': null
  'auth.resent': null
  'auth.signUpTitle': null
  'auth.signUpText': null
  'auth.officeName': null
  'auth.yourName': null
  'auth.language': null
  'auth.timeZone': null
  'auth.timeZoneHint': null
  'auth.noZone': null
  'auth.openZones': null
  'auth.createOffice': null
  'auth.haveOffice': null
  'auth.signInLink': null
  'auth.landingTitle': null
  'auth.landingText': null
  'auth.continue': null
  'auth.continueAs': { address: string }
  'auth.spentTitle': null
  'auth.expiredTitle': null
  'auth.renewText': null
  'auth.renew': null
  'auth.unknownLinkTitle': null
  'auth.unknownLinkText': null
  'auth.askAgain': null
  'notifications.title': null
  'notifications.open': null
  'notifications.openUnread': { count: number }
  'notifications.many': null
  'notifications.markRead': null
  'notifications.unread': null
  'notifications.loadFailed': null
  'notifications.empty': null
  'notifications.emptyText': null
  'notifications.kind.request': { name: string }
  'notifications.kind.message': { name: string }
  'notifications.kind.file': { name: string }
  'notifications.kind.done': { name: string }
  'notifications.kind.unreached': { name: string }
  'notifications.kind.undigitised': null
  'clients.heading': null
  'clients.new': null
  'clients.search': null
  'clients.searchPlaceholder': null
  'clients.shownAll': { count: number }
  'clients.shownSome': { count: number }
  'clients.loadFailed': null
  'clients.columns.name': null
  'clients.columns.responsible': null
  'clients.columns.portal': null
  'clients.columns.open': null
  'clients.state.closed': null
  'clients.state.silent': null
  'clients.state.invited': null
  'clients.state.active': null
  'clients.state.activeSeen': { ago: string }
  'clients.contactCount': { count: number }
  'clients.noContacts': null
  'clients.nobody': null
  'clients.andMore': { name: string; count: number }
  'clients.openTasks': { count: number; shown: string }
  'clients.selectOne': { name: string }
  'clients.selected': { count: number }
  'clients.allMatching': null
  'clients.selectEvery': null
  'clients.selectMatching': null
  'clients.clearSelection': null
  'clients.bulkBar': null
  'clients.bulkPortal': null
  'clients.more': null
  'clients.empty': null
  'clients.emptyText': null
  'clients.noneFound': null
  'clients.noneFoundText': { search: string }
  'newClient.title': null
  'newClient.name': null
  'newClient.registryCode': null
  'newClient.responsible': null
  'newClient.responsibleHint': null
  'newClient.create': null
  'client.one': null
  'client.loadFailed': null
  'client.tabs': null
  'client.aside': null
  'client.tab.tasks': null
  'client.tab.contacts': null
  'client.tab.series': null
  'client.editTitle': null
  'client.portal': null
  'client.portalOpen': null
  'client.portalClosedNote': null
  'client.note.active': null
  'client.note.activeSeen': { ago: string }
  'client.note.invited': null
  'client.note.silent': null
  'client.haveAccess': { count: number }
  'client.nobodyHasAccess': null
  'client.openedToast': null
  'client.closedToast': { client: string }
  'client.officePortalInactive': null
  'client.toSettings': null
  'client.closeTitle': { client: string }
  'client.closeText': null
  'client.keepOpen': null
  'client.closePortal': null
  'client.nobodyResponsible': null
  'contacts.title': null
  'contacts.add': null
  'contacts.empty': null
  'contacts.emptyText': null
  'contacts.addTitle': null
  'contacts.editTitle': null
  'contacts.name': null
  'contacts.email': null
  'contacts.emailHint': null
  'contacts.emailFixed': null
  'contacts.phone': null
  'contacts.language': null
  'contacts.access': null
  'contacts.accessNote': null
  'contacts.accessOf': { name: string }
  'contacts.edit': { name: string }
  'contacts.bounced': null
  'contacts.complained': null
  'contacts.neverSeen': null
  'contacts.seen': { ago: string }
  'contacts.linkedToast': { name: string }
  'bulk.title': null
  'bulk.resultTitle': null
  'bulk.previewFailed': null
  'bulk.opening': null
  'bulk.openingCount': { clients: number; contacts: number }
  'bulk.openingNone': null
  'bulk.noWorkingAddress': null
  'bulk.skipped': null
  'bulk.skippedCount': { count: number }
  'bulk.skippedHeading': null
  'bulk.contactOf': { name: string; client: string }
  'bulk.personReason': { name: string; reason: string }
  'bulk.alreadyOpen': { count: number }
  'bulk.alreadyOpenAgain': { count: number }
  'bulk.partial': { count: number; total: number }
  'bulk.reason.noContacts': null
  'bulk.reason.bounced': null
  'bulk.reason.complained': null
  'bulk.reason.noAccess': null
  'bulk.reason.archived': null
  'bulk.reason.notFound': null
  'bulk.reason.portalInactive': null
  'bulk.reason.portalClosed': null
  'bulk.sendInvitations': null
  'bulk.invitationsOn': null
  'bulk.invitationsOff': null
  'bulk.sendAgain': null
  'bulk.sendAgainNote': null
  'bulk.letterCaption': null
  'bulk.letterSubject': { office: string }
  'bulk.letterText': { office: string }
  'bulk.letterButton': null
  'bulk.expected': { count: number; at: string }
  'bulk.expectedPartial': { count: number; at: string }
  'bulk.activate': null
  'bulk.progress': null
  'bulk.running': { done: number; total: number }
  'bulk.finished': null
  'bulk.numberOpened': null
  'bulk.numberInvited': null
  'bulk.silent': null
  'bulk.numberAlreadyOpen': null
  'bulk.numberSkipped': null
  'bulk.mailsUntil': { at: string }
  'bulk.progressFailed': { why: string }
  'bulk.nobodySkipped': null
  'bulk.again': { client: string }
  'bulk.openedNow': { count: number }
  'bulk.wasOpen': null
  'bulk.gone': null
  'bulk.closeRunning': null
  'clientCard.more': { client: string }
  'clientCard.details': null
  'clientCard.editDetails': null
  'clientCard.documents': null
  'clientCard.documentsOpen': null
  'clientCard.documentsNote': null
  'clientCard.documentsNone': null
  'clientCard.documentsLabel': null
  'clientCard.documentsHint': null
  'clientCard.digitisation': null
  'clientCard.digitisationNone': null
  'clientCard.digitisationHint': null
  'clientCard.digitisationOff': null
  'clientCard.digitisationOffMember': null
  'clientCard.toOfficeSettings': null
  'clientCard.team': null
  'clientCard.answersFor': null
  'clientCard.worksWith': null
  'clientCard.teamNote': null
  'clientCard.teamTitle': { client: string }
  'clientCard.changeTeam': null
  'clientCard.memberColumn': null
  'clientCard.answersForOf': { name: string }
  'clientCard.worksWithOf': { name: string }
  'clientCard.findMember': null
  'clientCard.noMember': null
  'clientCard.takeOn': null
  'clientCard.takeOnTitle': { client: string }
  'clientCard.takeOnText': null
  'clientCard.tookOn': { client: string }
  'clientCard.archive': null
  'clientCard.archiveTitle': { client: string }
  'clientCard.archivePortal': null
  'clientCard.archiveSeries': null
  'clientCard.archiveTasks': { count: number }
  'clientCard.archiveLists': null
  'clientCard.archiveKept': null
  'clientCard.archivedToast': { client: string }
  'clientCard.archivedBadge': null
  'clientCard.archivedTitle': null
  'clientCard.archivedText': null
  'clientCard.restore': null
  'clientCard.restoredToast': { client: string }
  'clientCard.portalArchived': null
  'clientFiles.columns.file': null
  'clientFiles.columns.belongsTo': null
  'clientFiles.columns.audience': null
  'clientFiles.request': null
  'clientFiles.loadFailed': null
  'clientFiles.empty': null
  'clientFiles.emptyText': null
  'person.more': { name: string }
  'person.invite': null
  'person.invitedToast': { email: string }
  'person.remove': null
  'person.removedToast': { name: string; client: string }
  'person.archive': null
  'person.archivedToast': { name: string }
  'person.restore': null
  'person.restoredToast': { name: string }
  'person.archived': null
  'person.bouncedNote': { email: string }
  'person.complainedNote': { email: string }
  'person.changes': null
  'person.changeMeta': { by: string; at: string }
  'person.nothing': null
  'person.changedName': { old: string; new: string }
  'person.changedPhone': { old: string; new: string }
  'person.changedLanguage': { old: string; new: string }
  'person.changedEmail': { old: string; new: string }
  'theirs.title': null
  'theirs.text': null
  'theirs.line': { label: string; value: string }
  'theirs.empty': null
  'people.heading': null
  'people.one': null
  'people.search': null
  'people.searchPlaceholder': null
  'people.shownAll': { count: number }
  'people.shownSome': { count: number }
  'people.loadFailed': null
  'people.oneFailed': null
  'people.columns.name': null
  'people.columns.clients': null
  'people.columns.access': null
  'people.columns.seen': null
  'people.noClients': null
  'people.others': { count: number }
  'people.accessAll': null
  'people.accessSome': { count: number; total: number }
  'people.accessNone': null
  'people.never': null
  'people.empty': null
  'people.emptyText': null
  'people.toClients': null
  'people.noneFound': null
  'people.noneFoundText': { search: string }
  'people.noneArchived': null
  'people.noneArchivedText': null
  'people.showCurrent': null
  'people.archived': null
  'people.clients': null
  'people.clientsNone': null
  'people.portalIsOpen': null
  'people.portalIsClosed': null
  'people.accessAt': { client: string }
  'people.facts': null
  'people.email': null
  'people.phone': null
  'people.noPhone': null
  'people.language': null
  'people.lastSeen': null
  'people.archivedTitle': null
  'people.archivedText': null
  'people.aside': null
  'imports.heading': null
  'imports.open': null
  'imports.notYours': null
  'imports.notYoursText': null
  'imports.toClients': null
  'imports.intro': null
  'imports.file': null
  'imports.drop': null
  'imports.dropNote': null
  'imports.choose': null
  'imports.chooseOther': null
  'imports.sending': { name: string }
  'imports.percent': { percent: string }
  'imports.stop': null
  'imports.spreadsheet': { name: string }
  'imports.columnsTitle': null
  'imports.columnsText': null
  'imports.emptyTable': null
  'imports.emptyTableName': null
  'imports.field.client_name': null
  'imports.field.registry_code': null
  'imports.field.contact_name': null
  'imports.field.contact_email': null
  'imports.field.contact_phone': null
  'imports.field.contact_language': null
  'imports.field.contact_access': null
  'imports.note.client_name': null
  'imports.note.registry_code': null
  'imports.note.contact_name': null
  'imports.note.contact_email': null
  'imports.note.contact_phone': null
  'imports.note.contact_language': null
  'imports.note.contact_access': null
  'imports.loadFailed': null
  'imports.fileOf': { name: string; rows: number }
  'imports.looking': null
  'imports.notArrived': null
  'imports.notArrivedText': null
  'imports.lookAgain': null
  'imports.asItLooks': null
  'imports.problem.not_uploaded': null
  'imports.problem.not_a_table': null
  'imports.problem.no_rows': null
  'imports.problem.too_many_rows': null
  'imports.problem.no_name_column': null
  'imports.understood': null
  'imports.understoodNote': null
  'imports.separator': null
  'imports.separatorComma': null
  'imports.separatorSemicolon': null
  'imports.separatorTab': null
  'imports.encoding': null
  'imports.encodingHint': null
  'imports.encodingUtf8': null
  'imports.encoding1252': null
  'imports.encoding1257': null
  'imports.columnHolds': { heading: string }
  'imports.columnNumber': { number: number }
  'imports.passOver': null
  'imports.table': null
  'imports.will': null
  'imports.newClients': null
  'imports.knownClients': null
  'imports.newContacts': null
  'imports.knownContacts': null
  'imports.leftOut': null
  'imports.duplicates': null
  'imports.skip': null
  'imports.update': null
  'imports.skipNote': null
  'imports.updateNote': null
  'imports.noMail': null
  'imports.start': { count: number }
  'imports.errors': { count: number }
  'imports.errorsNote': { count: number }
  'imports.errorsFirst': { count: number }
  'imports.row': null
  'imports.client': null
  'imports.column': null
  'imports.value': null
  'imports.wrong': null
  'imports.wholeRow': null
  'imports.tooManyHere': null
  'imports.copy': null
  'imports.copied': null
  'imports.copyFailed': null
  'imports.downloadErrors': null
  'imports.errorsName': null
  'imports.running': null
  'imports.progress': { done: number; total: number }
  'imports.canLeave': null
  'imports.progressFailed': { why: string }
  'imports.done': null
  'imports.doneGood': null
  'imports.doneWithErrors': { count: number }
  'imports.clientsCreated': null
  'imports.contactsCreated': null
  'imports.rowsUpdated': null
  'imports.rowsSkipped': null
  'imports.rowsFailed': null
  'imports.another': null
  'imports.next': null
  'imports.aside': null
  'imports.errorsList': null
  'exports.open': null
  'exports.title': null
  'exports.text': null
  'exports.which': null
  'exports.current': null
  'exports.archived': null
  'exports.separatorHint': null
  'exports.start': null
  'exports.writing': null
  'exports.canWait': null
  'exports.ready': { count: number }
  'exports.download': null
  'exports.failed': { why: string }
  'clientList.filters': null
  'clientList.responsible': null
  'clientList.anyResponsible': null
  'clientList.me': { name: string }
  'clientList.portal': null
  'clientList.anyPortal': null
  'clientList.overdue': null
  'clientList.archived': null
  'clientList.sort': null
  'clientList.sortName': null
  'clientList.sortOpenTasks': null
  'clientList.sortEarliestDue': null
  'clientList.clearFilters': null
  'clientList.copyLink': null
  'clientList.linkCopied': null
  'clientList.copyFailed': null
  'clientList.noneMatch': null
  'clientList.noneMatchText': null
  'clientList.noneArchived': null
  'clientList.noneArchivedText': null
  'clientList.showCurrent': null
  'clientList.lookingOn': { count: number }
  'clientList.tooMany': null
  'clientList.archivedState': null
  'tasks.heading': null
  'tasks.new': null
  'tasks.filterWhose': null
  'tasks.filterState': null
  'tasks.filterClient': null
  'tasks.mine': null
  'tasks.byClient': null
  'tasks.open': null
  'tasks.completedPlural': null
  'tasks.completed': null
  'tasks.loadFailed': null
  'tasks.emptyOpen': null
  'tasks.emptyCompleted': null
  'tasks.emptyMineText': null
  'tasks.emptyClientText': null
  'tasks.columns.title': null
  'tasks.columns.client': null
  'tasks.columns.due': null
  'tasks.columns.portal': null
  'tasks.columns.assignee': null
  'tasks.checklistCount': { done: number; total: number }
  'tasks.recurring': null
  'tasks.sample': null
  'tasks.news': null
  'tasks.nobody': null
  'tasks.portal.internal': null
  'tasks.portal.assigned': null
  'tasks.portal.done': null
  'tasks.portal.withdrawn': null
  'tasks.completedToast': { title: string }
  'tasks.onlyNone': null
  'tasks.onlyNoneText': { count: number }
  'tasks.onlyLooking': null
  'tasks.showAll': null
  'newTask.title': null
  'newTask.client': null
  'newTask.name': null
  'newTask.description': null
  'newTask.descriptionHint': null
  'newTask.due': null
  'newTask.clearDue': null
  'newTask.assignee': null
  'newTask.create': null
  'newTask.audience': null
  'newTask.assign': null
  'newTask.assignNote': null
  'newTask.assignNoteTo': { names: string }
  'newTask.internalNote': null
  'newTask.createAndAssign': null
  'newTask.notAssignedToast': { reason: string }
  'task.one': null
  'task.loadFailed': null
  'task.aside': null
  'task.rename': null
  'task.open': null
  'task.complete': null
  'task.completedToast': null
  'task.reopen': null
  'task.completedBy': { name: string; at: string }
  'task.doneByClient': { name: string; at: string }
  'task.addDescription': null
  'task.noDescription': null
  'task.details': null
  'task.mayTick': null
  'task.autoComplete': null
  'task.autoCompleteNote': null
  'task.recurrence': null
  'task.repeat': null
  'task.created': null
  'checklist.title': null
  'checklist.empty': null
  'checklist.add': null
  'checklist.itemLabel': { place: number }
  'checklist.removePlace': { place: number }
  'checklist.edit': { text: string }
  'checklist.remove': { text: string }
  'checklist.move': { text: string }
  'checklist.removedToast': null
  'bulkTask.action': null
  'bulkTask.title': null
  'bulkTask.mode': null
  'bulkTask.assign': null
  'bulkTask.internal': null
  'bulkTask.assignNote': null
  'bulkTask.internalNote': null
  'bulkTask.closed': { count: number; names: string }
  'bulkTask.others': { count: number }
  'bulkTask.toResponsible': null
  'bulkTask.toResponsibleNote': null
  'bulkTask.allNote': null
  'bulkTask.assignTo': { count: number }
  'bulkTask.createFor': { count: number }
  'bulkTask.assignAll': null
  'bulkTask.createAll': null
  'bulkTask.assigned': { count: number; shown: string }
  'bulkTask.created': { count: number; shown: string }
  'bulkTask.passedOver': { count: number }
  'bulkTask.openNote': null
  'bulkTask.openAndAssign': { count: number }
  'digitise.action': null
  'digitise.title': null
  'digitise.text': { address: string }
  'digitise.internalFile': { size: string }
  'digitise.queued': { name: string }
  'digitise.sent': { name: string; at: string }
  'digitise.failed': { at: string; why: string }
  'digitise.why.fileMissing': null
  'digitise.why.noAddress': null
  'digitise.why.mailRefused': null
  'digitise.why.notSent': null
  'digitise.send': { count: number }
  'digitise.sendAgain': { count: number }
  'digitise.againTitle': { count: number }
  'digitise.againText': null
  'digitise.tooMany': { count: number }
  'digitise.queuedToast': { count: number; address: string }
  'reminders.title': null
  'reminders.label': null
  'reminders.inherit': null
  'reminders.off': null
  'reminders.own': null
  'reminders.rule': { when: string; count: number }
  'reminders.daysBefore': { days: number }
  'reminders.onTheDay': null
  'reminders.everyDaysAfter': { days: number }
  'reminders.inheritWords': null
  'reminders.inheritNone': null
  'reminders.inheritRule': { rule: string }
  'reminders.offWords': null
  'reminders.isBefore': null
  'reminders.before': { days: string }
  'reminders.beforeDays': null
  'reminders.isOnTheDay': null
  'reminders.isAfter': null
  'reminders.after': { days: string }
  'reminders.afterDays': null
  'reminders.atMost': { count: string }
  'reminders.atMostLabel': null
  'reminders.incomplete': null
  'reminders.next': { date: string }
  'reminders.last': { at: string; count: number }
  'reminders.now': null
  'reminders.againAt': { at: string }
  'reminders.sentToast': { client: string }
  'following.label': null
  'following.ofSeries': null
  'following.one': null
  'following.following': null
  'following.oneNote': null
  'following.followingNote': null
  'following.savedToast': null
  'palette.title': null
  'palette.open': null
  'palette.label': null
  'palette.placeholder': null
  'palette.recent': null
  'palette.commands': null
  'palette.screens': null
  'palette.templates': null
  'palette.nothing': { search: string }
  'shortcuts.title': null
  'shortcuts.everywhere': null
  'shortcuts.lists': null
  'shortcuts.clients': null
  'shortcuts.screen': null
  'shortcuts.writing': null
  'shortcuts.palette': null
  'shortcuts.help': null
  'shortcuts.next': null
  'shortcuts.open': null
  'shortcuts.done': null
  'shortcuts.reply': null
  'shortcuts.answer': null
  'shortcuts.settle': null
  'shortcuts.assignee': null
  'shortcuts.neighbours': null
  'shortcuts.back': null
  'shortcuts.hint': { key: string }
  'shortcuts.enter': null
  'shortcuts.select': null
  'shortcuts.all': null
  'shortcuts.task': null
  'shortcuts.send': null
  'shortcuts.single': null
  'shortcuts.singleNote': null
  'shortcuts.keys.palette': null
  'shortcuts.keys.paletteApple': null
  'shortcuts.keys.help': null
  'shortcuts.keys.next': null
  'shortcuts.keys.open': null
  'shortcuts.keys.done': null
  'shortcuts.keys.reply': null
  'shortcuts.keys.assignee': null
  'shortcuts.keys.back': null
  'shortcuts.keys.enter': null
  'shortcuts.keys.select': null
  'shortcuts.keys.all': null
  'shortcuts.keys.task': null
  'shortcuts.keys.send': null
  'inbox.heading': null
  'inbox.note': null
  'inbox.loadFailed': null
  'inbox.empty': null
  'inbox.emptyText': null
  'inbox.toTasks': null
  'inbox.partial': null
  'inbox.clientDone': null
  'inbox.clientNews': null
  'inbox.reply': { title: string }
  'inbox.complete': { title: string }
  'inbox.close': { title: string }
  'inbox.seen': { title: string }
  'inbox.seenToast': { title: string }
  'files.title': null
  'files.choose': null
  'files.whoSees': null
  'files.internal': null
  'files.portal': null
  'files.hintInternal': null
  'files.hintPortal': { client: string }
  'files.meta': { size: string; name: string; at: string }
  'files.kilobytes': { size: number }
  'files.megabytes': { size: number }
  'files.download': { name: string }
  'files.downloadWord': null
  'files.uploading': { name: string }
  'files.percent': { percent: string }
  'files.cancel': { name: string }
  'files.dismiss': { name: string }
  'files.empty': { name: string }
  'files.tooLarge': { name: string; size: string }
  'files.refused': null
  'files.there': null
  'files.sent': { name: string }
  'files.offline': null
  'files.finishing': null
  'files.fitting': null
  'files.madeSmaller': { size: string }
  'files.total': { n: number; percent: string }
  'files.badName': { name: string }
  'files.sentAsHeic': { name: string }
  'files.failedElsewhere': { name: string }
  'thread.title': null
  'thread.note': null
  'thread.empty': null
  'thread.me': null
  'thread.onlyOffice': null
  'thread.clientSees': null
  'thread.fromClient': { client: string }
  'thread.internalBy': { name: string }
  'thread.portalBy': { name: string }
  'thread.reply': null
  'thread.replyTo': { name: string }
  'composer.label': null
  'composer.mode': null
  'composer.internal': null
  'composer.toClient': null
  'composer.onlyOffice': null
  'composer.visibleTo': { names: string }
  'composer.visibleToClient': { client: string }
  'composer.textInternal': null
  'composer.textToClient': null
  'composer.placeholderInternal': null
  'composer.placeholderToClient': null
  'composer.replyingTo': { name: string; text: string }
  'composer.dropReply': null
  'composer.attach': null
  'composer.removeFile': { name: string }
  'composer.keys': null
  'composer.saveInternal': null
  'composer.sendToClient': null
  'composer.notAssigned': null
  'composer.files': null
  'composer.filesMissing': null
  'composer.tooManyFiles': null
  'composer.staysInternal': null
  'composer.isWithClient': null
  'outward.title': null
  'outward.text': { names: string }
  'outward.confirm': null
  'outward.keep': null
  'portalPanel.title': null
  'portalPanel.closed': { client: string }
  'portalPanel.notAssigned': null
  'portalPanel.withdrawn': null
  'portalPanel.assign': null
  'portalPanel.assignAgain': null
  'portalPanel.assignedToast': { client: string }
  'portalPanel.openAndAssign': null
  'portalPanel.openTitle': null
  'portalPanel.openText': { client: string }
  'portalPanel.toldAt': { at: string }
  'portalPanel.untilThen': null
  'portalPanel.timeLeft': null
  'portalPanel.sending': null
  'portalPanel.announcedAt': { at: string }
  'portalPanel.visible': null
  'portalPanel.visibleSince': { at: string }
  'portalPanel.tellNow': null
  'portalPanel.undo': null
  'portalPanel.withdraw': null
  'portalPanel.withdrawTitle': null
  'portalPanel.withdrawText': null
  'portalPanel.keep': null
  'portalPanel.seenBy': null
  'portalPanel.willSee': null
  'portalPanel.noAccess': null
  'portalPanel.noRecipients': { client: string }
  'portalPanel.toClient': null
  'portalPanel.toSettings': null
  'requests.heading': null
  'requests.one': null
  'requests.filterState': null
  'requests.open': null
  'requests.finished': null
  'requests.everyClient': null
  'requests.loadFailed': null
  'requests.loadOneFailed': null
  'requests.emptyOpen': null
  'requests.emptyFinished': null
  'requests.emptyText': null
  'requests.news': null
  'requests.columns.subject': null
  'requests.columns.client': null
  'requests.columns.state': null
  'requests.columns.sent': null
  'requests.state.new': null
  'requests.state.answered': null
  'requests.state.converted': null
  'requests.state.closed': null
  'requests.endedBy': { name: string; at: string }
  'requests.asked': null
  'requests.close': null
  'requests.closedToast': null
  'requests.reopen': null
  'requests.convert': null
  'requests.convertTitle': null
  'requests.convertText': null
  'requests.openTask': null
  'requests.fromRequest': null
  'series.heading': null
  'series.headingNote': null
  'series.new': null
  'series.newTitle': null
  'series.one': null
  'series.loadFailed': null
  'series.empty': null
  'series.emptyText': null
  'series.columns.title': null
  'series.columns.client': null
  'series.columns.rhythm': null
  'series.columns.next': null
  'series.createdCount': { count: number }
  'series.paused': null
  'series.ended': null
  'series.what': null
  'series.when': null
  'series.who': null
  'series.client': null
  'series.title': null
  'series.titleHint': null
  'series.description': null
  'series.noDescription': null
  'series.checklist': null
  'series.itemLabel': { place: number }
  'series.removeItem': { place: number }
  'series.addItem': null
  'series.assignee': null
  'series.nobody': null
  'series.assign': null
  'series.assignNote': null
  'series.mayTick': null
  'series.autoComplete': null
  'series.autoCompleteNote': null
  'series.nextDates': null
  'series.noMoreDates': null
  'series.skip': null
  'series.skipDate': { date: string }
  'series.make': null
  'series.makeDate': { date: string }
  'series.skippedToast': { title: string; client: string; date: string; next: string }
  'series.skippedLastToast': { title: string; client: string; date: string }
  'series.madeToast': { title: string; client: string; next: string }
  'series.madeLastToast': { title: string; client: string }
  'series.dayAndYear': { day: string; year: string }
  'series.dueOn': { date: string }
  'series.dueOnWeekend': null
  'series.incomplete': null
  'series.create': null
  'series.createdToast': null
  'series.pause': null
  'series.resume': null
  'series.pausedToast': null
  'series.resumedToast': null
  'series.pausedNote': null
  'series.pausedDates': null
  'series.editFollowing': null
  'series.editTitle': { title: string }
  'series.saveFollowing': null
  'series.followingNote': null
  'series.savedToast': null
  'series.aside': null
  'series.details': null
  'series.toClient': null
  'series.mayTickShort': null
  'series.autoCompleteShort': null
  'series.createdSoFar': null
  'series.day.last': null
  'series.day.number': { day: number }
  'series.day.nth': { nth: string; weekday: string }
  'series.nth.1': null
  'series.nth.2': null
  'series.nth.3': null
  'series.nth.4': null
  'series.nth.last': null
  'series.monthInQuarter.1': null
  'series.monthInQuarter.2': null
  'series.monthInQuarter.3': null
  'series.words.weekly': { every: number; days: string }
  'series.words.monthly': { every: number; day: string }
  'series.words.quarterly': { every: number; month: string; day: string }
  'series.words.yearly': { every: number; month: string; day: string }
  'series.weekendNote.before': null
  'series.weekendNote.after': null
  'series.dueNote': { days: number }
  'series.endNote': { date: string }
  'series.countNote': { count: number }
  'builder.label': null
  'builder.weekly': { every: string; unit: string; days: string }
  'builder.monthly': { every: string; unit: string; day: string }
  'builder.quarterly': { every: string; unit: string; month: string; day: string }
  'builder.yearly': { every: string; unit: string; month: string; day: string }
  'builder.every': null
  'builder.unit': null
  'builder.units.weekly': { every: number }
  'builder.units.monthly': { every: number }
  'builder.units.quarterly': { every: number }
  'builder.units.yearly': { every: number }
  'builder.days': null
  'builder.month': null
  'builder.quarterMonth': null
  'builder.day': null
  'builder.dayLast': null
  'builder.dayNumber': null
  'builder.dayNth': null
  'builder.dayOfMonth': null
  'builder.nth': null
  'builder.weekday': null
  'builder.weekend': { rule: string }
  'builder.weekendLabel': null
  'builder.weekendBefore': null
  'builder.weekendAfter': null
  'builder.weekendLeave': null
  'builder.due': { days: string }
  'builder.dueLabel': null
  'builder.start': null
  'builder.startHint': null
  'builder.end': null
  'builder.endNever': null
  'builder.endOn': null
  'builder.endCount': null
  'builder.endDate': null
  'builder.endTimes': null
  'staff.note': null
  'staff.readOnly': null
  'staff.loadFailed': null
  'staff.you': null
  'staff.columns.name': null
  'staff.columns.email': null
  'staff.columns.role': null
  'staff.columns.state': null
  'staff.columns.lastSeen': null
  'staff.columns.actions': null
  'staff.role.owner': null
  'staff.role.admin': null
  'staff.role.member': null
  'staff.roleNote.admin': null
  'staff.roleNote.member': null
  'staff.state.active': null
  'staff.state.invited': null
  'staff.state.leaving': null
  'staff.state.inactive': null
  'staff.neverSeen': null
  'staff.neverSeenGone': null
  'staff.alone': null
  'staff.aloneText': null
  'staff.showInactive': { count: number }
  'staff.actionsOf': { name: string }
  'staff.invite': null
  'staff.inviteTitle': null
  'staff.inviteText': null
  'staff.send': null
  'staff.language': null
  'staff.languageHint': null
  'staff.knownAddress': null
  'staff.invitedToast': { email: string }
  'staff.resend': null
  'staff.change': null
  'staff.changeTitle': { name: string }
  'staff.emailFixed': null
  'staff.stepDown': null
  'staff.savedToast': { name: string }
  'staff.undoneToast': null
  'staff.deactivate': null
  'staff.deactivateTitle': { name: string }
  'staff.deactivateText': null
  'staff.leave': null
  'staff.leaveTitle': null
  'staff.leaveText': null
  'staff.heir': null
  'staff.heirHint': null
  'staff.heirChoose': null
  'staff.heirAsked': null
  'staff.heirAskedMe': null
  'staff.heirNeeded': null
  'staff.deactivatedToast': { name: string }
  'staff.handedOverToast': { name: string; heir: string }
  'staff.reactivate': null
  'staff.reactivatedToast': { name: string }
  'staff.stillLeaving': null
  'staff.handOver': null
  'staff.handOverTitle': { name: string }
  'staff.handOverText': null
  'staff.handOverThem': { name: string }
  'staff.handOverYou': null
  'staff.handOverBack': null
  'staff.handOverDo': null
  'staff.handedToast': { name: string }
  'account.profile': null
  'account.profileFailed': null
  'account.name': null
  'account.nameHint': null
  'account.email': null
  'account.emailHint': null
  'account.language': null
  'account.languageHint': null
  'account.savedToast': null
  'account.told': null
  'account.toldNote': null
  'account.toldFailed': null
  'account.toldAlways': null
  'account.toldStale': null
  'account.kindColumn': null
  'account.inApp': null
  'account.byMail': null
  'account.inAppOf': { kind: string }
  'account.byMailOf': { kind: string }
  'account.kind.new_request': null
  'account.kind.portal_message': null
  'account.kind.client_file': null
  'account.kind.client_done': null
  'account.kindNote.portal_message': null
  'account.kindNote.client_file': null
  'account.logins': null
  'account.loginsNote': null
  'account.loginsFailed': null
  'account.unknownDevice': null
  'account.thisDevice': null
  'account.since': { at: string; end: string }
  'account.signOutThere': null
  'account.signOutOf': { device: string; at: string }
  'account.nowhereElse': null
  'account.endedToast': { device: string }
  'officeSettings.note': null
  'officeSettings.readOnly': null
  'officeSettings.loadFailed': null
  'officeSettings.digitisation': null
  'officeSettings.digitisationNote': null
  'officeSettings.digitisationSwitch': null
  'officeSettings.digitisationOn': null
  'officeSettings.digitisationOff': null
  'officeSettings.onToast': null
  'officeSettings.offToast': null
  'officeSettings.stale': null
  'officeSettings.reminders': null
  'officeSettings.remindersNote': null
  'officeSettings.rule': { rule: string }
  'officeSettings.noRule': null
  'officeSettings.at': { time: string }
  'officeSettings.whom': null
  'officeSettings.isOn': null
  'officeSettings.ruleOf': null
  'officeSettings.hour': null
  'officeSettings.existing': null
  'officeSettings.theirs': { rule: string }
  'officeSettings.savedToast': null
  'overview.below': null
  'overview.loadFailed': null
  'overview.client': null
  'overview.overdue': null
  'overview.lateTasks': null
  'overview.orMore': { count: number }
  'overview.since': { date: string }
  'overview.noneOverdue': null
  'overview.noneOverdueText': null
  'overview.busiest': null
  'overview.openTasks': null
  'overview.split': { waiting: number; ours: number }
  'overview.waiting': null
  'overview.ours': null
  'overview.noneOpen': null
  'overview.noneOpenText': null
  'overview.coming': null
  'overview.comingNote': null
  'overview.inMinutes': null
  'overview.toldAt': { time: string }
  'overview.tellIt': null
  'overview.tellNow': { name: string }
  'overview.withdraw': { name: string }
  'overview.withdrawnToast': { title: string }
  'overview.cut': null
  'overview.day': null
  'overview.week': null
  'overview.reminders': null
  'overview.newTasks': null
  'overview.today': { date: string }
  'overview.newTask': null
  'overview.newTaskTold': null
  'overview.reminderAt': { time: string }
  'overview.due': { date: string }
  'overview.edit': { name: string }
  'overview.skipIt': null
  'overview.skip': { name: string }
  'overview.skipTask': { name: string }
  'overview.named': { title: string; client: string }
  'overview.sendNow': { name: string }
  'overview.makeNow': { name: string }
  'overview.skippedToast': { title: string; date: string }
  'overview.skippedLastToast': { title: string }
  'overview.noneComing': null
  'overview.noneComingText': null
  'audit.note': null
  'audit.adminsOnly': null
  'audit.loadFailed': null
  'audit.month': null
  'audit.before': null
  'audit.after': null
  'audit.empty': { month: string }
  'audit.emptyText': null
  'audit.noneMatch': null
  'audit.noneMatchText': null
  'audit.noneMatchMonth': null
  'audit.noneMatchMonthText': null
  'audit.showAll': null
  'audit.who': null
  'audit.everybody': null
  'audit.what': null
  'audit.everything': null
  'audit.itself': null
  'audit.erasedPerson': null
  'audit.contact': null
  'audit.details': null
  'audit.technical': null
  'audit.operation': null
  'audit.thingId': null
  'audit.belongsTo': null
  'audit.nothing': null
  'audit.erased': null
  'audit.became': null
  'audit.more': { count: number }
  'audit.created': { who: string; thing: string; name: string }
  'audit.changed': { who: string; thing: string; name: string }
  'audit.removed': { who: string; thing: string; name: string }
  'audit.whole.office': null
  'audit.whole.portal_name': null
  'audit.whole.member': null
  'audit.whole.client': null
  'audit.whole.member_client': null
  'audit.whole.contact': null
  'audit.whole.contact_client': null
  'audit.whole.session': null
  'audit.whole.task': null
  'audit.whole.request': null
  'audit.whole.message': null
  'audit.whole.file': null
  'audit.whole.digitisation': null
  'audit.whole.series': null
  'audit.whole.template': null
  'audit.whole.bulk_opening': null
  'audit.whole.bulk_task': null
  'audit.whole.client_export': null
  'audit.whole.client_import': null
  'audit.part.office': null
  'audit.part.portal_name': null
  'audit.part.member': null
  'audit.part.client': null
  'audit.part.member_client': null
  'audit.part.contact': null
  'audit.part.contact_client': null
  'audit.part.session': null
  'audit.part.task': null
  'audit.part.request': null
  'audit.part.message': null
  'audit.part.file': null
  'audit.part.digitisation': null
  'audit.part.series': null
  'audit.part.template': null
  'audit.part.bulk_opening': null
  'audit.part.bulk_task': null
  'audit.part.client_export': null
  'audit.part.client_import': null
  'audit.kind.office': null
  'audit.kind.portal_name': null
  'audit.kind.member': null
  'audit.kind.client': null
  'audit.kind.member_client': null
  'audit.kind.contact': null
  'audit.kind.contact_client': null
  'audit.kind.session': null
  'audit.kind.task': null
  'audit.kind.request': null
  'audit.kind.message': null
  'audit.kind.file': null
  'audit.kind.digitisation': null
  'audit.kind.series': null
  'audit.kind.template': null
  'audit.kind.bulk_opening': null
  'audit.kind.bulk_task': null
  'audit.kind.client_export': null
  'audit.kind.client_import': null
  'audit.did.signed_up': { who: string }
  'audit.did.signed_in': { who: string }
  'audit.did.signed_out': { who: string }
  'audit.did.invite_member': { who: string; name: string }
  'audit.did.resend_member_invitation': { who: string; name: string }
  'audit.did.deactivate_member': { who: string; name: string }
  'audit.did.reactivate_member': { who: string; name: string }
  'audit.did.hand_over_ownership': { who: string; name: string }
  'audit.did.update_own_profile': { who: string }
  'audit.did.update_notification_settings': { who: string }
  'audit.did.responsible': { who: string; person: string; client: string }
  'audit.did.added': { who: string; person: string; client: string }
  'audit.did.taken_off': { who: string; person: string; client: string }
  'audit.did.linked': { who: string; person: string; client: string }
  'audit.did.unlinked': { who: string; person: string; client: string }
  'audit.did.gave_access': { who: string; person: string; client: string }
  'audit.did.took_access': { who: string; person: string; client: string }
  'audit.did.opened_portal': { who: string; name: string }
  'audit.did.closed_portal': { who: string; name: string }
  'audit.did.archive_client': { who: string; name: string }
  'audit.did.restore_client': { who: string; name: string }
  'audit.did.archive_contact': { who: string; name: string }
  'audit.did.restore_contact': { who: string; name: string }
  'audit.did.assign_task': { who: string; name: string }
  'audit.did.withdraw_task': { who: string; name: string }
  'audit.did.complete_task': { who: string; name: string }
  'audit.did.reopen_task': { who: string; name: string }
  'audit.did.complete_portal_task': { who: string; name: string }
  'audit.did.reopen_portal_task': { who: string; name: string }
  'audit.did.remind_now': { who: string; name: string }
  'audit.did.skip_reminder': { who: string; name: string }
  'audit.did.skip_series_date': { who: string; name: string }
  'audit.did.announce_tasks': { who: string; name: string }
  'audit.did.ticked': { who: string; name: string }
  'audit.did.converted': { who: string; name: string }
  'audit.did.sent_request': { who: string; name: string }
  'audit.did.close_request': { who: string; name: string }
  'audit.did.reopen_request': { who: string; name: string }
  'audit.did.wrote_note': { who: string; of: string }
  'audit.did.wrote': { who: string; of: string }
  'audit.did.added_file': { who: string; of: string }
  'audit.did.digitise_files': { who: string; of: string }
  'audit.did.activate_portal': { who: string }
  'audit.did.deactivate_portal': { who: string }
  'audit.did.save_portal_settings': { who: string }
  'audit.did.update_office_settings': { who: string }
  'audit.did.exported_clients': { who: string }
  'audit.did.exported_trail': { who: string; month: string }
  'audit.field.name': null
  'audit.field.title': null
  'audit.field.subject': null
  'audit.field.description': null
  'audit.field.due': null
  'audit.field.email': null
  'audit.field.phone': null
  'audit.field.language': null
  'audit.field.role': null
  'audit.field.isActive': null
  'audit.field.invitedAt': null
  'audit.field.switchedOff': null
  'audit.field.addressState': null
  'audit.field.registryCode': null
  'audit.field.documentsUrl': null
  'audit.field.digitisationEmail': null
  'audit.field.portalIsOpen': null
  'audit.field.archivedAt': null
  'audit.field.hasAccess': null
  'audit.field.relation': null
  'audit.field.assignee': null
  'audit.field.checklist': null
  'audit.field.checklistText': null
  'audit.field.checklistDone': null
  'audit.field.clientMayTick': null
  'audit.field.autoComplete': null
  'audit.field.officeState': null
  'audit.field.portalState': null
  'audit.field.clientState': null
  'audit.field.assignedAt': null
  'audit.field.withdrawnAt': null
  'audit.field.announcedAt': null
  'audit.field.told': null
  'audit.field.remindedAt': null
  'audit.field.remindersMode': null
  'audit.field.daysBefore': null
  'audit.field.onTheDay': null
  'audit.field.everyDaysAfter': null
  'audit.field.atMost': null
  'audit.field.reminderHour': null
  'audit.field.reminderSkippedOn': null
  'audit.field.skippedOn': null
  'audit.field.digitisationIsOn': null
  'audit.field.portalIsActive': null
  'audit.field.slug': null
  'audit.field.portalName': null
  'audit.field.colour': null
  'audit.field.timeZone': null
  'audit.field.isPaused': null
  'audit.field.state': null
  'audit.field.visibility': null
  'audit.field.sizeBytes': null
  'audit.field.contentType': null
  'audit.field.startedAt': null
  'audit.field.expiresAt': null
  'audit.field.device': null
  'audit.field.createdAt': null
  'audit.field.client': null
  'audit.field.member': null
  'audit.field.person': null
  'audit.field.series': null
  'audit.field.request': null
  'audit.field.isSample': null
  'audit.value.open': null
  'audit.value.completed': null
  'audit.value.not_assigned': null
  'audit.value.assigned': null
  'audit.value.withdrawn': null
  'audit.value.done': null
  'audit.value.new': null
  'audit.value.answered': null
  'audit.value.converted': null
  'audit.value.closed': null
  'audit.value.responsible': null
  'audit.value.added': null
  'audit.value.internal': null
  'audit.value.portal': null
  'audit.value.inherit': null
  'audit.value.off': null
  'audit.value.own': null
  'audit.value.ok': null
  'audit.value.bounced': null
  'audit.value.complained': null
  'audit.export': null
  'audit.exportTitle': { month: string }
  'audit.exportText': null
  'portal.heading': null
  'portal.loadFailed': null
  'portal.active': null
  'portal.inactive': null
  'portal.adminsOnly': null
  'portal.inactiveTitle': null
  'portal.inactiveText': null
  'portal.point.brand': null
  'portal.point.brandText': null
  'portal.point.files': null
  'portal.point.filesText': null
  'portal.point.messages': null
  'portal.point.messagesText': null
  'portal.point.login': null
  'portal.point.loginText': null
  'portal.activate': null
  'portal.activateTitle': null
  'portal.activateText': null
  'portal.deactivateHeading': null
  'portal.deactivateNote': null
  'portal.deactivate': null
  'portal.deactivateTitle': null
  'portal.deactivateText': null
  'portal.keepActive': null
  'portal.look': null
  'portal.nameFirst': null
  'portal.name': null
  'portal.nameHint': null
  'portal.address': null
  'portal.addressHint': null
  'portal.checking': null
  'portal.nameFree': null
  'portal.nameYours': null
  'portal.nameTaken': null
  'portal.nameReserved': null
  'portal.nameTooShort': null
  'portal.nameTooLong': null
  'portal.nameInvalid': null
  'portal.useSuggestion': { slug: string }
  'portal.colour': null
  'portal.colourOpen': null
  'portal.colourArea': null
  'portal.colourHue': null
  'portal.colourSwatches': null
  'portal.contrastFine': { ratio: string }
  'portal.contrastDarkened': { before: string; after: string }
  'portal.description': null
  'portal.descriptionHint': null
  'portal.create': null
  'portal.discard': null
  'portal.savedToast': null
  'portal.staleTitle': null
  'portal.staleText': null
  'portal.loadNewest': null
  'portal.keepMine': null
  'portal.parts': null
  'portal.lookTab': null
  'media.pictures': null
  'media.picturesNote': null
  'media.icon': null
  'media.iconHint': null
  'media.iconNow': null
  'media.iconNone': null
  'media.logo': null
  'media.logoHint': null
  'media.logoNow': null
  'media.logoNone': null
  'media.welcome': null
  'media.welcomeNote': null
  'media.video': null
  'media.videoHint': null
  'media.videoNow': null
  'media.videoNone': null
  'media.choose': null
  'media.replace': null
  'media.remove': null
  'media.sending': { percent: string }
  'media.checking': null
  'media.pictureType': null
  'media.videoType': null
  'media.empty': null
  'media.pictureTooLarge': null
  'media.videoTooLarge': null
  'media.reason.wrong_type': null
  'media.reason.unreadable': null
  'media.reason.bytes_behind': null
  'media.reason.too_many_pixels': null
  'media.reason.wrong_codec': null
  'media.reason.too_long': null
  'media.reason.not_checked': null
  'templates.tab': null
  'templates.heading': null
  'templates.note': null
  'templates.loadFailed': null
  'templates.new': null
  'templates.newTitle': null
  'templates.editTitle': null
  'templates.editNote': null
  'templates.title': null
  'templates.description': null
  'templates.checklist': null
  'templates.mayTick': null
  'templates.add': null
  'templates.lines': { count: number }
  'templates.editOne': { title: string }
  'templates.delete': null
  'templates.deleteOne': { title: string }
  'templates.deleteTitle': null
  'templates.deleteText': { title: string }
  'templates.noneTitle': null
  'templates.noneText': null
  'colours.green': null
  'colours.blue': null
  'colours.teal': null
  'colours.violet': null
  'colours.plum': null
  'colours.amber': null
  'colours.red': null
  'colours.sky': null
  'colours.olive': null
  'colours.slate': null
  'colours.brown': null
  'colours.black': null
  'preview.title': null
  'preview.view': null
  'preview.login': null
  'preview.tasks': null
  'preview.device': null
  'preview.phone': null
  'preview.desktop': null
  'preview.scheme': null
  'preview.note': null
  'preview.noName': null
  'preview.asClient': null
  'preview.noTitle': null
  'preview.language': null
  'preview.frame': null
  'preview.failed': null
  'preview.failedText': null
  'preview.loading': null
}
