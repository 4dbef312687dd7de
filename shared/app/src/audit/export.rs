//! The trail as a table: a row a field.

use super::AuditEntry;

/// Its headings.
pub(crate) const HEADINGS: [&str; 13] = [
    "Entry",
    "Time",
    "By",
    "Id",
    "Name",
    "Operation",
    "What",
    "Thing",
    "Belongs to",
    "Change",
    "Field",
    "From",
    "To",
];
/// What stands for a value that nobody can read any more.
const ERASED: &str = "(erased)";

/// The rows of an entry: one for each field, or one for an entry without any.
pub(crate) fn rows(entry: &AuditEntry) -> Vec<[String; 13]> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let row = |field: String, from: String, to: String| {
        [
            entry.id.to_string(),
            entry.at.to_string(),
            entry.by.kind.word().to_owned(),
            text(&entry.by.id),
            text(&entry.by.name),
            text(&entry.operation),
            entry.what.clone(),
            text(&entry.thing_id),
            text(&entry.belongs_to),
            entry.change.word().to_owned(),
            field,
            from,
            to,
        ]
    };
    if entry.fields.is_empty() {
        return vec![row(String::new(), String::new(), String::new())];
    }
    let fields = entry.fields.iter().map(|field| {
        if field.is_erased {
            row(field.field.clone(), ERASED.to_owned(), ERASED.to_owned())
        } else {
            row(field.field.clone(), text(&field.from), text(&field.to))
        }
    });
    fields.collect()
}
