//! Reading the head of an MP4 file: how long it plays and how it is coded (ISO/IEC 14496-12).
//!
//! A file is a row of boxes, each with its length and its name, and some boxes are rows of boxes themselves. Nothing here
//! trusts a number of the file: what does not fit is refused, nothing is allocated by it, and boxes are entered only by name,
//! so that nesting ends by itself.

use sild_domain::{MediaRefusal, media::VIDEO_MAX_SECONDS};

/// By how many milliseconds sound may outlast the picture: the last frame of AAC is filled up.
const SOUND_MAY_OUTLAST_MS: u64 = 500;

/// What is known of a video that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Video {
    /// The pixels of a line.
    pub(super) width: u32,
    /// The lines.
    pub(super) height: u32,
}

/// A box: its name and what is in it.
struct Part<'b> {
    name: [u8; 4],
    body: &'b [u8],
}

/// The boxes of a row. After one that does not fit there is an error, and nothing more.
struct Parts<'b> {
    rest: &'b [u8],
    has_failed: bool,
}

impl<'b> Parts<'b> {
    const fn of(bytes: &'b [u8]) -> Self {
        Self { rest: bytes, has_failed: false }
    }

    fn next_part(&mut self) -> Option<Part<'b>> {
        let length = usize::try_from(number(self.rest, 0, 4)?).ok()?;
        let name = self.rest.get(4..8)?.try_into().ok()?;
        let (head, length) = match length {
            // To the end.
            0 => (8, self.rest.len()),
            1 => (16, usize::try_from(number(self.rest, 8, 8)?).ok()?),
            length => (8, length),
        };
        let body = self.rest.get(head..length)?;
        self.rest = self.rest.get(length..)?;
        Some(Part { name, body })
    }
}

impl<'b> Iterator for Parts<'b> {
    type Item = Result<Part<'b>, MediaRefusal>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.has_failed || self.rest.is_empty() {
            return None;
        }
        let part = self.next_part().ok_or(MediaRefusal::Unreadable);
        self.has_failed = part.is_err();
        Some(part)
    }
}

/// A number of `size` bytes, the highest first.
fn number(bytes: &[u8], at: usize, size: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(size)?)?;
    Some(bytes.iter().fold(0, |sum, byte| (sum << 8) | u64::from(*byte)))
}

/// The only box of this name in a row.
fn only<'b>(row: &'b [u8], name: &[u8]) -> Result<&'b [u8], MediaRefusal> {
    let mut found = None;
    for part in Parts::of(row) {
        let part = part?;
        if part.name == name && found.replace(part.body).is_some() {
            return Err(MediaRefusal::Unreadable);
        }
    }
    found.ok_or(MediaRefusal::Unreadable)
}

/// The only box at the end of a path of names.
fn inside<'b>(row: &'b [u8], path: &[&[u8; 4]]) -> Result<&'b [u8], MediaRefusal> {
    path.iter().try_fold(row, |row, name| only(row, &name[..]))
}

/// How long something plays, in milliseconds, rounded up: version 0 has numbers of 4 bytes, version 1 of 8 where it
/// matters. `mvhd` and `mdhd` begin alike.
fn milliseconds(header: &[u8]) -> Result<u64, MediaRefusal> {
    let (scale_at, size) = match header.first() {
        Some(0) => (12, 4),
        Some(1) => (20, 8),
        _ => return Err(MediaRefusal::Unreadable),
    };
    let scale = number(header, scale_at, 4).filter(|scale| *scale > 0).ok_or(MediaRefusal::Unreadable)?;
    let duration = number(header, scale_at + 4, size).ok_or(MediaRefusal::Unreadable)?;
    let duration = duration.checked_mul(1_000).ok_or(MediaRefusal::TooLong)?;
    Ok(duration.div_ceil(scale))
}

/// Looks at a whole file.
pub(super) fn read(bytes: &[u8]) -> Result<Video, MediaRefusal> {
    if bytes.get(4..8) != Some(b"ftyp") {
        return Err(MediaRefusal::WrongType);
    }
    let parts = Parts::of(bytes).collect::<Result<Vec<_>, _>>()?;
    if !parts.iter().any(|part| &part.name == b"mdat") {
        return Err(MediaRefusal::Unreadable);
    }
    let movie = only(bytes, b"moov")?;
    let whole_ms = milliseconds(only(movie, b"mvhd")?)?;
    let (mut video, mut picture_ms, mut sound_ms) = (None, 0, 0);
    for part in Parts::of(movie) {
        let part = part?;
        match &part.name {
            // Its frames stand in fragments behind the head, which then says nothing of how long it plays.
            b"mvex" => return Err(MediaRefusal::Unreadable),
            b"trak" => {
                let media = only(part.body, b"mdia")?;
                match only(media, b"hdlr")?.get(8..12) {
                    Some(b"vide") if video.is_none() => {
                        video = Some(picture(media)?);
                        picture_ms = milliseconds(only(media, b"mdhd")?)?.max(frames(media)?);
                    }
                    Some(b"soun") => {
                        check_sound(media)?;
                        sound_ms = milliseconds(only(media, b"mdhd")?)?.max(sound_ms);
                    }
                    Some(b"vide") | None => return Err(MediaRefusal::Unreadable),
                    // Times, chapters and the like are not played.
                    Some(_) => {}
                }
            }
            _ => {}
        }
    }
    let video = video.ok_or(MediaRefusal::WrongCodec)?;
    let limit = VIDEO_MAX_SECONDS * 1_000;
    // The whole is as long as its longest track, so it has the allowance of the sound.
    let is_short = picture_ms <= limit && whole_ms.max(sound_ms) <= limit + SOUND_MAY_OUTLAST_MS;
    if is_short { Ok(video) } else { Err(MediaRefusal::TooLong) }
}

/// How long the frames play that the table of times lists, in milliseconds: what a header says may be less.
fn frames(media: &[u8]) -> Result<u64, MediaRefusal> {
    let table = inside(media, &[b"minf", b"stbl", b"stts"])?;
    let count = number(table, 4, 4).and_then(|count| usize::try_from(count).ok());
    let rows = table.get(8..).unwrap_or_default();
    if count != Some(rows.len() / 8) || rows.len() % 8 != 0 {
        return Err(MediaRefusal::Unreadable);
    }
    let mut ticks: u64 = 0;
    for row in rows.chunks_exact(8) {
        let (Some(count), Some(each)) = (number(row, 0, 4), number(row, 4, 4)) else {
            return Err(MediaRefusal::Unreadable);
        };
        ticks =
            count.checked_mul(each).and_then(|sum| ticks.checked_add(sum)).ok_or(MediaRefusal::TooLong)?;
    }
    let header = only(media, b"mdhd")?;
    let scale_at = if header.first() == Some(&1) { 20 } else { 12 };
    let scale = number(header, scale_at, 4).filter(|scale| *scale > 0).ok_or(MediaRefusal::Unreadable)?;
    Ok(ticks.checked_mul(1_000).ok_or(MediaRefusal::TooLong)?.div_ceil(scale))
}

/// The names of all ways in which a track is coded, with what each says.
fn codings(media: &[u8]) -> Result<Vec<Part<'_>>, MediaRefusal> {
    let table = inside(media, &[b"minf", b"stbl", b"stsd"])?;
    let rows = Parts::of(table.get(8..).unwrap_or_default()).collect::<Result<Vec<_>, _>>()?;
    if rows.is_empty() { Err(MediaRefusal::Unreadable) } else { Ok(rows) }
}

fn picture(media: &[u8]) -> Result<Video, MediaRefusal> {
    let codings = codings(media)?;
    if codings.iter().any(|coding| !matches!(&coding.name, b"avc1" | b"avc3")) {
        return Err(MediaRefusal::WrongCodec);
    }
    let size = |at| {
        let size = number(codings.first()?.body, at, 2)?;
        u32::try_from(size).ok().filter(|size| *size > 0)
    };
    size(24).zip(size(26)).map(|(width, height)| Video { width, height }).ok_or(MediaRefusal::Unreadable)
}

fn check_sound(media: &[u8]) -> Result<(), MediaRefusal> {
    let is_aac = codings(media)?.iter().all(|coding| &coding.name == b"mp4a");
    if is_aac { Ok(()) } else { Err(MediaRefusal::WrongCodec) }
}

#[cfg(test)]
#[path = "video_tests.rs"]
mod tests;
