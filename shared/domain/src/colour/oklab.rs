//! `OKLab` (Björn Ottosson, 2020): a space in which lightness can be moved and hue stays what it was.

const HALVINGS: u32 = 12;
const TOLERANCE: f64 = 0.0001;

/// A colour by lightness (0 black, 1 white) and two axes of hue and chroma.
#[derive(Clone, Copy, Debug)]
pub(super) struct Oklab {
    pub(super) lightness: f64,
    /// From green to red.
    a: f64,
    /// From blue to yellow.
    b: f64,
}

impl Oklab {
    /// From linear red, green and blue.
    pub(super) fn of([red, green, blue]: [f64; 3]) -> Self {
        let l = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let m = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let s = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        Self {
            lightness: 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
            a: 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
            b: 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
        }
    }

    pub(super) const fn with_lightness(self, lightness: f64) -> Self {
        Self { lightness, ..self }
    }

    /// Linear red, green and blue between 0 and 1, with as much of the chroma as fits.
    pub(super) fn in_srgb(self) -> [f64; 3] {
        let full = self.with_chroma_times(1.0);
        let channels = if is_inside(full) {
            full
        } else {
            let (mut inside, mut outside) = (0.0, 1.0);
            for _ in 0..HALVINGS {
                let middle = f64::midpoint(inside, outside);
                if is_inside(self.with_chroma_times(middle)) {
                    inside = middle;
                } else {
                    outside = middle;
                }
            }
            self.with_chroma_times(inside)
        };
        channels.map(|channel| channel.clamp(0.0, 1.0))
    }

    fn with_chroma_times(self, factor: f64) -> [f64; 3] {
        let (green_red, blue_yellow) = (self.a * factor, self.b * factor);
        let cone = |by_green_red: f64, by_blue_yellow: f64| {
            let root = self.lightness + by_green_red * green_red + by_blue_yellow * blue_yellow;
            root * root * root
        };
        let l = cone(0.396_337_777_4, 0.215_803_757_3);
        let m = cone(-0.105_561_345_8, -0.063_854_172_8);
        let s = cone(-0.089_484_177_5, -1.291_485_548_0);
        [
            4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
            -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
            -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
        ]
    }
}

fn is_inside(channels: [f64; 3]) -> bool {
    channels.iter().all(|channel| (-TOLERANCE..=1.0 + TOLERANCE).contains(channel))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_black_and_a_known_colour_have_their_published_values() {
        let close = |a: f64, b: f64| (a - b).abs() < 1e-4;
        assert!(close(Oklab::of([1.0; 3]).lightness, 1.0));
        assert!(close(Oklab::of([0.0; 3]).lightness, 0.0));
        let red = Oklab::of([1.0, 0.0, 0.0]);
        assert!(close(red.lightness, 0.627_96));
        assert!(close(red.a, 0.224_86));
        assert!(close(red.b, 0.125_85));
    }

    #[test]
    fn going_there_and_back_keeps_the_colour() {
        for colour in [[0.2, 0.4, 0.6], [1.0, 1.0, 0.0], [0.0, 0.0, 1.0]] {
            let back = Oklab::of(colour).in_srgb();
            for (a, b) in colour.iter().zip(back) {
                assert!((a - b).abs() < 1e-4, "{colour:?} {back:?}");
            }
        }
    }

    #[test]
    fn what_does_not_fit_loses_chroma() {
        let blue = Oklab::of([0.0, 0.0, 1.0]).with_lightness(0.95);
        assert!(!is_inside(blue.with_chroma_times(1.0)));
        let fitted = blue.in_srgb();
        assert!(is_inside(fitted));
        let [red, _, blue] = fitted;
        assert!(blue > red);
    }
}
