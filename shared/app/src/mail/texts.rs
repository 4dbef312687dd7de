//! What mails say, in each language. A language is whole when it has every text, or it does not compile.

mod en;

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

    fn member_invitation_subject(&self, office: &str) -> String;
    fn member_invitation_preheader(&self, inviter: &str) -> String;
    fn member_invitation_heading(&self, office: &str) -> String;
    fn member_invitation_intro(&self, inviter: &str, office: &str) -> String;
    fn member_invitation_reason(&self, inviter: &str, office: &str) -> String;
}

/// The texts of a language. Estonian and Finnish readers get English, the one language that is written.
pub(super) fn texts(language: Language) -> &'static dyn Texts {
    match language {
        Language::En | Language::Et | Language::Fi => &en::English,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_languages_that_are_read_in_english_are_these() {
        let in_english =
            Language::ALL.into_iter().filter(|language| texts(*language).language() != *language);
        assert_eq!(in_english.collect::<Vec<_>>(), [Language::Et, Language::Fi]);
    }
}
