//! The pictures and the welcome video of a portal: what may be uploaded, and why something is not taken (S6, S11).

use crate::files::FileError;

/// The most bytes of a picture that is uploaded: 1 MiB.
pub const PICTURE_MAX_BYTES: u64 = 1024 * 1024;
/// The most bytes of a welcome video: 20 MiB.
pub const VIDEO_MAX_BYTES: u64 = 20 * 1024 * 1024;
/// How long a welcome video may be, in seconds.
pub const VIDEO_MAX_SECONDS: u64 = 30;

/// Which picture of the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PictureKind {
    /// The square one: beside the portal's name, and in the browser's tab.
    Icon,
    /// The wide one: on the login page and in mails.
    Logo,
}

/// A type of file that is none of those that are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MediaTypeError {
    /// For a picture.
    #[error("unsupported_type: a picture is image/png, image/jpeg or image/webp")]
    Picture,
    /// For a video.
    #[error("unsupported_type: a video is video/mp4")]
    Video,
}

macro_rules! media_type {
    ($(#[$meta:meta])* $name:ident, $error:expr, $($variant:ident = $text:literal),+) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub enum $name {
            $(#[doc = $text] $variant),+
        }

        impl $name {
            /// As a header says it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }

        impl TryFrom<String> for $name {
            type Error = MediaTypeError;

            fn try_from(text: String) -> Result<Self, MediaTypeError> {
                match text.as_str() { $($text => Ok(Self::$variant),)+ _ => Err($error) }
            }
        }

        impl From<$name> for String {
            fn from(it: $name) -> Self {
                it.as_str().to_owned()
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                utoipa::openapi::schema::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::SchemaType::Type(
                        utoipa::openapi::schema::Type::String,
                    ))
                    .enum_values(Some([$($text),+]))
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {}
    };
}

media_type!(
    /// What a picture says it is.
    PictureType,
    MediaTypeError::Picture,
    Png = "image/png",
    Jpeg = "image/jpeg",
    Webp = "image/webp"
);
media_type!(
    /// What a video says it is.
    VideoType,
    MediaTypeError::Video,
    Mp4 = "video/mp4"
);

/// Why a picture or a video has no acceptable size. The message begins with the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MediaSizeError {
    /// There is nothing in it.
    #[error(transparent)]
    Empty(FileError),
    /// A picture above its limit.
    #[error("picture_too_large: at most {PICTURE_MAX_BYTES} bytes")]
    Picture,
    /// A video above its limit.
    #[error("video_too_large: at most {VIDEO_MAX_BYTES} bytes")]
    Video,
}

macro_rules! media_size {
    ($(#[$meta:meta])* $name:ident, $max:expr, $error:expr) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "u64", into = "u64")]
        pub struct $name(u64);

        impl $name {
            /// The size in bytes.
            #[must_use]
            pub const fn bytes(self) -> u64 {
                self.0
            }
        }

        impl TryFrom<u64> for $name {
            type Error = MediaSizeError;

            fn try_from(size_bytes: u64) -> Result<Self, MediaSizeError> {
                match size_bytes {
                    0 => Err(MediaSizeError::Empty(FileError::EmptyFile)),
                    1..=$max => Ok(Self(size_bytes)),
                    _ => Err($error),
                }
            }
        }

        impl From<$name> for u64 {
            fn from(size: $name) -> Self {
                size.0
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, SchemaType, Type};
                ObjectBuilder::new()
                    .schema_type(SchemaType::Type(Type::Integer))
                    .format(Some(SchemaFormat::KnownFormat(KnownFormat::Int64)))
                    .minimum(Some(1))
                    .maximum(Some($max))
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {}
    };
}

media_size!(
    /// The size of a picture in bytes: 1 to [`PICTURE_MAX_BYTES`].
    PictureSize,
    PICTURE_MAX_BYTES,
    MediaSizeError::Picture
);
media_size!(
    /// The size of a video in bytes: 1 to [`VIDEO_MAX_BYTES`].
    VideoSize,
    VIDEO_MAX_BYTES,
    MediaSizeError::Video
);

/// Why what was uploaded is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MediaRefusal {
    /// Its content is not of the type that it was declared to be.
    WrongType,
    /// It is cut off or damaged.
    Unreadable,
    /// Something that is no part of it stands behind it.
    BytesBehind,
    /// It has too many pixels.
    TooManyPixels,
    /// It is no H.264 video, or its sound is not AAC.
    WrongCodec,
    /// It is longer than [`VIDEO_MAX_SECONDS`].
    TooLong,
    /// It could not be checked, several times over.
    NotChecked,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limits_are_exact_and_their_errors_have_codes() {
        assert_eq!(PictureSize::try_from(1_048_576).unwrap().bytes(), 1_048_576);
        assert_eq!(VideoSize::try_from(20_971_520).unwrap().bytes(), 20_971_520);
        for (error, code) in [
            (PictureSize::try_from(0).unwrap_err(), "empty_file"),
            (PictureSize::try_from(1_048_577).unwrap_err(), "picture_too_large"),
            (VideoSize::try_from(0).unwrap_err(), "empty_file"),
            (VideoSize::try_from(20_971_521).unwrap_err(), "video_too_large"),
        ] {
            assert_eq!(crate::field_code(&error.to_string()), code);
        }
    }

    #[test]
    fn only_known_types_and_kinds_are_read() {
        assert_eq!(serde_json::from_str::<PictureType>("\"image/webp\"").unwrap(), PictureType::Webp);
        for bad in ["\"image/svg+xml\"", "\"image/gif\"", "\"IMAGE/PNG\"", "\"\"", "\"image/png; a=b\""] {
            let error = serde_json::from_str::<PictureType>(bad).unwrap_err().to_string();
            assert_eq!(crate::field_code(&error), "unsupported_type", "{bad}");
        }
        assert!(serde_json::from_str::<VideoType>("\"video/webm\"").is_err());
        assert_eq!(serde_json::from_str::<PictureKind>("\"logo\"").unwrap(), PictureKind::Logo);
        assert!(serde_json::from_str::<PictureKind>("\"Logo\"").is_err());
    }
}
