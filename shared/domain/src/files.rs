//! What may be uploaded, and who sees it.

/// The most bytes of one file in a thread: 10 MiB, for clients and members alike (S34).
pub const THREAD_FILE_MAX_BYTES: u64 = 10 * 1024 * 1024;

/// The size of a file in bytes that may be stored in a thread: 1 to [`THREAD_FILE_MAX_BYTES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "u64", into = "u64")]
pub struct FileSize(u64);

/// Why a file is not taken. The message begins with the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// There is nothing in it.
    #[error("empty_file: the file is empty")]
    EmptyFile,
    /// It is larger than the limit.
    #[error("file_too_large: at most {max_bytes} bytes; send a larger file in parts or as a link")]
    FileTooLarge {
        /// The limit.
        max_bytes: u64,
    },
}

impl FileError {
    /// The stable code for API answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::EmptyFile => "empty_file",
            Self::FileTooLarge { .. } => "file_too_large",
        }
    }
}

impl FileSize {
    /// Checks a declared size against the limit of a thread's file.
    ///
    /// # Errors
    /// [`FileError::EmptyFile`] for 0, [`FileError::FileTooLarge`] from one byte above the limit.
    pub const fn parse(size_bytes: u64) -> Result<Self, FileError> {
        match size_bytes {
            0 => Err(FileError::EmptyFile),
            1..=THREAD_FILE_MAX_BYTES => Ok(Self(size_bytes)),
            _ => Err(FileError::FileTooLarge { max_bytes: THREAD_FILE_MAX_BYTES }),
        }
    }

    /// The size in bytes.
    #[must_use]
    pub const fn bytes(self) -> u64 {
        self.0
    }
}

impl TryFrom<u64> for FileSize {
    type Error = FileError;

    fn try_from(size_bytes: u64) -> Result<Self, FileError> {
        Self::parse(size_bytes)
    }
}

impl From<FileSize> for u64 {
    fn from(size: FileSize) -> Self {
        size.0
    }
}

impl utoipa::PartialSchema for FileSize {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::schema::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::SchemaType::Type(utoipa::openapi::schema::Type::Integer))
            .description(Some("The size of a file in bytes."))
            .format(Some(utoipa::openapi::schema::SchemaFormat::KnownFormat(
                utoipa::openapi::schema::KnownFormat::Int64,
            )))
            .minimum(Some(1))
            .maximum(Some(THREAD_FILE_MAX_BYTES))
            .examples([204_800])
            .into()
    }
}

impl utoipa::ToSchema for FileSize {}

/// Who sees a message or a file of a thread. What is internal never leaves the office (S38, S39).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Visibility {
    /// Members only.
    #[default]
    Internal,
    /// The client's contacts too.
    Portal,
}

impl Visibility {
    /// Whether a contact may be shown it.
    #[must_use]
    pub const fn is_shown_to_contacts(self) -> bool {
        matches!(self, Self::Portal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_ten_mebibytes_are_taken_and_one_byte_more_is_not() {
        assert_eq!(FileSize::parse(10_485_760).unwrap().bytes(), 10_485_760);
        assert_eq!(FileSize::parse(1).unwrap().bytes(), 1);
        for (size_bytes, code) in
            [(0, "empty_file"), (10_485_761, "file_too_large"), (u64::MAX, "file_too_large")]
        {
            let error = FileSize::parse(size_bytes).unwrap_err();
            assert_eq!(error.code(), code);
            assert_eq!(crate::field_code(&error.to_string()), code);
        }
    }

    #[test]
    fn json_checks_the_size() {
        assert_eq!(serde_json::from_str::<FileSize>("5").unwrap().bytes(), 5);
        assert_eq!(serde_json::to_string(&FileSize(5)).unwrap(), "5");
        for bad in ["0", "10485761", "-1", "1.5", "\"5\""] {
            assert!(serde_json::from_str::<FileSize>(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn internal_is_the_default_and_is_not_shown_to_contacts() {
        assert_eq!(Visibility::default(), Visibility::Internal);
        assert!(!Visibility::Internal.is_shown_to_contacts());
        assert!(Visibility::Portal.is_shown_to_contacts());
        assert_eq!(serde_json::to_string(&Visibility::Portal).unwrap(), "\"portal\"");
    }
}
