//! Which files go into which mail.

use sild_store::threads::FileRecord;

use super::message::Envelope;

/// The most bytes that an encoded message has (S61).
pub(super) const MESSAGE_MAX_BYTES: usize = 25_000_000;

/// Divides files into mails, in their order: as many into each as fit. A file that fits into none has one of its own.
pub(super) fn divide<'f>(
    envelope: &Envelope,
    files: &[&'f FileRecord],
    max_bytes: usize,
) -> Vec<Vec<&'f FileRecord>> {
    let mut mails: Vec<Vec<&FileRecord>> = Vec::new();
    for file in files {
        let fits = mails.last_mut().filter(|mail| {
            let mut wanted = (*mail).clone();
            wanted.push(file);
            envelope.encoded_bytes(&wanted) <= max_bytes
        });
        match fits {
            Some(mail) => mail.push(file),
            None => mails.push(vec![file]),
        }
    }
    mails
}
