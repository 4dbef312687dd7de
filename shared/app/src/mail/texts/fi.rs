//! Finnish. Names stay in the nominative: the sentences are built around them.

use jiff::civil::Date;
use sild_domain::Language;

use super::{Texts, lower_first};

pub(super) struct Finnish;

/// In the partitive, as they follow the day.
const MONTHS: [&str; 12] = [
    "tammikuuta",
    "helmikuuta",
    "maaliskuuta",
    "huhtikuuta",
    "toukokuuta",
    "kesäkuuta",
    "heinäkuuta",
    "elokuuta",
    "syyskuuta",
    "lokakuuta",
    "marraskuuta",
    "joulukuuta",
];

/// For how long: `on voimassa …`.
fn hours_in_words(hours: u32) -> String {
    if hours == 1 { "tunnin".to_owned() } else { format!("{hours} tuntia") }
}

impl Texts for Finnish {
    fn language(&self) -> Language {
        Language::Fi
    }

    fn date(&self, date: Date) -> String {
        let month = usize::try_from(date.month()).unwrap_or_default().saturating_sub(1);
        let month = MONTHS.get(month).copied().unwrap_or_default();
        format!("{}. {month} {}", date.day(), date.year())
    }

    fn sign_in(&self) -> String {
        "Kirjaudu sisään".to_owned()
    }

    fn code_label(&self) -> String {
        "Tai kirjoita tämä koodi ikkunaan, jossa pyysit linkkiä:".to_owned()
    }

    fn login_subject(&self, place: &str) -> String {
        format!("Kirjautuminen: {place}")
    }

    fn login_preheader(&self, hours: u32) -> String {
        format!("Tässä on linkkisi. Se toimii kerran ja on voimassa {}.", hours_in_words(hours))
    }

    fn login_intro(&self) -> String {
        "Tässä on pyytämäsi linkki. Paina painiketta, niin olet sisällä; salasanaa ei tarvitse muistaa."
            .to_owned()
    }

    fn login_note(&self, hours: u32) -> String {
        format!(
            "Linkki toimii kerran ja on voimassa {}. Jos et pyytänyt sitä, sinun ei tarvitse tehdä mitään: \
             ilman tätä sähköpostia kukaan ei pääse sisään.",
            hours_in_words(hours)
        )
    }

    fn login_reason(&self, place: &str) -> String {
        format!("Sait tämän sähköpostin, koska tämä osoite annettiin kirjautumissivulla: {place}.")
    }

    fn sign_up_subject(&self, office: &str) -> String {
        format!("Uusi toimisto {office}: vahvista osoitteesi")
    }

    fn sign_up_preheader(&self) -> String {
        "Yksi painallus, ja toimistosi on valmis.".to_owned()
    }

    fn sign_up_heading(&self, office: &str) -> String {
        format!("Uusi toimisto {office}")
    }

    fn sign_up_intro(&self) -> String {
        "Enää yksi vaihe. Paina painiketta: toimistosi luodaan, ja olet heti kirjautuneena sisään sen \
         omistajana."
            .to_owned()
    }

    fn sign_up_button(&self) -> String {
        "Luo toimisto".to_owned()
    }

    fn sign_up_reason(&self) -> String {
        "Sait tämän sähköpostin, koska tämä osoite annettiin Sild-palvelun rekisteröitymissivulla.".to_owned()
    }

    fn known_subject(&self) -> String {
        "Sinulla on jo toimisto Sild-palvelussa".to_owned()
    }

    fn known_preheader(&self, office: &str) -> String {
        format!("Tällä osoitteella kirjaudutaan jo toimistoon {office}.")
    }

    fn known_heading(&self, office: &str) -> String {
        format!("Sinulla on jo toimisto {office}")
    }

    fn known_intro(&self, office: &str, new_office: &str) -> String {
        format!(
            "Pyysit luomaan toimiston {new_office}, mutta tällä osoitteella kirjaudutaan jo toimistoon \
             {office}. Painike vie sinut sinne."
        )
    }

    fn known_create(&self, new_office: &str) -> String {
        format!("Haluatko silti vielä yhden toimiston? Luo {new_office}")
    }

    fn invitation_subject(&self, office: &str) -> String {
        format!("{office} kutsuu sinut asiakasportaaliinsa")
    }

    fn invitation_preheader(&self, client: &str) -> String {
        format!("{client}: tehtävät, tiedostot ja kysymykset yhdessä paikassa.")
    }

    fn invitation_heading(&self, portal: &str) -> String {
        format!("Tervetuloa portaaliin {portal}")
    }

    fn invitation_intro(&self, office: &str, client: &str) -> Vec<String> {
        vec![
            format!("{office} ja {client} hoitavat nyt yhteiset asiat yhdessä paikassa."),
            "Portaalissa näet, mitä kirjanpitäjäsi tarvitsee ja mihin mennessä. Voit lähettää tiedostoja \
             puhelimella tai tietokoneella ja kysyä, mitä haluat tietää. Salasanaa ei ole, eikä mitään \
             tarvitse asentaa."
                .to_owned(),
        ]
    }

    fn invitation_tasks(&self, count: usize) -> String {
        if count == 1 {
            "Ensimmäinen tehtävä kokeiltavaksi"
        } else {
            "Ensimmäiset tehtävät kokeiltaviksi"
        }
        .to_owned()
    }

    fn invitation_reason(&self, office: &str, client: &str) -> String {
        format!("Sait tämän sähköpostin, koska {office} avasi sinulle portaalinsa (yritys: {client}).")
    }

    fn open_portal(&self) -> String {
        "Avaa portaali".to_owned()
    }

    fn link_note(&self, hours: u32) -> String {
        format!(
            "Painike kirjaa sinut sisään. Se toimii kerran ja on voimassa {}; sen jälkeen saat siitä uuden \
             linkin.",
            hours_in_words(hours)
        )
    }

    fn task_subject(&self, title: &str) -> String {
        format!("Uusi tehtävä: {title}")
    }

    fn tasks_subject(&self, count: usize, client: &str) -> String {
        format!("{client}: {count} uutta tehtävää")
    }

    fn tasks_preheader(&self, count: usize, portal: &str, client: &str) -> String {
        let tasks = if count == 1 { "uuden tehtävän" } else { "uusia tehtäviä" };
        format!("{portal}: {client} sai {tasks}.")
    }

    fn tasks_heading(&self, count: usize, client: &str) -> String {
        if count == 1 {
            format!("{client}: uusi tehtävä")
        } else {
            format!("{client}: {count} uutta tehtävää")
        }
    }

    fn due(&self, date: Date) -> String {
        format!("Määräpäivä: {}", self.date(date))
    }

    fn no_deadline(&self) -> String {
        "Ei määräpäivää".to_owned()
    }

    fn open_tasks(&self, count: usize) -> String {
        if count == 1 { "Avaa tehtävä" } else { "Katso tehtävät" }.to_owned()
    }

    fn contact_reason(&self, office: &str, client: &str) -> String {
        format!(
            "Sait tämän sähköpostin, koska {office} on antanut sinulle pääsyn portaaliin (yritys: {client})."
        )
    }

    fn reminder_subject(&self, title: &str) -> String {
        format!("Muistutus: {title}")
    }

    fn reminders_subject(&self, count: usize, client: &str) -> String {
        format!("Muistutus: {client}, {count} tehtävää")
    }

    fn reminder_preheader(&self, count: usize, portal: &str, client: &str) -> String {
        let tasks = if count == 1 { "sinua odottaa tehtävä" } else { "sinua odottavat tehtävät" };
        format!("{portal}: {tasks} ({client}).")
    }

    fn reminder_heading(&self, count: usize, client: &str) -> String {
        if count == 1 {
            format!("{client}: tehtävä odottaa tekemistä")
        } else {
            format!("{client}: {count} tehtävää odottaa tekemistä")
        }
    }

    fn due_today(&self) -> String {
        "Määräpäivä on tänään".to_owned()
    }

    fn was_due(&self, date: Date) -> String {
        format!("Määräpäivä oli {}", self.date(date))
    }

    fn digitisation_subject(&self, client: &str, title: &str) -> String {
        format!("{client}: {title}")
    }

    fn digitisation_intro(&self, office: &str, client: &str, title: &str) -> String {
        format!("{office} lähettää tiedostoja digitoitavaksi (asiakas: {client}). Tehtävä: {title}")
    }

    fn request(&self) -> String {
        "Uusi pyyntö".to_owned()
    }

    fn open_request(&self) -> String {
        "Avaa pyyntö".to_owned()
    }

    fn messages(&self, count: u32) -> String {
        if count == 1 { "1 uusi viesti".to_owned() } else { format!("{count} uutta viestiä") }
    }

    fn files(&self, count: u32) -> String {
        if count == 1 { "1 uusi tiedosto".to_owned() } else { format!("{count} uutta tiedostoa") }
    }

    fn done(&self) -> String {
        "Merkitty tehdyksi".to_owned()
    }

    fn withdrawn(&self) -> String {
        "Vedetty takaisin; sinun ei tarvitse tehdä mitään".to_owned()
    }

    fn news_subject(&self, news: &str, title: &str) -> String {
        format!("{title}: {}", lower_first(news))
    }

    fn contact_news_subject(&self, portal: &str, client: &str) -> String {
        format!("{client}: uutta portaalista {portal}")
    }

    fn contact_news_preheader(&self, count: usize, portal: &str) -> String {
        if count == 1 {
            format!("{portal}: uutta yhdestä tehtävästäsi.")
        } else {
            format!("{portal}: uutta {count} tehtävästäsi.")
        }
    }

    fn contact_news_heading(&self, client: &str) -> String {
        format!("{client}: mitä uutta")
    }

    fn member_news_subject(&self, client: &str, news: &str, title: &str) -> String {
        format!("{client} · {title}: {}", lower_first(news))
    }

    fn members_news_subject(&self, count: usize) -> String {
        format!("Uutta asiakkaidesi tehtävissä ({count})")
    }

    fn member_news_preheader(&self, count: usize) -> String {
        if count == 1 { "Asiakkaaltasi on sinulle uutta." } else { "Asiakkailtasi on sinulle uutta." }
            .to_owned()
    }

    fn member_news_heading(&self) -> String {
        "Uutta asiakkailtasi".to_owned()
    }

    fn member_news(&self, client: &str, news: &str, actor: &str) -> String {
        format!("{news} · {actor}, {client}")
    }

    fn member_reason(&self) -> String {
        "Sait tämän sähköpostin, koska vastaat näistä asiakkaista tai teet näitä tehtäviä Sild-palvelussa."
            .to_owned()
    }

    fn open_sild(&self) -> String {
        "Avaa Sild".to_owned()
    }

    fn and_more(&self, count: usize) -> String {
        if count == 1 { "ja 1 muu".to_owned() } else { format!("ja {count} muuta") }
    }

    fn address_label(&self) -> String {
        "Jos painike ei toimi, avaa tämä osoite:".to_owned()
    }

    fn unsubscribe_label(&self) -> String {
        "Lopeta tällaiset sähköpostit".to_owned()
    }

    fn member_invitation_subject(&self, office: &str) -> String {
        format!("Kutsu toimistoon {office}")
    }

    fn member_invitation_preheader(&self, inviter: &str) -> String {
        format!("{inviter} haluaa työskennellä kanssasi Sild-palvelussa.")
    }

    fn member_invitation_heading(&self, office: &str) -> String {
        format!("Tervetuloa toimistoon {office}")
    }

    fn member_invitation_intro(&self, inviter: &str, office: &str) -> String {
        format!(
            "{inviter} kutsui sinut toimistoon {office}. Sild-palvelussa toimistosi hoitaa asiakkaidensa tehtäviä ja \
             pitää heihin yhteyttä. Paina painiketta, niin pääset sisään; salasanaa ei tarvitse muistaa."
        )
    }

    fn member_invitation_reason(&self, inviter: &str, office: &str) -> String {
        format!(
            "Sait tämän sähköpostin, koska {inviter} ilmoitti tämän osoitteen kollegansa osoitteeksi ({office})."
        )
    }

    fn email_change_subject(&self, portal: &str) -> String {
        format!("Vahvista uusi osoitteesi: {portal}")
    }

    fn email_change_preheader(&self) -> String {
        "Yksi painallus, ja kirjaudut jatkossa sisään tällä osoitteella.".to_owned()
    }

    fn email_change_heading(&self) -> String {
        "Vahvista uusi osoitteesi".to_owned()
    }

    fn email_change_intro(&self, office: &str) -> String {
        format!(
            "Pyysit saada käyttää tätä osoitetta toimiston {office} portaalissa. Paina painiketta: sen \
             jälkeen kirjaudut sisään tällä osoitteella, ja sähköpostimme tulevat tänne."
        )
    }

    fn email_change_button(&self) -> String {
        "Vahvista osoite".to_owned()
    }

    fn email_change_note(&self, hours: u32) -> String {
        format!(
            "Linkki toimii kerran ja on voimassa {}. Jos et pyytänyt sitä, sinun ei tarvitse tehdä mitään: \
             mikään ei muutu, jos et paina painiketta.",
            hours_in_words(hours)
        )
    }

    fn email_change_reason(&self, office: &str) -> String {
        format!(
            "Sait tämän sähköpostin, koska tämä osoite annettiin uudeksi osoitteeksi toimiston {office} \
             portaalissa."
        )
    }

    fn email_changed_subject(&self, portal: &str) -> String {
        format!("Osoitteesi vaihdettiin: {portal}")
    }

    fn email_changed_preheader(&self, new_email: &str) -> String {
        format!("Jatkossa kirjaudut sisään osoitteella {new_email}.")
    }

    fn email_changed_heading(&self) -> String {
        "Osoitteesi vaihdettiin".to_owned()
    }

    fn email_changed_intro(&self, office: &str, new_email: &str, date: Date, time: &str) -> String {
        format!(
            "{} klo {} vaihdettiin osoite, jolla kirjaudut sisään toimiston {office} portaaliin. Uusi osoite \
             on {new_email}.",
            self.date(date),
            time.replace(':', ".")
        )
    }

    fn email_changed_remedy(&self, office: &str) -> String {
        format!(
            "Jos teit sen itse, sinun ei tarvitse tehdä mitään. Jos se et ollut sinä, ilmoita siitä heti \
             toimistolle {office}: kirjanpitäjäsi voivat poistaa pääsyn."
        )
    }

    fn email_changed_reason(&self, office: &str) -> String {
        format!(
            "Sait tämän sähköpostin, koska tämä oli tähän asti osoitteesi toimiston {office} portaalissa."
        )
    }
}
