//! The smallest picture and videos of any length, byte for byte.

/// A PNG of two pixels.
pub const PNG: [u8; 72] = [
    137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 2, 0, 0, 0, 1, 8, 2, 0, 0, 0, 123,
    64, 232, 221, 0, 0, 0, 15, 73, 68, 65, 84, 120, 218, 99, 144, 207, 143, 249, 255, 255, 63, 0, 10, 86, 3,
    232, 130, 185, 100, 81, 0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130,
];

fn part(name: &[u8], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len() + 8).unwrap();
    [&length.to_be_bytes()[..], name, body].concat()
}

/// A movie's or a track's header: version, two dates, the scale, the duration.
fn header(name: &[u8], milliseconds: u32) -> Vec<u8> {
    part(name, &[&[0; 12][..], &1_000_u32.to_be_bytes(), &milliseconds.to_be_bytes(), &[0; 4]].concat())
}

/// The head of an MP4 file with one track that is coded like this, and no frames.
#[must_use]
pub fn video(milliseconds: u32, coding: &[u8]) -> Vec<u8> {
    let mut entry = vec![0; 78];
    entry[24..26].copy_from_slice(&640_u16.to_be_bytes());
    entry[26..28].copy_from_slice(&360_u16.to_be_bytes());
    let one = [0, 0, 0, 0, 0, 0, 0, 1];
    let stsd = part(b"stsd", &[&one[..], &part(coding, &entry)].concat());
    let times = [1_u32.to_be_bytes(), milliseconds.to_be_bytes()].concat();
    let stts = part(b"stts", &[&one[..], &times].concat());
    let minf = part(b"minf", &part(b"stbl", &[stsd, stts].concat()));
    let hdlr = part(b"hdlr", &[&[0; 8][..], b"vide", &[0; 13]].concat());
    let media = part(b"mdia", &[header(b"mdhd", milliseconds), hdlr, minf].concat());
    let movie = [header(b"mvhd", milliseconds), part(b"trak", &media)].concat();
    [part(b"ftyp", b"isom\0\0\0\0isom"), part(b"moov", &movie), part(b"mdat", &[7; 40])].concat()
}
