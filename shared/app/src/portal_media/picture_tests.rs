use image::{Rgb, RgbImage, Rgba};
use proptest::prelude::*;
use sild_domain::MediaRefusal::{BytesBehind, TooManyPixels, Unreadable, WrongType};

use super::*;

fn drawn(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| Rgb([x.to_le_bytes()[0], y.to_le_bytes()[0], 90]));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

const TYPES: [(PictureType, ImageFormat); 3] = [
    (PictureType::Png, ImageFormat::Png),
    (PictureType::Jpeg, ImageFormat::Jpeg),
    (PictureType::Webp, ImageFormat::WebP),
];

fn sizes(made: &[Made]) -> Vec<(u32, u32)> {
    made.iter()
        .map(|one| {
            let read = image::load_from_memory_with_format(&one.bytes, ImageFormat::Png).unwrap();
            assert_eq!((read.width(), read.height()), (one.width, one.height));
            (one.width, one.height)
        })
        .collect()
}

#[test]
fn an_icon_becomes_two_squares_of_fixed_sides_whatever_it_was() {
    // S6
    for (says, format) in TYPES {
        for (width, height) in [(64, 64), (900, 300), (3, 700)] {
            let made = make(PictureKind::Icon, says, &drawn(width, height, format)).unwrap();
            assert_eq!(sizes(&made), [(512, 512), (192, 192)], "{says:?}");
        }
    }
    let made = make(PictureKind::Icon, PictureType::Png, &drawn(900, 300, ImageFormat::Png)).unwrap();
    let whole = image::load_from_memory(&made[0].bytes).unwrap().into_rgba8();
    assert_eq!(whole.get_pixel(256, 10), &Rgba([0, 0, 0, 0]), "clear above a wide picture");
    assert_eq!(whole.get_pixel(256, 256).0[3], 255);
}

#[test]
fn a_logo_is_fitted_into_its_box_and_never_made_larger() {
    // S6
    let logo = |width, height| {
        sizes(&make(PictureKind::Logo, PictureType::Png, &drawn(width, height, ImageFormat::Png)).unwrap())
    };
    assert_eq!(logo(200, 40), [(200, 40)]);
    assert_eq!(logo(960, 192), [(480, 96)]);
    assert_eq!(logo(4_000, 40), [(480, 4)]);
    assert_eq!(logo(100, 1_000), [(9, 96)]);
    assert_eq!(logo(8_000, 1), [(480, 1)]);
}

#[test]
fn nothing_but_pixels_comes_through() {
    let mut plain = drawn(40, 20, ImageFormat::Png);
    let text = b"tEXtComment\0<script>alert(1)</script>";
    let mut chunk = u32::try_from(text.len() - 4).unwrap().to_be_bytes().to_vec();
    chunk.extend_from_slice(text);
    let mut check = crc(text).to_be_bytes().to_vec();
    chunk.append(&mut check);
    plain.splice(33..33, chunk);
    let made = make(PictureKind::Logo, PictureType::Png, &plain).unwrap();
    assert!(plain.windows(8).any(|part| part == b"<script>"));
    assert!(!made[0].bytes.windows(8).any(|part| part == b"<script>"));
}

/// The check of a chunk, as the PNG standard defines it.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 * (sum & 1)))
    })
}

#[test]
fn a_picture_that_is_something_else_is_refused() {
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    for (says, _) in TYPES {
        for bytes in [&svg[..], b"GIF89a", b"%PDF-1.7", b"", b"PK\x03\x04"] {
            assert_eq!(make(PictureKind::Icon, says, bytes), Err(WrongType));
        }
    }
    let jpeg = drawn(10, 10, ImageFormat::Jpeg);
    assert_eq!(make(PictureKind::Icon, PictureType::Png, &jpeg), Err(WrongType), "declared as another");
}

#[test]
fn a_picture_that_is_cut_off_or_has_something_behind_it_is_refused() {
    for (says, format) in TYPES {
        let whole = drawn(60, 40, format);
        assert!(make(PictureKind::Logo, says, &whole).is_ok());
        for part in 1..8 {
            let cut = &whole[..whole.len() * part / 8];
            assert_eq!(make(PictureKind::Logo, says, cut), Err(Unreadable), "{says:?}, {part} of 8");
        }
        assert_eq!(make(PictureKind::Logo, says, &whole[..whole.len() - 1]), Err(Unreadable), "{says:?}");
        let polyglot = [&whole[..], b"PK\x03\x04<script>alert(1)</script>"].concat();
        assert_eq!(make(PictureKind::Logo, says, &polyglot), Err(BytesBehind), "{says:?}");
    }
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let mut bomb = drawn(1, 1, ImageFormat::Png);
    // The head of a PNG says its size in the bytes 16 to 24, and a check follows.
    for (width, height) in [(60_000_u32, 60_000_u32), (8_192, 8_192), (u32::MAX, 1), (5_000, 5_000)] {
        bomb[16..20].copy_from_slice(&width.to_be_bytes());
        bomb[20..24].copy_from_slice(&height.to_be_bytes());
        let check = crc(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&check.to_be_bytes());
        let made = make(PictureKind::Icon, PictureType::Png, &bomb);
        assert!(matches!(made, Err(TooManyPixels | Unreadable)), "{width} × {height}: {made:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_change_of_a_good_picture_makes_it_panic(
        format in 0_usize..3, places in proptest::collection::vec((any::<u16>(), any::<u8>()), 1..6)
    ) {
        let (says, format) = TYPES[format];
        let mut bytes = drawn(24, 16, format);
        for (at, byte) in places {
            let place = usize::from(at) % bytes.len();
            bytes[place] = byte;
        }
        let _ = make(PictureKind::Icon, says, &bytes);
    }
}
