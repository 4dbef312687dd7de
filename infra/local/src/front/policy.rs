//! The security headers that CloudFront's response policy sets on AWS, without HSTS: one machine has no HTTPS.

use http::{HeaderMap, HeaderName, HeaderValue, header};

use crate::error::CloudError;

/// The headers of pages and assets. What the application sets itself stays.
#[derive(Clone, Debug)]
pub struct EdgePolicy {
    style_hashes: Vec<String>,
    content_security: HeaderValue,
}

impl EdgePolicy {
    /// A policy that allows no inline script, and inline styles only by hash, each written `sha256-…`.
    #[must_use]
    pub fn with_style_hashes(style_hashes: Vec<String>) -> Self {
        Self { style_hashes, content_security: HeaderValue::from_static("default-src 'none'") }
    }

    /// Lets pages reach the bucket that uploads go to and downloads come from.
    pub(super) fn for_bucket(mut self, bucket: &str) -> Result<Self, CloudError> {
        let styles = ["'self'".to_owned()].into_iter();
        let styles: Vec<String> =
            styles.chain(self.style_hashes.iter().map(|hash| format!("'{hash}'"))).collect();
        let styles = styles.join(" ");
        let policy = format!(
            "default-src 'none'; script-src 'self'; style-src {styles}; \
             img-src 'self' data: blob: {bucket}; media-src 'self' blob: {bucket}; font-src 'self'; \
             connect-src 'self' {bucket}; manifest-src 'self'; worker-src 'self'; frame-src 'self'; \
             base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'"
        );
        self.content_security = HeaderValue::from_str(&policy)
            .map_err(|_| CloudError::Front("the content security policy cannot be sent".into()))?;
        Ok(self)
    }

    /// Adds what is missing.
    pub(super) fn dress(&self, headers: &mut HeaderMap) {
        let fixed = [
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
            (HeaderName::from_static("permissions-policy"), "camera=(self), microphone=(), geolocation=()"),
            (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        ];
        for (name, value) in fixed {
            headers.entry(name).or_insert(HeaderValue::from_static(value));
        }
        headers.entry(header::CONTENT_SECURITY_POLICY).or_insert_with(|| self.content_security.clone());
    }
}
