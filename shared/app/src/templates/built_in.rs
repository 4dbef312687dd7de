//! The template that comes with the product (S14).

use sild_domain::{Description, Language, ShortText, TemplateId, TextError, Title};
use sild_store::{offices::OfficeRecord, templates::TemplateRecord};

use crate::{Context, Failure};

/// What the template that comes with the product says in one language.
struct BuiltIn {
    title: &'static str,
    description: &'static str,
    checklist: &'static [&'static str],
}

/// The text in the language of the office, whose contacts read it; the office changes it as it likes.
const fn text(language: Language) -> &'static BuiltIn {
    match language {
        Language::En => &BuiltIn {
            title: "Get to know your client portal",
            description: "Welcome! This is an example of a task, so that you can try everything out before the first \
                          real one arrives.\n\n\
                          Here you see what your accountant needs from you and by when. You can write a message below, \
                          add files of up to 10 MB each, and say that you are finished by marking the task as done.\n\n\
                          Nothing in this task can go wrong. When you have looked around, mark it as done.",
            checklist: &[
                "Write a message to your accountant",
                "Add a file or a photo",
                "Mark this task as done",
            ],
        },
        Language::Et => &BuiltIn {
            title: "Tutvuge oma kliendiportaaliga",
            description: "Tere tulemast! See on näidisülesanne, et saaksite kõik läbi proovida enne, kui saabub \
                          esimene päris ülesanne.\n\n\
                          Siin näete, mida teie raamatupidaja teilt vajab ja mis ajaks. Allpool saate kirjutada \
                          sõnumi, lisada faile (igaüks kuni 10 MB) ja anda valmis saamisest teada, märkides \
                          ülesande tehtuks.\n\n\
                          Selles ülesandes ei saa midagi valesti minna. Kui olete ringi vaadanud, märkige see tehtuks.",
            checklist: &[
                "Kirjutage oma raamatupidajale sõnum",
                "Lisage fail või foto",
                "Märkige see ülesanne tehtuks",
            ],
        },
        Language::Fi => &BuiltIn {
            title: "Tutustu asiakasportaaliisi",
            description: "Tervetuloa! Tämä on esimerkkitehtävä, jotta voit kokeilla kaikkea, ennen kuin ensimmäinen \
                          oikea tehtävä saapuu.\n\n\
                          Täällä näet, mitä kirjanpitäjäsi tarvitsee sinulta ja mihin mennessä. Alempana voit \
                          kirjoittaa viestin, lisätä tiedostoja (enintään 10 Mt kukin) ja kertoa olevasi valmis \
                          merkitsemällä tehtävän tehdyksi.\n\n\
                          Tässä tehtävässä mikään ei voi mennä vikaan. Kun olet katsellut ympärillesi, merkitse \
                          se tehdyksi.",
            checklist: &[
                "Kirjoita viesti kirjanpitäjällesi",
                "Lisää tiedosto tai valokuva",
                "Merkitse tämä tehtävä tehdyksi",
            ],
        },
    }
}

/// The template that an office gets when it activates the portal for the first time.
pub(crate) fn built_in(cx: &Context, office: &OfficeRecord) -> Result<TemplateRecord, Failure> {
    let now = cx.now();
    let id = TemplateId::new(now, cx.random());
    parsed(text(office.language))
        .map(|(title, description, checklist)| TemplateRecord {
            id,
            title,
            description,
            checklist,
            client_may_tick: true,
            created_at: now,
            v: 1,
        })
        .map_err(Failure::internal)
}

fn parsed(text: &BuiltIn) -> Result<(Title, Description, Vec<ShortText>), TextError> {
    let checklist = text.checklist.iter().map(|line| ShortText::parse(line)).collect::<Result<_, _>>()?;
    Ok((Title::parse(text.title)?, Description::parse(text.description)?, checklist))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_template_can_be_read_in_every_language() {
        for language in Language::ALL {
            let (_, description, checklist) = parsed(text(language)).unwrap();
            assert!(!description.is_empty());
            assert_eq!(checklist.len(), 3);
        }
        let titles = Language::ALL.map(|language| text(language).title);
        assert!(titles.iter().all(|title| titles.iter().filter(|other| *other == title).count() == 1));
    }
}
