//! Checking a picture by its content and writing it anew: what leaves here holds pixels and nothing else.

use std::io::Cursor;

use image::{
    DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, RgbaImage,
    codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder},
    imageops::{self, FilterType},
};
use sild_domain::{MediaRefusal, PictureKind, PictureType};

/// The most pixels of a side.
const SIDE_MAX: u32 = 8_192;
/// The most pixels in all: 64 MB when they are unpacked.
const PIXELS_MAX: u64 = 16 * 1_024 * 1_024;
/// The most bytes that a decoder may ask for.
const MEMORY_MAX: u64 = 192 * 1_024 * 1_024;
/// The sides of an icon, in pixels: for a screen full of apps, and for everything smaller.
const ICON_SIDES: [u32; 2] = [512, 192];
/// What a logo is fitted into: twice the size at which it is shown.
const LOGO_BOX: (u32, u32) = (480, 96);

/// A picture as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Made {
    /// Its bytes, a PNG.
    pub(super) bytes: Vec<u8>,
    /// The pixels of a line.
    pub(super) width: u32,
    /// The lines.
    pub(super) height: u32,
}

/// The pictures that are made of one that was uploaded, the largest first.
pub(super) fn make(kind: PictureKind, says: PictureType, bytes: &[u8]) -> Result<Vec<Made>, MediaRefusal> {
    let format = match says {
        PictureType::Png => ImageFormat::Png,
        PictureType::Jpeg => ImageFormat::Jpeg,
        PictureType::Webp => ImageFormat::WebP,
    };
    if image::guess_format(bytes).ok() != Some(format) {
        return Err(MediaRefusal::WrongType);
    }
    match end(format, bytes) {
        Some(end) if end == bytes.len() => {}
        Some(end) if end < bytes.len() => return Err(MediaRefusal::BytesBehind),
        _ => return Err(MediaRefusal::Unreadable),
    }
    let picture = decoded(format, bytes)?;
    match kind {
        PictureKind::Icon => ICON_SIDES.iter().map(|side| square(&picture, *side)).collect(),
        PictureKind::Logo => Ok(vec![fitted(&picture, LOGO_BOX)?]),
    }
}

fn decoded(format: ImageFormat, bytes: &[u8]) -> Result<RgbaImage, MediaRefusal> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_MAX);
    limits.max_image_height = Some(SIDE_MAX);
    limits.max_alloc = Some(MEMORY_MAX);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| refusal(&error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS_MAX {
        return Err(MediaRefusal::TooManyPixels);
    }
    // A picture that a camera held sideways says so beside its pixels, where it is lost.
    let orientation = decoder.orientation().map_err(|error| refusal(&error))?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| refusal(&error))?;
    picture.apply_orientation(orientation);
    Ok(picture.into_rgba8())
}

fn refusal(error: &image::ImageError) -> MediaRefusal {
    match error {
        image::ImageError::Limits(_) => MediaRefusal::TooManyPixels,
        _ => MediaRefusal::Unreadable,
    }
}

/// The picture in the middle of a square that is clear around it.
fn square(picture: &RgbaImage, side: u32) -> Result<Made, MediaRefusal> {
    let (width, height) = within(picture.dimensions(), (side, side));
    let inner = imageops::resize(picture, width, height, FilterType::Lanczos3);
    let mut whole = RgbaImage::new(side, side);
    let middle = |outer: u32, inner: u32| i64::from(outer.saturating_sub(inner) / 2);
    imageops::replace(&mut whole, &inner, middle(side, width), middle(side, height));
    written(&whole)
}

/// The picture, made smaller where it is larger than the box.
fn fitted(picture: &RgbaImage, bounds: (u32, u32)) -> Result<Made, MediaRefusal> {
    let (width, height) = picture.dimensions();
    if width <= bounds.0 && height <= bounds.1 {
        return written(picture);
    }
    let (width, height) = within((width, height), bounds);
    written(&imageops::resize(picture, width, height, FilterType::Lanczos3))
}

/// The largest size of the same shape that fits.
fn within((width, height): (u32, u32), (most_wide, most_high): (u32, u32)) -> (u32, u32) {
    let scaled = |side: u32, numerator: u32, denominator: u32| {
        let exact = u64::from(side) * u64::from(numerator) / u64::from(denominator.max(1));
        u32::try_from(exact).unwrap_or(u32::MAX).max(1)
    };
    if u64::from(width) * u64::from(most_high) > u64::from(height) * u64::from(most_wide) {
        (most_wide, scaled(height, most_wide, width).min(most_high))
    } else {
        (scaled(width, most_high, height).min(most_wide), most_high)
    }
}

fn written(picture: &RgbaImage) -> Result<Made, MediaRefusal> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, PngFilter::Adaptive);
    picture.write_with_encoder(encoder).map_err(|error| refusal(&error))?;
    let (width, height) = picture.dimensions();
    Ok(Made { bytes, width, height })
}

/// Where the picture ends that the file begins with; `None` if it does not end.
fn end(format: ImageFormat, bytes: &[u8]) -> Option<usize> {
    match format {
        ImageFormat::Png => end_of_png(bytes),
        ImageFormat::Jpeg => end_of_jpeg(bytes),
        ImageFormat::WebP => end_of_webp(bytes),
        _ => None,
    }
}

/// Behind the chunk `IEND`.
fn end_of_png(bytes: &[u8]) -> Option<usize> {
    let mut at = 8_usize;
    loop {
        let length = bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_be_bytes)?;
        let next = at.checked_add(usize::try_from(length).ok()?)?.checked_add(12)?;
        if bytes.get(at.checked_add(4)?..at.checked_add(8)?)? == b"IEND" {
            return (next <= bytes.len()).then_some(next);
        }
        at = next;
    }
}

/// Behind the marker EOI. Within the coded pixels, which follow SOS, the byte FF is always followed by 00 or by one of the
/// markers that stand there.
fn end_of_jpeg(bytes: &[u8]) -> Option<usize> {
    let mut at = 2_usize;
    loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        let marker = *bytes.get(at.checked_add(1)?)?;
        match marker {
            0xff => at += 1,
            0xd9 => return at.checked_add(2),
            0x01 | 0xd0..=0xd7 => at += 2,
            _ => {
                let length = bytes.get(at + 2..at + 4)?.try_into().ok().map(u16::from_be_bytes)?;
                at = at.checked_add(2)?.checked_add(usize::from(length.max(2)))?;
                if marker == 0xda {
                    at = behind_coded_pixels(bytes, at)?;
                }
            }
        }
    }
}

fn behind_coded_pixels(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xff)?;
        match *bytes.get(at + 1)? {
            0x00 | 0xd0..=0xd7 => at += 2,
            _ => return Some(at),
        }
    }
}

/// What the head of the container says.
fn end_of_webp(bytes: &[u8]) -> Option<usize> {
    let length = bytes.get(4..8)?.try_into().ok().map(u32::from_le_bytes)?;
    let end = usize::try_from(length).ok()?.checked_add(8)?;
    (end <= bytes.len()).then_some(end)
}

#[cfg(test)]
#[path = "picture_tests.rs"]
mod tests;
