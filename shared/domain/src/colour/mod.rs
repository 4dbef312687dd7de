//! Brand colours that stay readable (S6).
//!
//! From the one colour that an office picks comes a [`Palette`] for light and dark. The web apps have a
//! twin of this in TypeScript for the preview; both are tested on `web/packages/brand/vectors.json`.
//!
//! # The algorithm, step by step
//!
//! All numbers are 64-bit floats.
//!
//! 1. **Linear light.** A channel `v` (0–255) becomes `c = v / 255`, then `c / 12.92` if
//!    `c ≤ 0.04045`, else `((c + 0.055) / 1.055) ^ 2.4`. Back: the byte whose linear value is nearest
//!    once encoded again, halves up: `floor(255 · encode(x) + 0.5)` with `encode(x) = 12.92 · x` for
//!    `x ≤ 0.0031308`, else `1.055 · x ^ (1 / 2.4) − 0.055`, after clamping `x` to 0–1.
//! 2. **Contrast** of two colours is that of WCAG 2: `Y = 0.2126 r + 0.7152 g + 0.0722 b` of the linear
//!    channels, and `(Y₁ + 0.05) / (Y₂ + 0.05)` with the greater above. A ratio that is shown is cut
//!    (not rounded) to two decimals: `floor(ratio · 100) / 100`.
//! 3. **Text on a colour** (`on_brand`, `on_brand_ui`) is white if white's contrast is at least black's,
//!    else black. The better of the two is never under 4.58:1.
//! 4. **Surfaces.** Light is measured on `#efefec`, dark on `#24282b`: of all surfaces of the apps these
//!    are the least favourable, so what holds there holds on each.
//! 5. **Targets.** `link` needs 4.5:1 and `brand_ui` 3:1 on the surface. A brand that reaches the target
//!    is taken as it is.
//! 6. **Moving.** Otherwise the brand goes to `OKLab` as `(L, a, b)`, by the matrices and
//!    cube roots that the file `oklab.rs` spells out. For `k = 1, 2, 3 …`
//!    the candidate has the lightness `L − 0.004 k` in light and `L + 0.004 k` in dark, cut to 0–1,
//!    and the same `a` and `b`, both times a factor `f` that brings it into sRGB: `f = 1` if all three
//!    linear channels are within −0.0001 and 1.0001; else `f` is the lower end after 12 halvings of
//!    the interval from 0 to 1, where the half whose end is inside sRGB is kept (inside: the lower end
//!    rises to the middle, outside: the upper end falls to it). The candidate is rounded to bytes,
//!    and the first whose contrast **after rounding** reaches the target is the result. Black and
//!    white at the ends always do.

mod oklab;

use std::sync::LazyLock;

use oklab::Oklab;

/// A colour of sRGB: `#` and six hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour([u8; 3]);

/// The text is no colour. The message begins with the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("invalid_colour: a colour is # and six hexadecimal digits")]
pub struct InvalidColour;

impl InvalidColour {
    /// The stable code for API answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        "invalid_colour"
    }
}

impl Colour {
    /// `#000000`.
    pub const BLACK: Self = Self([0; 3]);
    /// `#ffffff`.
    pub const WHITE: Self = Self([255; 3]);
    /// `#1f6f5c`, the brand of an office that has picked none.
    pub const DEFAULT_BRAND: Self = Self([0x1f, 0x6f, 0x5c]);

    /// The colour of these red, green and blue bytes.
    #[must_use]
    pub const fn from_rgb(rgb: [u8; 3]) -> Self {
        Self(rgb)
    }

    /// The red, green and blue bytes.
    #[must_use]
    pub const fn rgb(self) -> [u8; 3] {
        self.0
    }

    /// Reads `#rrggbb`, in upper or lower case.
    ///
    /// # Errors
    /// [`InvalidColour`] for anything else.
    pub fn parse(text: &str) -> Result<Self, InvalidColour> {
        let digits = text.strip_prefix('#').ok_or(InvalidColour)?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(InvalidColour);
        }
        let bits = u32::from_str_radix(digits, 16).map_err(|_| InvalidColour)?;
        let [_, red, green, blue] = bits.to_be_bytes();
        Ok(Self([red, green, blue]))
    }

    /// The contrast with `other` by WCAG 2, from 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Black or white, whichever reads better on this colour.
    #[must_use]
    pub fn text_on(self) -> Self {
        if self.contrast(Self::WHITE) >= self.contrast(Self::BLACK) { Self::WHITE } else { Self::BLACK }
    }

    fn linear(self) -> [f64; 3] {
        self.0.map(|byte| {
            let table = &*LINEAR;
            table.get(usize::from(byte)).copied().unwrap_or_default()
        })
    }

    fn from_linear(channels: [f64; 3]) -> Self {
        Self(channels.map(|channel| {
            // So many midpoints lie below: that is the nearest byte.
            let nearest = MIDPOINTS.partition_point(|midpoint| *midpoint <= channel);
            u8::try_from(nearest).unwrap_or(u8::MAX)
        }))
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

/// The linear value of each byte.
static LINEAR: LazyLock<[f64; 256]> = LazyLock::new(|| {
    let mut byte = 0.0;
    [(); 256].map(|()| {
        let linear = decode(byte / 255.0);
        byte += 1.0;
        linear
    })
});

/// The linear value halfway, as encoded, between each byte and the next.
static MIDPOINTS: LazyLock<[f64; 255]> = LazyLock::new(|| {
    let mut byte = 0.5;
    [(); 255].map(|()| {
        let linear = decode(byte / 255.0);
        byte += 1.0;
        linear
    })
});

fn decode(encoded: f64) -> f64 {
    if encoded <= 0.04045 { encoded / 12.92 } else { ((encoded + 0.055) / 1.055).powf(2.4) }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl std::fmt::Debug for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

impl std::str::FromStr for Colour {
    type Err = InvalidColour;

    fn from_str(text: &str) -> Result<Self, InvalidColour> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Colour {
    type Error = InvalidColour;

    fn try_from(text: String) -> Result<Self, InvalidColour> {
        Self::parse(&text)
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.to_string()
    }
}

impl utoipa::PartialSchema for Colour {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::schema::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::SchemaType::Type(utoipa::openapi::schema::Type::String))
            .description(Some("A colour of sRGB; answers write it in lower case."))
            .pattern(Some("^#[0-9a-fA-F]{6}$"))
            .examples(["#1f6f5c"])
            .into()
    }
}

impl utoipa::ToSchema for Colour {}

/// The surface of the light scheme on which colours read worst.
pub const LIGHT_SURFACE: Colour = Colour([0xef, 0xef, 0xec]);
/// The surface of the dark scheme on which colours read worst.
pub const DARK_SURFACE: Colour = Colour([0x24, 0x28, 0x2b]);
/// The least contrast of text with its surface (WCAG 2.2, 1.4.3).
pub const TEXT_CONTRAST: f64 = 4.5;
/// The least contrast of parts of controls with their surface (WCAG 2.2, 1.4.11).
pub const UI_CONTRAST: f64 = 3.0;

const LIGHTNESS_STEP: f64 = 0.004;

/// All colours that come of one brand.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
pub struct Palette {
    /// What the office picked: for large areas.
    pub brand: Colour,
    /// Black or white: text on `brand`.
    pub on_brand: Colour,
    /// For the light scheme.
    pub light: SchemeColours,
    /// For the dark scheme.
    pub dark: SchemeColours,
}

/// The colours of one scheme.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
pub struct SchemeColours {
    /// For links and other text, at least 4.5:1.
    pub link: DerivedColour,
    /// For buttons, borders and marks, at least 3:1.
    pub brand_ui: DerivedColour,
    /// Black or white: text on `brand_ui`.
    pub on_brand_ui: Colour,
}

/// A colour and what it took to make it readable: "darkened for links: 2.4:1 → 4.6:1".
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
pub struct DerivedColour {
    /// The readable colour; the brand itself if that is readable.
    pub colour: Colour,
    /// The brand's contrast with the surface, cut to two decimals.
    pub brand_contrast: f64,
    /// This colour's contrast with the surface, cut to two decimals.
    pub contrast: f64,
}

impl Palette {
    /// Derives the colours of `brand`.
    #[must_use]
    pub fn derive(brand: Colour) -> Self {
        Self {
            brand,
            on_brand: brand.text_on(),
            light: scheme(brand, LIGHT_SURFACE, -LIGHTNESS_STEP),
            dark: scheme(brand, DARK_SURFACE, LIGHTNESS_STEP),
        }
    }
}

fn scheme(brand: Colour, surface: Colour, step: f64) -> SchemeColours {
    let brand_ui = readable(brand, surface, UI_CONTRAST, step);
    SchemeColours {
        link: readable(brand, surface, TEXT_CONTRAST, step),
        brand_ui,
        on_brand_ui: brand_ui.colour.text_on(),
    }
}

fn readable(brand: Colour, surface: Colour, target: f64, step: f64) -> DerivedColour {
    let mut colour = brand;
    let mut steps = 0.0;
    let lab = Oklab::of(brand.linear());
    while colour.contrast(surface) < target {
        steps += 1.0;
        let lightness = lab.lightness + step * steps;
        colour = Colour::from_linear(lab.with_lightness(lightness.clamp(0.0, 1.0)).in_srgb());
        if !(0.0..=1.0).contains(&lightness) {
            break;
        }
    }
    let cut = |ratio: f64| (ratio * 100.0).floor() / 100.0;
    DerivedColour {
        colour,
        brand_contrast: cut(brand.contrast(surface)),
        contrast: cut(colour.contrast(surface)),
    }
}

#[cfg(test)]
mod tests;
