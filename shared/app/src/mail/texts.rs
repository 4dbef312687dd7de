//! What mails say, in each language. A language is whole when it has every text, or it does not compile.

mod en;
mod et;
mod fi;

use jiff::civil::Date;
use sild_domain::Language;

/// Every text of every mail. Names are those of offices, clients and people, in full and unescaped.
pub(super) trait Texts {
    /// The language of these texts.
    fn language(&self) -> Language;
    /// A date as it is written out.
    fn date(&self, date: Date) -> String;

    fn sign_in(&self) -> String;
    fn code_label(&self) -> String;
    fn login_subject(&self, place: &str) -> String;
    fn login_preheader(&self, hours: u32) -> String;
    fn login_intro(&self) -> String;
    fn login_note(&self, hours: u32) -> String;
    fn login_reason(&self, place: &str) -> String;

    fn sign_up_subject(&self, office: &str) -> String;
    fn sign_up_preheader(&self) -> String;
    fn sign_up_heading(&self, office: &str) -> String;
    fn sign_up_intro(&self) -> String;
    fn sign_up_button(&self) -> String;
    fn sign_up_reason(&self) -> String;

    fn known_subject(&self) -> String;
    fn known_preheader(&self, office: &str) -> String;
    fn known_heading(&self, office: &str) -> String;
    fn known_intro(&self, office: &str, new_office: &str) -> String;
    fn known_create(&self, new_office: &str) -> String;

    fn invitation_subject(&self, office: &str) -> String;
    fn invitation_preheader(&self, client: &str) -> String;
    fn invitation_heading(&self, portal: &str) -> String;
    fn invitation_intro(&self, office: &str, client: &str) -> Vec<String>;
    fn invitation_tasks(&self, count: usize) -> String;
    fn invitation_reason(&self, office: &str, client: &str) -> String;
    fn open_portal(&self) -> String;
    fn link_note(&self, hours: u32) -> String;

    fn task_subject(&self, title: &str) -> String;
    fn tasks_subject(&self, count: usize, client: &str) -> String;
    fn tasks_preheader(&self, count: usize, portal: &str, client: &str) -> String;
    fn tasks_heading(&self, count: usize, client: &str) -> String;
    fn due(&self, date: Date) -> String;
    fn no_deadline(&self) -> String;
    fn open_tasks(&self, count: usize) -> String;
    fn contact_reason(&self, office: &str, client: &str) -> String;

    fn reminder_subject(&self, title: &str) -> String;
    fn reminders_subject(&self, count: usize, client: &str) -> String;
    fn reminder_preheader(&self, count: usize, portal: &str, client: &str) -> String;
    fn reminder_heading(&self, count: usize, client: &str) -> String;
    fn due_today(&self) -> String;
    fn was_due(&self, date: Date) -> String;

    fn digitisation_subject(&self, client: &str, title: &str) -> String;
    fn digitisation_intro(&self, office: &str, client: &str, title: &str) -> String;

    fn request(&self) -> String;
    fn open_request(&self) -> String;
    fn messages(&self, count: u32) -> String;
    fn files(&self, count: u32) -> String;
    fn done(&self) -> String;
    fn withdrawn(&self) -> String;
    fn news_subject(&self, news: &str, title: &str) -> String;
    fn contact_news_subject(&self, portal: &str, client: &str) -> String;
    fn contact_news_preheader(&self, count: usize, portal: &str) -> String;
    fn contact_news_heading(&self, client: &str) -> String;
    fn member_news_subject(&self, client: &str, news: &str, title: &str) -> String;
    fn members_news_subject(&self, count: usize) -> String;
    fn member_news_preheader(&self, count: usize) -> String;
    fn member_news_heading(&self) -> String;
    fn member_news(&self, client: &str, news: &str, actor: &str) -> String;
    fn member_reason(&self) -> String;
    fn open_sild(&self) -> String;

    fn and_more(&self, count: usize) -> String;
    fn address_label(&self) -> String;
    fn settings_label(&self) -> String;

    fn email_change_subject(&self, portal: &str) -> String;
    fn email_change_preheader(&self) -> String;
    fn email_change_heading(&self) -> String;
    fn email_change_intro(&self, office: &str) -> String;
    fn email_change_button(&self) -> String;
    fn email_change_note(&self, hours: u32) -> String;
    fn email_change_reason(&self, office: &str) -> String;
    fn email_changed_subject(&self, portal: &str) -> String;
    fn email_changed_preheader(&self, new_email: &str) -> String;
    fn email_changed_heading(&self) -> String;
    fn email_changed_intro(&self, office: &str, new_email: &str, date: Date, time: &str) -> String;
    fn email_changed_remedy(&self, office: &str) -> String;
    fn email_changed_reason(&self, office: &str) -> String;

    fn member_invitation_subject(&self, office: &str) -> String;
    fn member_invitation_preheader(&self, inviter: &str) -> String;
    fn member_invitation_heading(&self, office: &str) -> String;
    fn member_invitation_intro(&self, inviter: &str, office: &str) -> String;
    fn member_invitation_reason(&self, inviter: &str, office: &str) -> String;
}

/// The texts of a language.
pub(super) fn texts(language: Language) -> &'static dyn Texts {
    match language {
        Language::En => &en::English,
        Language::Et => &et::Estonian,
        Language::Fi => &fi::Finnish,
    }
}

/// For the middle of a sentence.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn each_language_is_read_in_its_own_texts() {
        for language in Language::ALL {
            assert_eq!(texts(language).language(), language);
        }
    }

    #[test]
    fn a_date_is_written_as_people_of_the_language_write_it() {
        let day = date(2026, 3, 31);
        let written = Language::ALL.map(|language| texts(language).date(day));
        assert_eq!(written, ["31 March 2026", "31. märts 2026", "31. maaliskuuta 2026"]);
        let last = Language::ALL.map(|language| texts(language).date(date(2026, 12, 1)));
        assert_eq!(last, ["1 December 2026", "1. detsember 2026", "1. joulukuuta 2026"]);
    }

    #[test]
    fn one_and_several_have_forms_of_their_own() {
        for (language, messages, tasks, hours) in [
            (
                Language::En,
                ["1 new message", "3 new messages"],
                "3 new tasks for Kask",
                ["an hour", "24 hours"],
            ),
            (
                Language::Et,
                ["1 uus sõnum", "3 uut sõnumit"],
                "Kask: 3 uut ülesannet",
                ["ühe tunni", "24 tundi"],
            ),
            (
                Language::Fi,
                ["1 uusi viesti", "3 uutta viestiä"],
                "Kask: 3 uutta tehtävää",
                ["tunnin", "24 tuntia"],
            ),
        ] {
            let texts = texts(language);
            assert_eq!([1, 3].map(|count| texts.messages(count)), messages);
            assert_eq!(texts.tasks_heading(3, "Kask"), tasks);
            assert!(texts.link_note(1).contains(hours[0]) && texts.link_note(24).contains(hours[1]));
        }
    }
}
