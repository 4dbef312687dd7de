//! A file of separated values as a table of text.

use encoding_rs::{UTF_8, WINDOWS_1252, WINDOWS_1257};
use sild_domain::import::{CsvSeparator, ImportField, TextEncoding};
use sild_store::imports::{ImportChoices, ImportColumn, ImportProblem, ROWS_MAX};

/// How many columns are looked at; those behind are passed over.
const COLUMNS_MAX: usize = 50;
/// How much of a heading or of a cell is shown.
const SHOWN: usize = 60;
/// How many rows are shown.
const SAMPLE: usize = 5;

/// A row below the headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SheetRow {
    /// As a spreadsheet counts it: the headings are row 1.
    pub(super) number: u32,
    pub(super) cells: Vec<String>,
}

/// The table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sheet {
    pub(super) separator: CsvSeparator,
    pub(super) encoding: TextEncoding,
    pub(super) columns: Vec<ImportColumn>,
    /// The rows in which something stands.
    pub(super) rows: Vec<SheetRow>,
}

impl Sheet {
    /// Reads a file as it was chosen, or as it looks.
    pub(super) fn read(bytes: &[u8], choices: &ImportChoices) -> Result<Self, ImportProblem> {
        let encoding = choices.encoding.unwrap_or_else(|| encoding_of(bytes));
        let text = decoded(bytes, encoding);
        // Zero bytes are in no text: the file is something else.
        if text.contains('\0') {
            return Err(ImportProblem::NotATable);
        }
        let separator = choices.separator.unwrap_or_else(|| separator_of(&text));
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator.byte())
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut columns = None;
        let mut rows = Vec::new();
        for (place, record) in reader.records().enumerate() {
            let record = record.map_err(|_| ImportProblem::NotATable)?;
            let cells = record.iter().take(COLUMNS_MAX).map(plain).collect::<Vec<_>>();
            if columns.is_none() {
                columns = Some(columns_of(&cells, choices));
            } else if cells.iter().any(|cell| !cell.is_empty()) {
                if rows.len() >= ROWS_MAX {
                    return Err(ImportProblem::TooManyRows);
                }
                let number = u32::try_from(place.saturating_add(1)).unwrap_or(u32::MAX);
                rows.push(SheetRow { number, cells });
            }
        }
        let columns = columns.ok_or(ImportProblem::NoRows)?;
        if rows.is_empty() {
            return Err(ImportProblem::NoRows);
        }
        Ok(Self { separator, encoding, columns, rows })
    }

    /// The place of the column that holds this; the first is 0.
    pub(super) fn column_of(&self, field: ImportField) -> Option<usize> {
        self.columns.iter().position(|column| column.field == Some(field))
    }

    /// The first rows as they are shown.
    pub(super) fn sample(&self) -> Vec<Vec<String>> {
        let shown = self.rows.iter().take(SAMPLE);
        shown.map(|row| row.cells.iter().map(|cell| cut(cell)).collect()).collect()
    }
}

/// UTF-8 where it is that; otherwise Windows-1257 where one of the letters stands that are elsewhere in Windows-1252 (Š and
/// Ž, which Estonian and Finnish have both), and Windows-1252.
fn encoding_of(bytes: &[u8]) -> TextEncoding {
    if std::str::from_utf8(bytes).is_ok() {
        return TextEncoding::Utf8;
    }
    let has = |letters: &[u8]| bytes.iter().any(|byte| letters.contains(byte));
    if has(&[0xd0, 0xf0, 0xde, 0xfe]) && !has(&[0x8a, 0x9a, 0x8e, 0x9e]) {
        TextEncoding::Windows1257
    } else {
        TextEncoding::Windows1252
    }
}

fn decoded(bytes: &[u8], encoding: TextEncoding) -> String {
    let encoding = match encoding {
        TextEncoding::Utf8 => UTF_8,
        TextEncoding::Windows1252 => WINDOWS_1252,
        TextEncoding::Windows1257 => WINDOWS_1257,
    };
    encoding.decode_with_bom_removal(bytes).0.into_owned()
}

/// What stands most often in the line of the headings, outside quotes.
fn separator_of(text: &str) -> CsvSeparator {
    let mut is_quoted = false;
    let mut counts = [0_u32; 3];
    for byte in text.bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' | b'\r' if !is_quoted => break,
            _ if !is_quoted => {
                for (count, separator) in counts.iter_mut().zip(CsvSeparator::ALL) {
                    *count += u32::from(byte == separator.byte());
                }
            }
            _ => {}
        }
    }
    let best = CsvSeparator::ALL.into_iter().zip(counts).max_by_key(|(_, count)| *count);
    best.map_or(CsvSeparator::Semicolon, |(separator, _)| separator)
}

/// A cell without what stands around it, and without the mark that keeps a spreadsheet from calculating it.
fn plain(cell: &str) -> String {
    let cell = cell.trim();
    let unmarked = cell.strip_prefix('\'').filter(|rest| crate::exports::begins_a_formula(rest));
    unmarked.unwrap_or(cell).to_owned()
}

fn columns_of(headings: &[String], choices: &ImportChoices) -> Vec<ImportColumn> {
    let mut taken = Vec::new();
    let mut columns = Vec::with_capacity(headings.len());
    for (place, heading) in headings.iter().enumerate() {
        let field = match &choices.columns {
            Some(chosen) => chosen.get(place).copied().flatten(),
            None => ImportField::of_heading(heading),
        };
        // The first column that holds something counts.
        let field = field.filter(|field| !taken.contains(field));
        taken.extend(field);
        columns.push(ImportColumn { heading: cut(heading), field });
    }
    columns
}

fn cut(text: &str) -> String {
    text.chars().take(SHOWN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<Sheet, ImportProblem> {
        Sheet::read(bytes, &ImportChoices::default())
    }

    fn cells(sheet: &Sheet) -> Vec<Vec<&str>> {
        sheet.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect()
    }

    #[test]
    fn separators_are_found_in_the_headings() {
        for (text, separator) in [
            ("name,email\nA,b", CsvSeparator::Comma),
            ("name;\"e,m,a,il\"\nA;b", CsvSeparator::Semicolon),
            ("name\temail\nA\tb", CsvSeparator::Tab),
        ] {
            let sheet = read(text.as_bytes()).unwrap();
            assert_eq!((sheet.separator, cells(&sheet)), (separator, vec![vec!["A", "b"]]), "{text}");
        }
        assert_eq!(read(b"name\nA").unwrap().rows.len(), 1);
    }

    #[test]
    fn letters_are_read_in_each_encoding() {
        let windows_1257 = b"nimi;e-post\r\n\xd5un \xd0ar;a\r\n";
        let windows_1252 = b"nimi;e-post\r\n\xd5un \x8aar;a\r\n";
        for (bytes, encoding, name) in [
            ("nimi;e-post\nÕun Šar;a".as_bytes(), TextEncoding::Utf8, "Õun Šar"),
            ("\u{feff}nimi;e-post\nÕun Šar;a".as_bytes(), TextEncoding::Utf8, "Õun Šar"),
            (windows_1257, TextEncoding::Windows1257, "Õun Šar"),
            (windows_1252, TextEncoding::Windows1252, "Õun Šar"),
            (b"nimi;e-post\nP\xe4ike;a", TextEncoding::Windows1252, "Päike"),
        ] {
            let sheet = read(bytes).unwrap();
            assert_eq!(sheet.encoding, encoding, "{name}");
            assert_eq!(cells(&sheet)[0][0], name);
            assert_eq!(sheet.columns[0].field, Some(ImportField::ClientName));
        }
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_does_and_empty_ones_passed_over() {
        let sheet = read(b"name;email\nA;\n;\n\"B\nC\";x;y;z\nD\n").unwrap();
        let numbers = sheet.rows.iter().map(|row| row.number).collect::<Vec<_>>();
        assert_eq!(numbers, [2, 4, 5]);
        assert_eq!(cells(&sheet)[1], ["B\nC", "x", "y", "z"]);
    }

    #[test]
    fn the_mark_before_a_formula_is_taken_off_again() {
        let sheet = read(b"name;phone\n'=A;'+372 5\n'tis;'\n").unwrap();
        assert_eq!(cells(&sheet), [["=A", "+372 5"], ["'tis", "'"]]);
    }

    #[test]
    fn choices_take_the_place_of_guesses() {
        let choices = ImportChoices {
            separator: Some(CsvSeparator::Comma),
            encoding: Some(TextEncoding::Windows1257),
            columns: Some(vec![None, Some(ImportField::ClientName), Some(ImportField::ClientName)]),
        };
        let sheet = Sheet::read(b"name,b,c,d\n1,\xf0,3,4", &choices).unwrap();
        assert_eq!(sheet.column_of(ImportField::ClientName), Some(1));
        assert_eq!(sheet.columns.iter().filter(|column| column.field.is_some()).count(), 1);
        assert_eq!(cells(&sheet), [["1", "š", "3", "4"]]);
    }

    #[test]
    fn what_is_no_table_says_why() {
        assert_eq!(read(b""), Err(ImportProblem::NoRows));
        assert_eq!(read(b"name;email\n;\n"), Err(ImportProblem::NoRows));
        assert_eq!(read(b"PK\x03\x04\0\0name"), Err(ImportProblem::NotATable));
        let many = format!("name\n{}", "A\n".repeat(ROWS_MAX + 1));
        assert_eq!(read(many.as_bytes()), Err(ImportProblem::TooManyRows));
    }
}
