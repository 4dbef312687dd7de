//! Answers of SES that get lost: the mail has left, and whoever sent it never hears of it.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use aws_smithy_runtime_api::client::{
    http::{
        HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient,
        SharedHttpConnector,
    },
    orchestrator::HttpRequest,
    result::ConnectorError,
    runtime_components::RuntimeComponents,
};

/// Loses answers of SES, each request's together with those of its repeats by the SDK.
#[derive(Debug, Clone)]
pub(crate) struct LosesAnswers {
    inner: SharedHttpClient,
    asked: Arc<AtomicUsize>,
    lost: std::ops::Range<usize>,
}

impl LosesAnswers {
    /// Loses the answers to the requests of these numbers, from 0.
    pub(crate) fn new(lost: std::ops::Range<usize>) -> Self {
        let inner = aws_smithy_http_client::Builder::new().build_http();
        Self { inner, asked: Arc::default(), lost }
    }
}

impl HttpClient for LosesAnswers {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        let inner = self.inner.http_connector(settings, components);
        SharedHttpConnector::new(Losing { inner, client: self.clone() })
    }
}

#[derive(Debug)]
struct Losing {
    inner: SharedHttpConnector,
    client: LosesAnswers,
}

impl HttpConnector for Losing {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let is_mail = request.uri().contains("/v2/email/outbound-emails");
        let answer = self.inner.call(request);
        if !is_mail || !self.client.lost.contains(&self.client.asked.fetch_add(1, Ordering::SeqCst)) {
            return answer;
        }
        HttpConnectorFuture::new(async move {
            answer.await?;
            Err(ConnectorError::other("the answer is lost".into(), None))
        })
    }
}
