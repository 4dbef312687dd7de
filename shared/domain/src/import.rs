//! What a table of clients can be made of: how its text is written down, and what its columns mean.

use crate::fold_for_search;

/// What stands between the cells of a row.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum CsvSeparator {
    /// `,`
    Comma,
    /// `;`, as spreadsheets write where the comma is in numbers.
    #[default]
    Semicolon,
    /// A tab.
    Tab,
}

impl CsvSeparator {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    /// The character.
    #[must_use]
    pub const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// How letters are written as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TextEncoding {
    /// UTF-8, with a byte order mark or without.
    Utf8,
    /// Windows-1252, of Western Europe.
    Windows1252,
    /// Windows-1257, of the Baltic countries.
    Windows1257,
}

/// What a column of a table of clients holds.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ImportField {
    /// The name of the client.
    ClientName,
    /// Its code in the business register.
    RegistryCode,
    /// The name of a contact of it.
    ContactName,
    /// Their address.
    ContactEmail,
    /// Their telephone number.
    ContactPhone,
    /// The language of their portal and mails.
    ContactLanguage,
    /// Whether they may act for the client once its portal is open.
    ContactAccess,
}

/// Words by which headings are known, folded, of each language.
const HEADINGS: [(ImportField, &[&str]); 7] = [
    (
        ImportField::ClientName,
        &[
            "client",
            "client name",
            "clients",
            "company",
            "company name",
            "customer",
            "name",
            "business name",
            "klient",
            "kliendi nimi",
            "klient nimi",
            "ettevote",
            "ettevotte nimi",
            "firma",
            "nimi",
            "ariuhing",
            "asiakas",
            "asiakkaan nimi",
            "yritys",
            "yrityksen nimi",
            "toiminimi",
        ],
    ),
    (
        ImportField::RegistryCode,
        &[
            "registry code",
            "reg code",
            "registration code",
            "registration number",
            "reg no",
            "company code",
            "company number",
            "business id",
            "code",
            "registrikood",
            "reg kood",
            "rg kood",
            "ariregistri kood",
            "registri kood",
            "kood",
            "y tunnus",
            "ytunnus",
            "rekisterinumero",
            "yritystunnus",
        ],
    ),
    (
        ImportField::ContactName,
        &[
            "contact",
            "contact name",
            "contact person",
            "person",
            "person name",
            "kontakt",
            "kontaktisik",
            "kontaktisiku nimi",
            "kontakti nimi",
            "isik",
            "yhteyshenkilo",
            "yhteyshenkilon nimi",
            "kontakti",
            "henkilo",
        ],
    ),
    (
        ImportField::ContactEmail,
        &[
            "email",
            "e mail",
            "mail",
            "email address",
            "e mail address",
            "contact email",
            "epost",
            "e post",
            "meil",
            "e posti aadress",
            "eposti aadress",
            "meiliaadress",
            "sahkoposti",
            "sahkopostiosoite",
            "s posti",
        ],
    ),
    (
        ImportField::ContactPhone,
        &[
            "phone",
            "phone number",
            "telephone",
            "mobile",
            "tel",
            "contact phone",
            "telefon",
            "telefoninumber",
            "mobiil",
            "mobiiltelefon",
            "puhelin",
            "puhelinnumero",
            "matkapuhelin",
        ],
    ),
    (ImportField::ContactLanguage, &["language", "keel", "kieli"]),
    (
        ImportField::ContactAccess,
        &[
            "access",
            "portal access",
            "portal",
            "ligipaas",
            "portaali ligipaas",
            "paasy",
            "kayttooikeus",
            "portaalin kayttooikeus",
        ],
    ),
];

impl ImportField {
    /// All of them, in the order in which a table shows them.
    pub const ALL: [Self; 7] = [
        Self::ClientName,
        Self::RegistryCode,
        Self::ContactName,
        Self::ContactEmail,
        Self::ContactPhone,
        Self::ContactLanguage,
        Self::ContactAccess,
    ];

    /// What a column with this heading holds, in English, Estonian and Finnish; `None` if it says nothing that is known.
    #[must_use]
    pub fn of_heading(heading: &str) -> Option<Self> {
        let folded = fold_for_search(heading);
        let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric());
        let words = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        HEADINGS.iter().find(|(_, known)| known.contains(&words.as_str())).map(|(field, _)| *field)
    }
}

/// Reads a cell that says yes or no in English, Estonian or Finnish; an empty one says no. `None` if it says neither.
#[must_use]
pub fn yes_or_no(cell: &str) -> Option<bool> {
    match fold_for_search(cell).as_str() {
        "yes" | "y" | "true" | "1" | "x" | "on" | "jah" | "j" | "kylla" | "k" => Some(true),
        "" | "no" | "n" | "false" | "0" | "off" | "ei" | "e" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_three_languages() {
        for (heading, field) in [
            ("Client name", ImportField::ClientName),
            ("Ettevõtte nimi", ImportField::ClientName),
            ("YRITYS", ImportField::ClientName),
            ("Reg. kood", ImportField::RegistryCode),
            ("Y-tunnus", ImportField::RegistryCode),
            ("Kontaktisik", ImportField::ContactName),
            ("Yhteyshenkilö", ImportField::ContactName),
            ("E-mail", ImportField::ContactEmail),
            ("E-posti aadress", ImportField::ContactEmail),
            ("Sähköposti", ImportField::ContactEmail),
            ("Mobiil", ImportField::ContactPhone),
            ("Kieli", ImportField::ContactLanguage),
            ("Ligipääs", ImportField::ContactAccess),
        ] {
            assert_eq!(ImportField::of_heading(heading), Some(field), "{heading}");
        }
        assert_eq!(ImportField::of_heading("Shoe size"), None);
        assert_eq!(ImportField::of_heading(""), None);
    }

    #[test]
    fn no_heading_means_two_things() {
        let mut all = HEADINGS.iter().flat_map(|(_, known)| known.iter()).collect::<Vec<_>>();
        all.sort_unstable();
        let count = all.len();
        all.dedup();
        assert_eq!(all.len(), count);
        assert!(all.iter().all(|known| fold_for_search(known) == **known));
    }

    #[test]
    fn a_cell_says_yes_or_no_or_neither() {
        for (cell, said) in [("Jah", Some(true)), ("kyllä", Some(true)), ("1", Some(true)), ("", Some(false))]
        {
            assert_eq!(yes_or_no(cell), said, "{cell}");
        }
        assert_eq!(yes_or_no("Ei"), Some(false));
        assert_eq!(yes_or_no("perhaps"), None);
    }
}
