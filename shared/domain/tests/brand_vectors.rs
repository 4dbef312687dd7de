//! `web/packages/brand/vectors.json`: what the TypeScript twin of the palette is tested on.
//!
//! After a change of the algorithm: `cargo test -p sild-domain --test brand_vectors -- --ignored`.

use std::{error::Error, fs, path::PathBuf};

use sild_domain::colour::{DARK_SURFACE, LIGHT_SURFACE, TEXT_CONTRAST, UI_CONTRAST};
use sild_domain::{Colour, Palette};

/// Extremes, hostile brands, the corners of sRGB, greys around each threshold, and usual brands.
const BRANDS: [&str; 64] = [
    "#000000", "#ffffff", "#ffff00", "#ff8800", "#00aa00", "#777777", "#ff0000", "#00ff00", "#0000ff",
    "#00ffff", "#ff00ff", "#808080", "#010101", "#fefefe", "#efefec", "#24282b", "#757575", "#767676",
    "#6b6b6b", "#8c8c8c", "#949494", "#1f6f5c", "#1a5fd0", "#0b5fff", "#004b87", "#0072ce", "#00a3e0",
    "#2d9cdb", "#56ccf2", "#27ae60", "#219653", "#6fcf97", "#9b51e0", "#bb6bd9", "#4b0082", "#663399",
    "#eb5757", "#c0392b", "#b3261e", "#e74c3c", "#f2994a", "#f2c94c", "#f1c40f", "#ffd700", "#ffe4b5",
    "#d2691e", "#8b4513", "#3e2723", "#2f4f4f", "#16a085", "#1abc9c", "#7fffd4", "#ff69b4", "#e91e63",
    "#880e4f", "#fce4ec", "#37474f", "#90a4ae", "#cfd8dc", "#101820", "#c5e86c", "#78be20", "#ff5c00",
    "#7a0019",
];

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../web/packages/brand/vectors.json")
}

#[derive(serde::Serialize)]
struct Vectors {
    light_surface: Colour,
    dark_surface: Colour,
    text_contrast: f64,
    ui_contrast: f64,
    palettes: Vec<Palette>,
}

fn contents() -> Result<String, Box<dyn Error>> {
    let palettes: Result<Vec<Palette>, _> =
        BRANDS.iter().map(|brand| Colour::parse(brand).map(Palette::derive)).collect();
    let vectors = Vectors {
        light_surface: LIGHT_SURFACE,
        dark_surface: DARK_SURFACE,
        text_contrast: TEXT_CONTRAST,
        ui_contrast: UI_CONTRAST,
        palettes: palettes?,
    };
    Ok(format!("{}\n", serde_json::to_string_pretty(&vectors)?))
}

#[test]
fn the_committed_vectors_are_fresh() {
    let committed = fs::read_to_string(file()).unwrap();
    assert!(
        committed == contents().unwrap(),
        "vectors.json is stale; write it with: cargo test -p sild-domain --test brand_vectors -- --ignored"
    );
}

#[test]
#[ignore = "writes the file"]
fn write_the_vectors() {
    let contents = contents().unwrap();
    fs::write(file(), &contents).unwrap();
    assert_eq!(fs::read_to_string(file()).unwrap(), contents);
}
