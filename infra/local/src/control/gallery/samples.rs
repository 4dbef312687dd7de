//! Made-up mails of every kind, worded as an office's own would be.

use jiff::civil::{date, datetime};
use sild_app::mail::{
    Brand, ContactNews, ContactNewsKind, Letter, LetterKind, MemberNews, MemberNewsKind, Outgoing, TaskLine,
};
use sild_domain::{Colour, CompanyName, Email, Language, Palette, PersonName, Title, login::Code};

/// The colour of the demo office.
const COLOUR: &str = "#1f6f5c";
const OFFICE: &str = "Demo Office";
const CLIENT: &str = "Example Bakery OÜ";
const OTHER_CLIENT: &str = "Example Timber AS";
const CONTACT: &str = "Mari Maasikas";
const COLLEAGUE: &str = "Olivia Owner";
const URL: &str =
    "https://demo.example.com/login#t=TmFpdGVrcyBvbiBzZWUgYWludWx0IG7DpGlkaXM&to=/c/cli_example/tasks";
const CREATE_URL: &str = "https://app.example.com/login#t=VmVlbCDDvGtzIGLDvHJvbyBuw6RpZGlzZWtz";
const SETTINGS_URL: &str = "https://demo.example.com/profile";

/// One mail of the gallery.
#[derive(Debug, Clone)]
pub(super) struct Sample {
    /// Its name in an address, after that of its kind.
    pub(super) name: &'static str,
    /// What is special about it.
    pub(super) about: &'static str,
    /// The mail.
    pub(super) outgoing: Outgoing,
}

/// The titles of three tasks that offices give.
const fn titles(language: Language) -> [&'static str; 3] {
    match language {
        Language::En => {
            ["Bank statement for February", "Receipts of the company card", "Sign the annual report"]
        }
        Language::Et => [
            "Veebruari pangakonto väljavõte",
            "Ettevõtte kaardi kuludokumendid",
            "Allkirjastage majandusaasta aruanne",
        ],
        Language::Fi => ["Helmikuun tiliote", "Yrityskortin kuitit", "Allekirjoita tilinpäätös"],
    }
}

const fn sample_title(language: Language) -> &'static str {
    match language {
        Language::En => "Get to know your client portal",
        Language::Et => "Tutvuge oma kliendiportaaliga",
        Language::Fi => "Tutustu asiakasportaaliisi",
    }
}

const fn long_title(language: Language) -> &'static str {
    match language {
        Language::En => {
            "Purchase invoices from suppliers outside the European Union that did not come through the e-invoice operator"
        }
        Language::Et => {
            "Väljastpoolt Euroopa Liitu tulnud ostuarved, mis ei jõudnud meieni e-arvete operaatori kaudu"
        }
        Language::Fi => {
            "EU:n ulkopuolelta tulleet ostolaskut, jotka eivät saapuneet meille verkkolaskuoperaattorin kautta"
        }
    }
}

/// All mails of a kind in a language.
pub(super) fn samples(kind: LetterKind, language: Language) -> anyhow::Result<Vec<Sample>> {
    let client_name = CompanyName::parse(CLIENT)?;
    let office_name = CompanyName::parse(OFFICE)?;
    let code = Some(Code::parse("K7M2PX")?);
    let tasks = |count| tasks(language, count);
    let letters = match kind {
        LetterKind::LoginLink => vec![
            ("portal", "with the code", Letter::LoginLink { place: office_name.clone(), code }),
            ("renewed", "without a code", Letter::LoginLink { place: office_name, code: None }),
        ],
        LetterKind::SignUp => vec![("new", "", Letter::SignUp { office_name, code })],
        LetterKind::AlreadySignedUp => vec![(
            "known",
            "",
            Letter::AlreadySignedUp {
                office_name,
                new_office_name: CompanyName::parse("Second Office")?,
                create_url: CREATE_URL.to_owned(),
                code,
            },
        )],
        LetterKind::Invitation => {
            let sample = TaskLine { title: Title::parse(sample_title(language))?, due: None };
            vec![
                (
                    "sample",
                    "with a sample task",
                    Letter::Invitation { client_name: client_name.clone(), tasks: vec![sample] },
                ),
                ("bare", "without one", Letter::Invitation { client_name, tasks: Vec::new() }),
            ]
        }
        LetterKind::Announcement => {
            let long = TaskLine { title: Title::parse(long_title(language))?, due: Some(date(2026, 12, 31)) };
            vec![
                (
                    "one",
                    "one task",
                    Letter::Announcement { client_name: client_name.clone(), tasks: tasks(1)? },
                ),
                (
                    "three",
                    "three tasks",
                    Letter::Announcement { client_name: client_name.clone(), tasks: tasks(3)? },
                ),
                (
                    "long",
                    "a long title",
                    Letter::Announcement { client_name: client_name.clone(), tasks: vec![long] },
                ),
                ("many", "more than it lists", Letter::Announcement { client_name, tasks: tasks(22)? }),
            ]
        }
        LetterKind::Reminder => {
            let today = date(2026, 3, 31);
            let reminder = |count| {
                Ok::<_, anyhow::Error>(Letter::Reminder {
                    client_name: CompanyName::parse(CLIENT)?,
                    tasks: tasks(count)?,
                    today,
                })
            };
            vec![("one", "a task that is due today", reminder(1)?), ("three", "three tasks", reminder(3)?)]
        }
        LetterKind::ContactDigest => news_of_contacts(language, client_name)?,
        LetterKind::EmailChange => vec![("new", "", Letter::EmailChange)],
        LetterKind::EmailChanged => {
            let at = datetime(2026, 3, 2, 9, 5, 0, 0);
            vec![("old", "", Letter::EmailChanged { new_email: "m***@bakery.example".to_owned(), at })]
        }
        LetterKind::MemberInvitation => vec![(
            "colleague",
            "",
            Letter::MemberInvitation { office_name, invited_by: PersonName::parse(COLLEAGUE)? },
        )],
        LetterKind::MemberDigest => news_of_members(language)?,
    };
    letters
        .into_iter()
        .map(|(name, about, letter)| {
            Ok(Sample { name, about, outgoing: outgoing(letter, language, is_notification(kind))? })
        })
        .collect()
}

/// A sample before it has a recipient: its name, what is special about it, and what it says.
type Said = (&'static str, &'static str, Letter);

fn news_of_contacts(language: Language, client_name: CompanyName) -> anyhow::Result<Vec<Said>> {
    let news = |kind, n, count| contact_news(language, kind, n, count);
    Ok(vec![
        (
            "one",
            "one message",
            Letter::ContactDigest {
                client_name: client_name.clone(),
                entries: vec![news(ContactNewsKind::Message, 0, 1)?],
            },
        ),
        (
            "withdrawn",
            "a task taken back",
            Letter::ContactDigest {
                client_name: client_name.clone(),
                entries: vec![news(ContactNewsKind::Withdrawn, 1, 1)?],
            },
        ),
        (
            "several",
            "several things",
            Letter::ContactDigest {
                client_name,
                entries: vec![news(ContactNewsKind::Message, 0, 2)?, news(ContactNewsKind::Withdrawn, 1, 1)?],
            },
        ),
    ])
}

fn news_of_members(language: Language) -> anyhow::Result<Vec<Said>> {
    let news = |kind, n, client, count| member_news(language, kind, n, client, count);
    Ok(vec![
        (
            "one",
            "a task that is done",
            Letter::MemberDigest { entries: vec![news(MemberNewsKind::Done, 0, CLIENT, 1)?] },
        ),
        (
            "request",
            "a request",
            Letter::MemberDigest { entries: vec![news(MemberNewsKind::Request, 0, CLIENT, 1)?] },
        ),
        (
            "several",
            "several things",
            Letter::MemberDigest {
                entries: vec![
                    news(MemberNewsKind::Request, 0, OTHER_CLIENT, 1)?,
                    news(MemberNewsKind::Message, 0, CLIENT, 2)?,
                    news(MemberNewsKind::File, 1, OTHER_CLIENT, 3)?,
                    news(MemberNewsKind::Done, 2, CLIENT, 1)?,
                ],
            },
        ),
    ])
}

/// Whether its recipient may switch it off.
const fn is_notification(kind: LetterKind) -> bool {
    match kind {
        LetterKind::Announcement
        | LetterKind::Reminder
        | LetterKind::ContactDigest
        | LetterKind::MemberDigest => true,
        LetterKind::LoginLink
        | LetterKind::SignUp
        | LetterKind::AlreadySignedUp
        | LetterKind::Invitation
        | LetterKind::EmailChange
        | LetterKind::EmailChanged
        | LetterKind::MemberInvitation => false,
    }
}

fn tasks(language: Language, count: usize) -> anyhow::Result<Vec<TaskLine>> {
    let dues = [Some(date(2026, 3, 31)), None, Some(date(2026, 4, 7))];
    let all = titles(language).into_iter().zip(dues).cycle().take(count);
    all.map(|(title, due)| Ok(TaskLine { title: Title::parse(title)?, due })).collect()
}

fn title(language: Language, n: usize) -> anyhow::Result<Title> {
    Ok(Title::parse(titles(language).get(n).copied().unwrap_or_default())?)
}

fn contact_news(
    language: Language,
    kind: ContactNewsKind,
    n: usize,
    count: u32,
) -> anyhow::Result<ContactNews> {
    Ok(ContactNews { kind, title: title(language, n)?, count })
}

fn member_news(
    language: Language,
    kind: MemberNewsKind,
    n: usize,
    client: &str,
    count: u32,
) -> anyhow::Result<MemberNews> {
    Ok(MemberNews {
        kind,
        title: title(language, n)?,
        client_name: CompanyName::parse(client)?,
        actor: PersonName::parse(CONTACT)?,
        count,
    })
}

/// Members get the product's look, contacts that of the demo office.
fn outgoing(letter: Letter, language: Language, is_notification: bool) -> anyhow::Result<Outgoing> {
    let brand = match letter.kind() {
        LetterKind::SignUp
        | LetterKind::AlreadySignedUp
        | LetterKind::MemberInvitation
        | LetterKind::MemberDigest => Brand::sild(),
        LetterKind::LoginLink
        | LetterKind::Invitation
        | LetterKind::EmailChange
        | LetterKind::EmailChanged
        | LetterKind::Announcement
        | LetterKind::Reminder
        | LetterKind::ContactDigest => Brand {
            name: OFFICE.to_owned(),
            office_name: OFFICE.to_owned(),
            palette: Palette::derive(Colour::parse(COLOUR)?),
            logo: None,
        },
    };
    Ok(Outgoing {
        to: Email::parse("contact@bakery.example")?,
        to_name: PersonName::parse(CONTACT)?,
        language,
        brand,
        letter,
        url: URL.to_owned(),
        about: None,
        reply_to: None,
        settings_url: is_notification.then(|| SETTINGS_URL.to_owned()),
    })
}
