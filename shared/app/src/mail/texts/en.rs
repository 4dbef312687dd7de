//! English.

use jiff::civil::Date;
use sild_domain::Language;

use super::{Texts, lower_first};

pub(super) struct English;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn hours_in_words(hours: u32) -> String {
    if hours == 1 { "an hour".to_owned() } else { format!("{hours} hours") }
}

fn counted(count: u32, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}

impl Texts for English {
    fn language(&self) -> Language {
        Language::En
    }

    fn date(&self, date: Date) -> String {
        let month = usize::try_from(date.month()).unwrap_or_default().saturating_sub(1);
        let month = MONTHS.get(month).copied().unwrap_or_default();
        format!("{} {month} {}", date.day(), date.year())
    }

    fn sign_in(&self) -> String {
        "Sign in".to_owned()
    }

    fn code_label(&self) -> String {
        "Or type this code in the window where you asked for it:".to_owned()
    }

    fn login_subject(&self, place: &str) -> String {
        format!("Sign in to {place}")
    }

    fn login_preheader(&self, hours: u32) -> String {
        format!("Your link is here. It works once, for {}.", hours_in_words(hours))
    }

    fn login_intro(&self) -> String {
        "Here is the link that you asked for. Press the button and you are in; there is no password to \
         remember."
            .to_owned()
    }

    fn login_note(&self, hours: u32) -> String {
        format!(
            "The link works once, for {}. If you did not ask for it, you need do nothing: without this mail \
             nobody gets in.",
            hours_in_words(hours)
        )
    }

    fn login_reason(&self, place: &str) -> String {
        format!("You get this mail because this address was entered on the sign-in page of {place}.")
    }

    fn sign_up_subject(&self, office: &str) -> String {
        format!("Confirm your address to create {office}")
    }

    fn sign_up_preheader(&self) -> String {
        "One press of the button and your office is ready.".to_owned()
    }

    fn sign_up_heading(&self, office: &str) -> String {
        format!("Create {office}")
    }

    fn sign_up_intro(&self) -> String {
        "You are one step away. Press the button: your office is created, and you are signed in as its \
         owner."
            .to_owned()
    }

    fn sign_up_button(&self) -> String {
        "Create the office".to_owned()
    }

    fn sign_up_reason(&self) -> String {
        "You get this mail because this address was entered on the sign-up page of Sild.".to_owned()
    }

    fn known_subject(&self) -> String {
        "You already have an office in Sild".to_owned()
    }

    fn known_preheader(&self, office: &str) -> String {
        format!("This address already signs in to {office}.")
    }

    fn known_heading(&self, office: &str) -> String {
        format!("You already work in {office}")
    }

    fn known_intro(&self, office: &str, new_office: &str) -> String {
        format!(
            "You asked to create {new_office}, but this address already signs in to {office}. The button \
             takes you there."
        )
    }

    fn known_create(&self, new_office: &str) -> String {
        format!("Do you want one more office? Create {new_office}")
    }

    fn invitation_subject(&self, office: &str) -> String {
        format!("{office} invites you to its client portal")
    }

    fn invitation_preheader(&self, client: &str) -> String {
        format!("Tasks, files and questions of {client}, all in one place.")
    }

    fn invitation_heading(&self, portal: &str) -> String {
        format!("Welcome to {portal}")
    }

    fn invitation_intro(&self, office: &str, client: &str) -> Vec<String> {
        vec![
            format!("{office} now works with {client} in one place."),
            "In the portal you see what your accountants need and by when, send them files from your phone \
             or computer, and ask what you want to know. No password, nothing to install."
                .to_owned(),
        ]
    }

    fn invitation_tasks(&self, count: usize) -> String {
        if count == 1 { "A first task to try it out" } else { "First tasks to try it out" }.to_owned()
    }

    fn invitation_reason(&self, office: &str, client: &str) -> String {
        format!("You get this mail because {office} opened its portal for you at {client}.")
    }

    fn open_portal(&self) -> String {
        "Open the portal".to_owned()
    }

    fn link_note(&self, hours: u32) -> String {
        format!(
            "The button signs you in. It works once, for {}; afterwards it offers you a new link.",
            hours_in_words(hours)
        )
    }

    fn task_subject(&self, title: &str) -> String {
        format!("New task: {title}")
    }

    fn tasks_subject(&self, count: usize, client: &str) -> String {
        format!("{count} new tasks for {client}")
    }

    fn tasks_preheader(&self, count: usize, portal: &str, client: &str) -> String {
        let tasks = if count == 1 { "a task" } else { "tasks" };
        format!("{portal} has {tasks} for {client}.")
    }

    fn tasks_heading(&self, count: usize, client: &str) -> String {
        if count == 1 {
            format!("A new task for {client}")
        } else {
            format!("{count} new tasks for {client}")
        }
    }

    fn due(&self, date: Date) -> String {
        format!("Due {}", self.date(date))
    }

    fn no_deadline(&self) -> String {
        "No deadline".to_owned()
    }

    fn open_tasks(&self, count: usize) -> String {
        if count == 1 { "Open the task" } else { "See the tasks" }.to_owned()
    }

    fn contact_reason(&self, office: &str, client: &str) -> String {
        format!("You get this mail because you look after {client} in the portal of {office}.")
    }

    fn reminder_subject(&self, title: &str) -> String {
        format!("Reminder: {title}")
    }

    fn reminders_subject(&self, count: usize, client: &str) -> String {
        format!("Reminder: {count} tasks for {client}")
    }

    fn reminder_preheader(&self, count: usize, portal: &str, client: &str) -> String {
        let tasks = if count == 1 { "a task" } else { "tasks" };
        format!("{portal} still waits for {tasks} of {client}.")
    }

    fn reminder_heading(&self, count: usize, client: &str) -> String {
        if count == 1 {
            format!("A task still waits for {client}")
        } else {
            format!("{count} tasks still wait for {client}")
        }
    }

    fn due_today(&self) -> String {
        "Due today".to_owned()
    }

    fn was_due(&self, date: Date) -> String {
        format!("Was due {}", self.date(date))
    }

    fn digitisation_subject(&self, client: &str, title: &str) -> String {
        format!("{client}: {title}")
    }

    fn digitisation_intro(&self, office: &str, client: &str, title: &str) -> String {
        format!("{office} sends files of {client} for digitisation. Task: {title}")
    }

    fn request(&self) -> String {
        "A new request".to_owned()
    }

    fn open_request(&self) -> String {
        "Open the request".to_owned()
    }

    fn messages(&self, count: u32) -> String {
        counted(count, "new message", "new messages")
    }

    fn files(&self, count: u32) -> String {
        counted(count, "new file", "new files")
    }

    fn done(&self) -> String {
        "Marked as done".to_owned()
    }

    fn withdrawn(&self) -> String {
        "Taken back; nothing is left to do".to_owned()
    }

    fn news_subject(&self, news: &str, title: &str) -> String {
        format!("{title}: {}", lower_first(news))
    }

    fn contact_news_subject(&self, portal: &str, client: &str) -> String {
        format!("News from {portal} for {client}")
    }

    fn contact_news_preheader(&self, count: usize, portal: &str) -> String {
        if count == 1 {
            format!("{portal} has news about one of your tasks.")
        } else {
            format!("{portal} has news about {count} of your tasks.")
        }
    }

    fn contact_news_heading(&self, client: &str) -> String {
        format!("News for {client}")
    }

    fn member_news_subject(&self, client: &str, news: &str, title: &str) -> String {
        format!("{client} · {title}: {}", lower_first(news))
    }

    fn members_news_subject(&self, count: usize) -> String {
        format!("News in {count} tasks of your clients")
    }

    fn member_news_preheader(&self, count: usize) -> String {
        if count == 1 {
            "A client has news for you.".to_owned()
        } else {
            "Your clients have news for you.".to_owned()
        }
    }

    fn member_news_heading(&self) -> String {
        "News from your clients".to_owned()
    }

    fn member_news(&self, client: &str, news: &str, actor: &str) -> String {
        format!("{news} · {actor}, {client}")
    }

    fn member_reason(&self) -> String {
        "You get this mail because you answer for these clients or work on these tasks in Sild.".to_owned()
    }

    fn open_sild(&self) -> String {
        "Open Sild".to_owned()
    }

    fn and_more(&self, count: usize) -> String {
        format!("and {count} more")
    }

    fn address_label(&self) -> String {
        "If the button does not work, open this address:".to_owned()
    }

    fn unsubscribe_label(&self) -> String {
        "Stop mails like this one".to_owned()
    }

    fn member_invitation_subject(&self, office: &str) -> String {
        format!("You were invited to {office}")
    }

    fn member_invitation_preheader(&self, inviter: &str) -> String {
        format!("{inviter} wants to work with you in Sild.")
    }

    fn member_invitation_heading(&self, office: &str) -> String {
        format!("Welcome to {office}")
    }

    fn member_invitation_intro(&self, inviter: &str, office: &str) -> String {
        format!(
            "{inviter} invited you to {office}. In Sild your office keeps the tasks of its clients and talks \
             with them. Press the button and you are in; there is no password to remember."
        )
    }

    fn member_invitation_reason(&self, inviter: &str, office: &str) -> String {
        format!(
            "You get this mail because {inviter} entered this address as that of a colleague in {office}."
        )
    }

    fn email_change_subject(&self, portal: &str) -> String {
        format!("Confirm your new address for {portal}")
    }

    fn email_change_preheader(&self) -> String {
        "One press of the button, and you sign in with this address.".to_owned()
    }

    fn email_change_heading(&self) -> String {
        "Confirm your new address".to_owned()
    }

    fn email_change_intro(&self, office: &str) -> String {
        format!(
            "You asked to use this address in the portal of {office}. Press the button: from then on you \
             sign in with it, and our mails come here."
        )
    }

    fn email_change_button(&self) -> String {
        "Confirm the address".to_owned()
    }

    fn email_change_note(&self, hours: u32) -> String {
        format!(
            "The link works once, for {}. If you did not ask for it, you need do nothing: without the button \
             nothing changes.",
            hours_in_words(hours)
        )
    }

    fn email_change_reason(&self, office: &str) -> String {
        format!(
            "You get this mail because this address was entered as a new address in the portal of {office}."
        )
    }

    fn email_changed_subject(&self, portal: &str) -> String {
        format!("Your address for {portal} was changed")
    }

    fn email_changed_preheader(&self, new_email: &str) -> String {
        format!("From now on you sign in with {new_email}.")
    }

    fn email_changed_heading(&self) -> String {
        "Your address was changed".to_owned()
    }

    fn email_changed_intro(&self, office: &str, new_email: &str, date: Date, time: &str) -> String {
        format!(
            "On {} at {time} the address with which you sign in to the portal of {office} was changed. The \
             new one is {new_email}.",
            self.date(date)
        )
    }

    fn email_changed_remedy(&self, office: &str) -> String {
        format!(
            "If that was you, you need do nothing. If it was not you, tell {office} at once: your \
             accountants can take the access away."
        )
    }

    fn email_changed_reason(&self, office: &str) -> String {
        format!("You get this mail because this was your address in the portal of {office} until now.")
    }
}
