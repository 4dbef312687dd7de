//! Estonian. Names stay in the nominative: the sentences are built around them.

use jiff::civil::Date;
use sild_domain::Language;

use super::{Texts, lower_first};

pub(super) struct Estonian;

const MONTHS: [&str; 12] = [
    "jaanuar",
    "veebruar",
    "märts",
    "aprill",
    "mai",
    "juuni",
    "juuli",
    "august",
    "september",
    "oktoober",
    "november",
    "detsember",
];

/// For how long: `kehtib …`.
fn hours_in_words(hours: u32) -> String {
    if hours == 1 { "ühe tunni".to_owned() } else { format!("{hours} tundi") }
}

impl Texts for Estonian {
    fn language(&self) -> Language {
        Language::Et
    }

    fn date(&self, date: Date) -> String {
        let month = usize::try_from(date.month()).unwrap_or_default().saturating_sub(1);
        let month = MONTHS.get(month).copied().unwrap_or_default();
        format!("{}. {month} {}", date.day(), date.year())
    }

    fn sign_in(&self) -> String {
        "Logi sisse".to_owned()
    }

    fn code_label(&self) -> String {
        "Või sisestage see kood aknas, kus te linki küsisite:".to_owned()
    }

    fn login_subject(&self, place: &str) -> String {
        format!("Sisselogimine: {place}")
    }

    fn login_preheader(&self, hours: u32) -> String {
        format!("Siin on teie link. See toimib ühe korra ja kehtib {}.", hours_in_words(hours))
    }

    fn login_intro(&self) -> String {
        "Siin on link, mida küsisite. Vajutage nuppu ja oletegi sees; parooli ei ole vaja meeles pidada."
            .to_owned()
    }

    fn login_note(&self, hours: u32) -> String {
        format!(
            "Link toimib ühe korra ja kehtib {}. Kui te seda ei küsinud, ei pea te midagi tegema: ilma selle \
             kirjata ei pääse keegi sisse.",
            hours_in_words(hours)
        )
    }

    fn login_reason(&self, place: &str) -> String {
        format!("Saite selle kirja, sest see aadress sisestati sisselogimislehel: {place}.")
    }

    fn sign_up_subject(&self, office: &str) -> String {
        format!("Büroo {office} loomine: kinnitage oma aadress")
    }

    fn sign_up_preheader(&self) -> String {
        "Üks nupuvajutus ja teie büroo on valmis.".to_owned()
    }

    fn sign_up_heading(&self, office: &str) -> String {
        format!("Büroo {office} loomine")
    }

    fn sign_up_intro(&self) -> String {
        "Jäänud on üks samm. Vajutage nuppu: teie büroo luuakse ja te olete kohe omanikuna sisse logitud."
            .to_owned()
    }

    fn sign_up_button(&self) -> String {
        "Loo büroo".to_owned()
    }

    fn sign_up_reason(&self) -> String {
        "Saite selle kirja, sest see aadress sisestati teenuse Sild registreerumislehel.".to_owned()
    }

    fn known_subject(&self) -> String {
        "Teil on teenuses Sild juba büroo".to_owned()
    }

    fn known_preheader(&self, office: &str) -> String {
        format!("Selle aadressiga logitakse juba sisse büroosse {office}.")
    }

    fn known_heading(&self, office: &str) -> String {
        format!("Teil on juba büroo {office}")
    }

    fn known_intro(&self, office: &str, new_office: &str) -> String {
        format!(
            "Soovisite luua büroo {new_office}, kuid selle aadressiga logitakse juba sisse büroosse {office}. \
             Nupp viib teid sinna."
        )
    }

    fn known_create(&self, new_office: &str) -> String {
        format!("Soovite siiski veel üht bürood? Looge {new_office}")
    }

    fn invitation_subject(&self, office: &str) -> String {
        format!("{office} kutsub teid oma kliendiportaali")
    }

    fn invitation_preheader(&self, client: &str) -> String {
        format!("{client}: ülesanded, failid ja küsimused ühes kohas.")
    }

    fn invitation_heading(&self, portal: &str) -> String {
        format!("Tere tulemast portaali {portal}")
    }

    fn invitation_intro(&self, office: &str, client: &str) -> Vec<String> {
        vec![
            format!("{office} ja {client} ajavad nüüd ühiseid asju ühes kohas."),
            "Portaalis näete, mida teie raamatupidaja vajab ja mis ajaks. Faile saate saata nii telefonist kui \
             ka arvutist ja küsida võite kõike, mida soovite teada. Parooli ei ole ja midagi ei tule \
             paigaldada."
                .to_owned(),
        ]
    }

    fn invitation_tasks(&self, count: usize) -> String {
        if count == 1 { "Esimene ülesanne proovimiseks" } else { "Esimesed ülesanded proovimiseks" }
            .to_owned()
    }

    fn invitation_reason(&self, office: &str, client: &str) -> String {
        format!("Saite selle kirja, sest {office} avas teile oma portaali (ettevõte: {client}).")
    }

    fn open_portal(&self) -> String {
        "Ava portaal".to_owned()
    }

    fn link_note(&self, hours: u32) -> String {
        format!(
            "Nupp logib teid sisse. See toimib ühe korra ja kehtib {}; hiljem pakub see teile uut linki.",
            hours_in_words(hours)
        )
    }

    fn task_subject(&self, title: &str) -> String {
        format!("Uus ülesanne: {title}")
    }

    fn tasks_subject(&self, count: usize, client: &str) -> String {
        format!("{client}: {count} uut ülesannet")
    }

    fn tasks_preheader(&self, count: usize, portal: &str, client: &str) -> String {
        let tasks = if count == 1 { "uue ülesande" } else { "uued ülesanded" };
        format!("{portal}: {client} sai {tasks}.")
    }

    fn tasks_heading(&self, count: usize, client: &str) -> String {
        if count == 1 {
            format!("{client}: uus ülesanne")
        } else {
            format!("{client}: {count} uut ülesannet")
        }
    }

    fn due(&self, date: Date) -> String {
        format!("Tähtaeg: {}", self.date(date))
    }

    fn no_deadline(&self) -> String {
        "Tähtaega ei ole".to_owned()
    }

    fn open_tasks(&self, count: usize) -> String {
        if count == 1 { "Ava ülesanne" } else { "Vaata ülesandeid" }.to_owned()
    }

    fn contact_reason(&self, office: &str, client: &str) -> String {
        format!("Saite selle kirja, sest {office} on andnud teile ligipääsu portaalile (ettevõte: {client}).")
    }

    fn reminder_subject(&self, title: &str) -> String {
        format!("Meeldetuletus: {title}")
    }

    fn reminders_subject(&self, count: usize, client: &str) -> String {
        format!("Meeldetuletus: {client}, {count} ülesannet")
    }

    fn reminder_preheader(&self, count: usize, portal: &str, client: &str) -> String {
        let tasks = if count == 1 { "teid ootab ülesanne" } else { "teid ootavad ülesanded" };
        format!("{portal}: {tasks} ({client}).")
    }

    fn reminder_heading(&self, count: usize, client: &str) -> String {
        if count == 1 {
            format!("{client}: ülesanne ootab tegemist")
        } else {
            format!("{client}: {count} ülesannet ootab tegemist")
        }
    }

    fn due_today(&self) -> String {
        "Tähtaeg on täna".to_owned()
    }

    fn was_due(&self, date: Date) -> String {
        format!("Tähtaeg oli {}", self.date(date))
    }

    fn digitisation_subject(&self, client: &str, title: &str) -> String {
        format!("{client}: {title}")
    }

    fn digitisation_intro(&self, office: &str, client: &str, title: &str) -> String {
        format!("{office} saadab failid digiteerimiseks (klient: {client}). Ülesanne: {title}")
    }

    fn request(&self) -> String {
        "Uus pöördumine".to_owned()
    }

    fn open_request(&self) -> String {
        "Ava pöördumine".to_owned()
    }

    fn messages(&self, count: u32) -> String {
        if count == 1 { "1 uus sõnum".to_owned() } else { format!("{count} uut sõnumit") }
    }

    fn files(&self, count: u32) -> String {
        if count == 1 { "1 uus fail".to_owned() } else { format!("{count} uut faili") }
    }

    fn done(&self) -> String {
        "Märgitud tehtuks".to_owned()
    }

    fn withdrawn(&self) -> String {
        "Tagasi võetud; teil ei ole vaja midagi teha".to_owned()
    }

    fn news_subject(&self, news: &str, title: &str) -> String {
        format!("{title}: {}", lower_first(news))
    }

    fn contact_news_subject(&self, portal: &str, client: &str) -> String {
        format!("{client}: uudised portaalist {portal}")
    }

    fn contact_news_preheader(&self, count: usize, portal: &str) -> String {
        if count == 1 {
            format!("{portal}: uudised ühe teie ülesande kohta.")
        } else {
            format!("{portal}: uudised {count} ülesande kohta.")
        }
    }

    fn contact_news_heading(&self, client: &str) -> String {
        format!("{client}: mis on uut")
    }

    fn member_news_subject(&self, client: &str, news: &str, title: &str) -> String {
        format!("{client} · {title}: {}", lower_first(news))
    }

    fn members_news_subject(&self, count: usize) -> String {
        format!("Teie klientide {count} ülesandes on uudiseid")
    }

    fn member_news_preheader(&self, count: usize) -> String {
        if count == 1 { "Kliendilt on teile uudiseid." } else { "Klientidelt on teile uudiseid." }.to_owned()
    }

    fn member_news_heading(&self) -> String {
        "Uudised teie klientidelt".to_owned()
    }

    fn member_news(&self, client: &str, news: &str, actor: &str) -> String {
        format!("{news} · {actor}, {client}")
    }

    fn member_reason(&self) -> String {
        "Saite selle kirja, sest vastutate nende klientide eest või täidate neid ülesandeid teenuses Sild."
            .to_owned()
    }

    fn open_sild(&self) -> String {
        "Ava Sild".to_owned()
    }

    fn and_more(&self, count: usize) -> String {
        format!("ja veel {count}")
    }

    fn address_label(&self) -> String {
        "Kui nupp ei tööta, avage see aadress:".to_owned()
    }

    fn unsubscribe_label(&self) -> String {
        "Loobu sellistest kirjadest".to_owned()
    }

    fn member_invitation_subject(&self, office: &str) -> String {
        format!("Kutse büroosse {office}")
    }

    fn member_invitation_preheader(&self, inviter: &str) -> String {
        format!("{inviter} soovib teiega teenuses Sild koos töötada.")
    }

    fn member_invitation_heading(&self, office: &str) -> String {
        format!("Tere tulemast büroosse {office}")
    }

    fn member_invitation_intro(&self, inviter: &str, office: &str) -> String {
        format!(
            "{inviter} kutsus teid büroosse {office}. Teenuses Sild haldab teie büroo oma klientide ülesandeid ja \
             suhtleb klientidega. Vajutage nuppu ja olete sees; parooli ei ole vaja meeles pidada."
        )
    }

    fn member_invitation_reason(&self, inviter: &str, office: &str) -> String {
        format!("Saite selle kirja, sest {inviter} märkis selle aadressi kolleegi aadressiks ({office}).")
    }

    fn email_change_subject(&self, portal: &str) -> String {
        format!("Kinnitage oma uus aadress: {portal}")
    }

    fn email_change_preheader(&self) -> String {
        "Üks nupuvajutus ja logite edaspidi sisse selle aadressiga.".to_owned()
    }

    fn email_change_heading(&self) -> String {
        "Kinnitage oma uus aadress".to_owned()
    }

    fn email_change_intro(&self, office: &str) -> String {
        format!(
            "Soovisite kasutada seda aadressi büroo {office} portaalis. Vajutage nuppu: edaspidi logite \
             sisse selle aadressiga ja meie kirjad tulevad siia."
        )
    }

    fn email_change_button(&self) -> String {
        "Kinnita aadress".to_owned()
    }

    fn email_change_note(&self, hours: u32) -> String {
        format!(
            "Link toimib ühe korra ja kehtib {}. Kui te seda ei küsinud, ei pea te midagi tegema: ilma \
             nupule vajutamata ei muutu midagi.",
            hours_in_words(hours)
        )
    }

    fn email_change_reason(&self, office: &str) -> String {
        format!("Saite selle kirja, sest see aadress sisestati uue aadressina büroo {office} portaalis.")
    }

    fn email_changed_subject(&self, portal: &str) -> String {
        format!("Teie aadressi muudeti: {portal}")
    }

    fn email_changed_preheader(&self, new_email: &str) -> String {
        format!("Edaspidi logite sisse aadressiga {new_email}.")
    }

    fn email_changed_heading(&self) -> String {
        "Teie aadressi muudeti".to_owned()
    }

    fn email_changed_intro(&self, office: &str, new_email: &str, date: Date, time: &str) -> String {
        format!(
            "Muudeti aadressi, millega logite sisse büroo {office} portaali ({} kell {time}). Uus aadress on \
             {new_email}.",
            self.date(date)
        )
    }

    fn email_changed_remedy(&self, office: &str) -> String {
        format!(
            "Kui tegite seda ise, ei pea te midagi tegema. Kui see ei olnud teie, teatage sellest kohe \
             büroole {office}: teie raamatupidajad saavad ligipääsu ära võtta."
        )
    }

    fn email_changed_reason(&self, office: &str) -> String {
        format!("Saite selle kirja, sest see oli seni teie aadress büroo {office} portaalis.")
    }
}
