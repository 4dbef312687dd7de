use proptest::prelude::*;
use sild_domain::MediaRefusal::{TooLong, Unreadable, WrongCodec, WrongType};

use super::*;

fn part(name: &[u8], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len() + 8).unwrap();
    [&length.to_be_bytes()[..], name, body].concat()
}

/// A movie's or a track's header: version and flags, two dates, the scale, the duration.
fn header(name: &[u8], scale: u32, duration: u32) -> Vec<u8> {
    part(name, &[&[0; 12][..], &scale.to_be_bytes(), &duration.to_be_bytes(), &[0; 4]].concat())
}

fn track(handler: &[u8], coding: &[u8], scale: u32, duration: u32, frames: u32) -> Vec<u8> {
    let mut entry = vec![0; 78];
    entry[24..26].copy_from_slice(&640_u16.to_be_bytes());
    entry[26..28].copy_from_slice(&360_u16.to_be_bytes());
    let stsd = part(b"stsd", &[&[0, 0, 0, 0, 0, 0, 0, 1][..], &part(coding, &entry)].concat());
    let rows = [frames.to_be_bytes(), 1_u32.to_be_bytes()].concat();
    let stts = part(b"stts", &[&[0, 0, 0, 0, 0, 0, 0, 1][..], &rows].concat());
    let minf = part(b"minf", &part(b"stbl", &[stsd, stts].concat()));
    let hdlr = part(b"hdlr", &[&[0; 8][..], handler, &[0; 13]].concat());
    part(b"trak", &part(b"mdia", &[header(b"mdhd", scale, duration), hdlr, minf].concat()))
}

fn movie(whole: u32, tracks: &[Vec<u8>]) -> Vec<u8> {
    let moov = part(b"moov", &[vec![header(b"mvhd", 1_000, whole)], tracks.to_vec()].concat().concat());
    [part(b"ftyp", b"isom\0\0\0\0isom"), moov, part(b"mdat", &[7; 40])].concat()
}

fn picture_of(milliseconds: u32) -> Vec<u8> {
    track(b"vide", b"avc1", 1_000, milliseconds, milliseconds)
}

fn sound_of(milliseconds: u32) -> Vec<u8> {
    track(b"soun", b"mp4a", 1_000, milliseconds, milliseconds)
}

#[test]
fn half_a_minute_is_taken_and_a_millisecond_more_is_not() {
    // S11
    let whole = |milliseconds| read(&movie(milliseconds, &[picture_of(milliseconds)]));
    assert_eq!(whole(30_000), Ok(Video { width: 640, height: 360 }));
    assert_eq!(whole(30_001), Err(TooLong));
    assert_eq!(whole(0), Ok(Video { width: 640, height: 360 }));
    let uneven = track(b"vide", b"avc1", 30_000, 900_001, 1);
    assert_eq!(read(&movie(30_000, &[uneven])), Err(TooLong), "33 microseconds too many");
}

#[test]
fn sound_may_outlast_the_picture_by_the_padding_of_its_last_frame() {
    assert!(read(&movie(30_022, &[picture_of(30_000), sound_of(30_022)])).is_ok());
    assert_eq!(read(&movie(30_000, &[picture_of(30_000), sound_of(30_501)])), Err(TooLong));
    assert_eq!(read(&movie(31_000, &[picture_of(30_000)])), Err(TooLong));
}

#[test]
fn a_header_that_says_less_than_its_frames_does_not_help() {
    assert_eq!(read(&movie(10_000, &[track(b"vide", b"avc1", 1_000, 10_000, 40_000)])), Err(TooLong));
    assert_eq!(read(&movie(10_000, &[track(b"vide", b"avc1", 1, u32::MAX, u32::MAX)])), Err(TooLong));
}

#[test]
fn numbers_of_eight_bytes_are_read_too() {
    let wide = |duration: u64| {
        let mvhd = [&[1_u8, 0, 0, 0][..], &[0; 16], &1_000_u32.to_be_bytes(), &duration.to_be_bytes()];
        let moov = part(b"moov", &[part(b"mvhd", &mvhd.concat()), picture_of(1_000)].concat());
        read(&[part(b"ftyp", b"isom"), moov, part(b"mdat", &[])].concat())
    };
    assert!(wide(30_000).is_ok());
    assert_eq!(wide(u64::MAX), Err(TooLong));
}

#[test]
fn only_h264_with_aac_is_played_everywhere() {
    for coding in [b"hvc1", b"av01", b"vp09", b"encv"] {
        assert_eq!(read(&movie(1_000, &[track(b"vide", coding, 1_000, 1_000, 1)])), Err(WrongCodec));
    }
    let opus = track(b"soun", b"Opus", 1_000, 1_000, 1);
    assert_eq!(read(&movie(1_000, &[picture_of(1_000), opus])), Err(WrongCodec));
    assert_eq!(read(&movie(1_000, &[sound_of(1_000)])), Err(WrongCodec), "no picture");
    let times = track(b"tmcd", b"tmcd", 1_000, 99_000, 1);
    assert!(read(&movie(1_000, &[picture_of(1_000), times])).is_ok());
}

#[test]
fn what_is_cut_off_stuffed_or_in_pieces_is_refused() {
    let good = movie(1_000, &[picture_of(1_000), sound_of(1_000)]);
    assert!(read(&good).is_ok());
    for length in 0..good.len() {
        assert!(read(&good[..length]).is_err(), "{length}");
    }
    assert_eq!(read(&[good.clone(), b"PK\x05\x06".to_vec()].concat()), Err(Unreadable));
    assert_eq!(read(b"\x89PNG\r\n\x1a\n not a video"), Err(WrongType));
    let fragmented = [movie(1_000, &[picture_of(1_000), part(b"mvex", &[])])].concat();
    assert_eq!(read(&fragmented), Err(Unreadable));
    let two = [good.clone(), movie(1_000, &[picture_of(1_000)])].concat();
    assert_eq!(read(&two), Err(Unreadable), "two heads");
    assert_eq!(read(&movie(1_000, &[picture_of(1_000), picture_of(1_000)])), Err(Unreadable));
    assert_eq!(read(&movie(1_000, &[track(b"vide", b"avc1", 0, 1, 1)])), Err(Unreadable), "no scale");
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes);
        let _ = read(&[part(b"ftyp", b"isom"), part(b"moov", &bytes), part(b"mdat", &[])].concat());
    }

    #[test]
    fn no_change_of_a_good_file_makes_it_panic(at in 0_usize..900, byte in any::<u8>()) {
        let mut bytes = movie(1_000, &[picture_of(1_000), sound_of(1_000)]);
        let place = at % bytes.len();
        bytes[place] = byte;
        let _ = read(&bytes);
    }
}
