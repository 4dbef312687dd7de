//! What the pages of a link say, in each language.

use sild_domain::{Language, Topic};

pub(super) struct Words {
    pub(super) asks: &'static str,
    pub(super) are_off: &'static str,
    pub(super) are_on: &'static str,
    pub(super) mails: fn(&str) -> String,
    pub(super) mails_no_more: fn(&str) -> String,
    pub(super) stop: &'static str,
    pub(super) again: &'static str,
    pub(super) logins_stay: &'static str,
    pub(super) gone: &'static str,
    pub(super) gone_text: &'static str,
}

pub(super) const fn words(language: Language) -> &'static Words {
    match language {
        Language::En => &Words {
            asks: "Stop these mails?",
            are_off: "These mails have stopped",
            are_on: "You get these mails again",
            mails: |name| format!("{name} mails you about:"),
            mails_no_more: |name| format!("{name} no longer mails you about:"),
            stop: "Stop these mails",
            again: "Send them again",
            logins_stay: "Mails with a link to sign in come as before.",
            gone: "This link leads nowhere",
            gone_text: "It was not copied whole, or it belongs to somebody who is not mailed any more.",
        },
        Language::Et => &Words {
            asks: "Kas loobute nendest kirjadest?",
            are_off: "Te ei saa enam neid kirju",
            are_on: "Te saate neid kirju jälle",
            mails: |name| format!("{name} saadab teile e-kirju nende teemade kohta:"),
            mails_no_more: |name| format!("{name} ei saada teile enam e-kirju nende teemade kohta:"),
            stop: "Loobu nendest kirjadest",
            again: "Saada neid jälle",
            logins_stay: "Sisselogimislingiga kirjad tulevad endiselt.",
            gone: "See link ei vii kuhugi",
            gone_text: "Link ei ole kopeeritud tervikuna või kuulub kellelegi, kellele enam e-kirju ei saadeta.",
        },
        Language::Fi => &Words {
            asks: "Lopetetaanko nämä sähköpostit?",
            are_off: "Et saa enää näitä sähköposteja",
            are_on: "Saat näitä sähköposteja taas",
            mails: |name| format!("{name} lähettää sinulle sähköpostia näistä aiheista:"),
            mails_no_more: |name| format!("{name} ei enää lähetä sinulle sähköpostia näistä aiheista:"),
            stop: "Lopeta nämä sähköpostit",
            again: "Lähetä ne taas",
            logins_stay: "Kirjautumislinkit tulevat sähköpostiisi kuten ennenkin.",
            gone: "Tämä linkki ei johda mihinkään",
            gone_text: "Linkki on puutteellinen, tai se kuuluu jollekulle, jolle ei enää lähetetä sähköpostia.",
        },
    }
}

/// What mails of a topic are about.
pub(super) const fn topic(language: Language, topic: Topic) -> &'static str {
    match (language, topic) {
        (Language::En, Topic::NewRequest) => "new requests",
        (Language::En, Topic::PortalMessage) => "messages",
        (Language::En, Topic::ClientFile) => "new files",
        (Language::En, Topic::ClientDone) => "tasks that a client has marked as done",
        (Language::En, Topic::TaskAssigned) => "new tasks",
        (Language::En, Topic::Reminder) => "reminders of tasks",
        (Language::En, Topic::TaskWithdrawn) => "tasks that were taken back",
        (Language::Et, Topic::NewRequest) => "uued pöördumised",
        (Language::Et, Topic::PortalMessage) => "sõnumid",
        (Language::Et, Topic::ClientFile) => "uued failid",
        (Language::Et, Topic::ClientDone) => "ülesanded, mille klient on tehtuks märkinud",
        (Language::Et, Topic::TaskAssigned) => "uued ülesanded",
        (Language::Et, Topic::Reminder) => "ülesannete meeldetuletused",
        (Language::Et, Topic::TaskWithdrawn) => "tagasi võetud ülesanded",
        (Language::Fi, Topic::NewRequest) => "uudet pyynnöt",
        (Language::Fi, Topic::PortalMessage) => "viestit",
        (Language::Fi, Topic::ClientFile) => "uudet tiedostot",
        (Language::Fi, Topic::ClientDone) => "tehtävät, jotka asiakas on merkinnyt tehdyiksi",
        (Language::Fi, Topic::TaskAssigned) => "uudet tehtävät",
        (Language::Fi, Topic::Reminder) => "muistutukset tehtävistä",
        (Language::Fi, Topic::TaskWithdrawn) => "takaisin vedetyt tehtävät",
    }
}
