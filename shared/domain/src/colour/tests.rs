use proptest::prelude::*;

use super::*;

fn colour(text: &str) -> Colour {
    Colour::parse(text).unwrap()
}

#[test]
fn a_colour_is_written_in_lower_case() {
    assert_eq!(colour("#Ff8800").to_string(), "#ff8800");
    assert_eq!(colour("#ff8800").rgb(), [255, 136, 0]);
    let json = serde_json::to_string(&colour("#ABCDEF")).unwrap();
    assert_eq!(json, "\"#abcdef\"");
    for bad in [
        "",
        "#",
        "ff8800",
        "#f80",
        "#ff88000",
        "#ff880g",
        "#ff880\u{e9}",
        " #ff8800",
        "#+f8800",
        "red",
        "#ff88001",
    ] {
        assert_eq!(Colour::parse(bad), Err(InvalidColour), "{bad}");
    }
    assert_eq!(crate::field_code(&InvalidColour.to_string()), InvalidColour.code());
}

#[test]
fn contrast_is_that_of_wcag() {
    let close = |a: f64, b: f64| (a - b).abs() < 0.005;
    assert!(close(Colour::BLACK.contrast(Colour::WHITE), 21.0));
    assert!(close(Colour::WHITE.contrast(Colour::WHITE), 1.0));
    assert!(close(colour("#777777").contrast(Colour::WHITE), 4.48));
    assert!(close(colour("#ff8800").contrast(Colour::WHITE), 2.39));
    assert!(close(colour("#0000ff").contrast(Colour::WHITE), 8.59));
}

#[test]
fn every_byte_is_its_own_nearest() {
    for byte in 0..=u8::MAX {
        let grey = Colour::from_rgb([byte; 3]);
        assert_eq!(Colour::from_linear(grey.linear()), grey);
    }
    assert_eq!(Colour::from_linear([-1.0, 0.5, 2.0]).rgb(), [0, 188, 255]);
}

#[test]
fn a_readable_brand_is_taken_as_it_is() {
    let palette = Palette::derive(Colour::DEFAULT_BRAND);
    assert_eq!(palette.brand, Colour::DEFAULT_BRAND);
    assert_eq!(palette.on_brand, Colour::WHITE);
    assert_eq!(palette.light.link.colour, Colour::DEFAULT_BRAND);
    assert_eq!(palette.light.brand_ui.colour, Colour::DEFAULT_BRAND);
    assert_ne!(palette.dark.link.colour, Colour::DEFAULT_BRAND);
}

#[test]
fn an_orange_brand_is_darkened_for_links_and_the_contrast_is_told() {
    let palette = Palette::derive(colour("#ff8800"));
    assert_eq!(palette.on_brand, Colour::BLACK);
    let link = palette.light.link;
    assert!((link.brand_contrast - 2.08).abs() < 0.011, "{link:?}");
    assert!((4.5..4.7).contains(&link.contrast), "{link:?}");
    let [red, green, blue] = link.colour.rgb();
    assert!(red > green && green > blue, "still orange: {link:?}");
    assert_eq!(palette.dark.link.colour, colour("#ff8800"));
}

#[test]
fn what_is_measured_are_the_least_favourable_surfaces() {
    for light in ["#ffffff", "#f7f7f5", "#f6f5f2", "#f1f1ee", "#efefec"] {
        assert!(colour(light).luminance() >= LIGHT_SURFACE.luminance(), "{light}");
    }
    for dark in ["#0e1011", "#131517", "#16181d", "#1c1f22", "#24282b"] {
        assert!(colour(dark).luminance() <= DARK_SURFACE.luminance(), "{dark}");
    }
}

fn check(brand: Colour) {
    let palette = Palette::derive(brand);
    assert_eq!(palette.brand, brand);
    assert!(brand.contrast(palette.on_brand) >= 4.58, "{brand}");
    for (scheme, surface) in [(palette.light, LIGHT_SURFACE), (palette.dark, DARK_SURFACE)] {
        assert!(scheme.link.colour.contrast(surface) >= 4.5, "{palette:?}");
        assert!(scheme.brand_ui.colour.contrast(surface) >= 3.0, "{palette:?}");
        assert!(scheme.on_brand_ui.contrast(scheme.brand_ui.colour) >= 4.58, "{palette:?}");
        for (derived, target) in [(scheme.link, 4.5), (scheme.brand_ui, 3.0)] {
            let was_readable = brand.contrast(surface) >= target;
            assert_eq!(derived.colour == brand, was_readable, "{palette:?}");
            assert!(derived.contrast >= target, "{palette:?}");
            // Moved no farther than needed: a step of lightness is at most a few tenths.
            assert!(was_readable || derived.contrast < target + 0.25, "{palette:?}");
        }
    }
}

#[test]
fn every_colour_of_a_grid_becomes_readable() {
    let mut checked = 0;
    for red in (0..=255).step_by(17) {
        for green in (0..=255).step_by(17) {
            for blue in (0..=255).step_by(17) {
                check(Colour::from_rgb([red, green, blue]));
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 4_096);
}

#[test]
fn every_grey_becomes_readable_and_stays_grey() {
    for byte in 0..=u8::MAX {
        let brand = Colour::from_rgb([byte; 3]);
        check(brand);
        for scheme in [Palette::derive(brand).light, Palette::derive(brand).dark] {
            let [red, green, blue] = scheme.link.colour.rgb();
            assert!(red.abs_diff(green) <= 1 && green.abs_diff(blue) <= 1, "{scheme:?}");
        }
    }
}

proptest! {
    #[test]
    fn every_colour_becomes_readable(rgb: [u8; 3]) {
        check(Colour::from_rgb(rgb));
    }

    #[test]
    fn every_colour_is_read_back(rgb: [u8; 3]) {
        let colour = Colour::from_rgb(rgb);
        prop_assert_eq!(Colour::parse(&colour.to_string().to_uppercase()), Ok(colour));
    }

    #[test]
    fn no_text_makes_the_parser_panic(text in "#?\\PC{0,8}") {
        if let Ok(colour) = Colour::parse(&text) {
            prop_assert_eq!(colour.to_string(), text.to_ascii_lowercase());
        }
    }
}
