//! A row that can be written: every cell is what its column asks for.

use sild_domain::{
    CompanyName, Email, Language, PersonName, Phone, RegistryCode, TextError, fold_for_search,
    import::{ImportField, yes_or_no},
};
use sild_store::{clients::folded_code, imports::RowError};

use super::sheet::{Sheet, SheetRow};

/// A contact as a row has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct GoodContact {
    pub(super) name: PersonName,
    pub(super) email: Email,
    pub(super) phone: Option<Phone>,
    pub(super) language: Option<Language>,
    /// `None` where no column says it.
    pub(super) has_access: Option<bool>,
}

/// A row: a client, and a contact of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct GoodRow {
    pub(super) number: u32,
    pub(super) name: CompanyName,
    pub(super) code: Option<RegistryCode>,
    pub(super) contact: Option<GoodContact>,
}

impl GoodRow {
    /// Reads a row, or says all that is wrong with it.
    pub(super) fn read(sheet: &Sheet, row: &SheetRow) -> Result<Self, Vec<RowError>> {
        let mut cells = Cells { sheet, row, errors: Vec::new() };
        let name = cells.parse(ImportField::ClientName, CompanyName::parse);
        if name.is_none() && cells.is_empty(ImportField::ClientName) {
            cells.refuse(ImportField::ClientName, "required");
        }
        let code = cells.parse(ImportField::RegistryCode, RegistryCode::parse);
        let contact = cells.contact();
        match name {
            Some(name) if cells.errors.is_empty() => Ok(Self { number: row.number, name, code, contact }),
            _ => Err(cells.errors),
        }
    }

    /// By what rows of one client are known: its registry code, or its name where it has none.
    pub(super) fn client_key(&self) -> String {
        match self.folded_code() {
            Some(code) => format!("code {code}"),
            None => format!("name {}", fold_for_search(self.name.as_str())),
        }
    }

    pub(super) fn folded_code(&self) -> Option<String> {
        self.code.as_ref().map(folded_code)
    }
}

struct Cells<'c> {
    sheet: &'c Sheet,
    row: &'c SheetRow,
    errors: Vec<RowError>,
}

impl<'c> Cells<'c> {
    fn cell(&self, field: ImportField) -> Option<&'c str> {
        let column = self.sheet.column_of(field)?;
        self.row.cells.get(column).map(String::as_str)
    }

    fn is_empty(&self, field: ImportField) -> bool {
        self.cell(field).is_none_or(str::is_empty)
    }

    fn refuse(&mut self, field: ImportField, code: &str) {
        let column = self.sheet.column_of(field).and_then(|column| u32::try_from(column + 1).ok());
        self.errors.push(RowError { row: self.row.number, column, code: code.to_owned() });
    }

    /// What stands in a cell; nothing where it is empty or wrong, and then that is noted.
    fn parse<T>(
        &mut self,
        field: ImportField,
        parse: impl FnOnce(&str) -> Result<T, TextError>,
    ) -> Option<T> {
        let cell = self.cell(field).filter(|cell| !cell.is_empty())?;
        match parse(cell) {
            Ok(value) => Some(value),
            Err(error) => {
                self.refuse(field, error.code());
                None
            }
        }
    }

    fn contact(&mut self) -> Option<GoodContact> {
        let fields = [ImportField::ContactName, ImportField::ContactEmail, ImportField::ContactPhone];
        if fields.iter().all(|field| self.is_empty(*field)) {
            return None;
        }
        let name = self.parse(ImportField::ContactName, PersonName::parse);
        let email = self.parse(ImportField::ContactEmail, Email::parse);
        for field in [ImportField::ContactName, ImportField::ContactEmail] {
            if self.is_empty(field) {
                self.refuse(field, "required");
            }
        }
        let phone = self.parse(ImportField::ContactPhone, Phone::parse);
        let language = self.parse(ImportField::ContactLanguage, |cell| {
            Language::from_tag(cell).ok_or(TextError::InvalidFormat)
        });
        let has_access = self.cell(ImportField::ContactAccess).map(yes_or_no);
        if has_access == Some(None) {
            self.refuse(ImportField::ContactAccess, "invalid_format");
        }
        Some(GoodContact { name: name?, email: email?, phone, language, has_access: has_access.flatten() })
    }
}

#[cfg(test)]
mod tests {
    use sild_store::imports::ImportChoices;

    use super::*;

    type Told = Vec<(Option<u32>, String)>;

    fn read(rows: &str) -> Vec<Result<GoodRow, Told>> {
        let text = format!("name;code;contact;email;phone;language;access\n{rows}");
        let sheet = Sheet::read(text.as_bytes(), &ImportChoices::default()).unwrap();
        let told = |errors: Vec<RowError>| {
            errors.into_iter().map(|error| (error.column, error.code)).collect::<Vec<_>>()
        };
        sheet.rows.iter().map(|row| GoodRow::read(&sheet, row).map_err(told)).collect()
    }

    #[test]
    fn a_whole_row_and_a_bare_one_are_good() {
        let rows = read("Bakery;1234;Mari;mari@a.example;+372 5555;et;jah\nMill\n");
        let whole = rows[0].as_ref().unwrap();
        let contact = whole.contact.as_ref().unwrap();
        assert_eq!((contact.language, contact.has_access), (Some(Language::Et), Some(true)));
        assert_eq!(whole.client_key(), "code 1234");
        let bare = rows[1].as_ref().unwrap();
        assert_eq!((bare.client_key().as_str(), &bare.contact), ("name mill", &None));
    }

    #[test]
    fn every_wrong_cell_is_named_with_its_column() {
        let rows = read(";№;Mari;nobody;x;xx;perhaps\nMill;;Mari;;;;\nMill;;;a@b.example\n");
        let columns = |row: usize| rows[row].clone().unwrap_err();
        let codes = [
            "required",
            "invalid_format",
            "invalid_email",
            "invalid_format",
            "invalid_format",
            "invalid_format",
        ];
        let places = [1, 2, 4, 5, 6, 7];
        let wanted = places.into_iter().zip(codes).map(|(place, code)| (Some(place), code.to_owned()));
        assert_eq!(columns(0), wanted.collect::<Vec<_>>());
        assert_eq!(columns(1), [(Some(4), "required".to_owned())]);
        assert_eq!(columns(2), [(Some(3), "required".to_owned())]);
    }

    #[test]
    fn access_that_no_column_speaks_of_is_not_decided() {
        let sheet = Sheet::read(b"name;contact;email\nA;B;c@d.example", &ImportChoices::default()).unwrap();
        let row = GoodRow::read(&sheet, &sheet.rows[0]).unwrap();
        assert_eq!(row.contact.unwrap().has_access, None);
    }
}
