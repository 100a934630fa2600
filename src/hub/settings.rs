//! Where the hub is and how it is reached, by the environment.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use super::HubError;
use crate::engine::store::HubCache;

/// The hub where `HF_ENDPOINT` names none.
const HUB: &str = "https://huggingface.co";

/// Where the hub is and how it is reached.
#[derive(Clone, Debug)]
pub struct HubSettings {
    /// Its address, without a `/` at the end.
    pub endpoint: String,
    /// What it knows the user by. It goes to the endpoint's own host only.
    pub token: Option<String>,
    /// The proxy, if one was named. The system's proxies are not used.
    pub proxy: Option<String>,
    /// Certificates to trust in place of the built-in ones.
    pub certificates: Option<PathBuf>,
    /// How long to wait, how often to try.
    pub patience: Patience,
}

/// How long to wait, how often to try.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Tries in a row that bring nothing before it is given up.
    pub tries: u32,
    /// The wait before the second of them; each later one is twice as long.
    pub wait: Duration,
    /// How long a connection may be silent.
    pub silence: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { tries: 5, wait: Duration::from_secs(1), silence: Duration::from_secs(30) }
    }
}

impl HubSettings {
    /// The settings by a given environment: `HF_ENDPOINT`, `HF_TOKEN` (else the token that `hf auth login` left),
    /// `TSUKUROI_PROXY`, `SSL_CERT_FILE`.
    ///
    /// # Errors
    /// When one of them cannot be used. A token is never shown.
    pub fn of(variable: &dyn Fn(&str) -> Option<OsString>, cache: Option<&HubCache>) -> Result<Self, HubError> {
        let text = |key: &'static str| -> Result<Option<String>, HubError> {
            match variable(key).filter(|value| !value.is_empty()).map(OsString::into_string) {
                None => Ok(None),
                Some(Ok(text)) => Ok(Some(text)),
                Some(Err(_)) => Err(HubError::Settings { what: key, why: "UTF-8".to_owned() }),
            }
        };
        let endpoint = text("HF_ENDPOINT")?.unwrap_or_else(|| HUB.to_owned());
        let mut token = text("HF_TOKEN")?.map(|token| token.trim().to_owned());
        if token.is_none() {
            token = cache.and_then(HubCache::token);
        }
        if token.as_ref().is_some_and(|token| !token.bytes().all(|byte| byte.is_ascii_graphic())) {
            return Err(HubError::Settings { what: "HF_TOKEN", why: "ASCII".to_owned() });
        }
        Ok(Self {
            endpoint: endpoint.trim_end_matches('/').to_owned(),
            token: token.filter(|token| !token.is_empty()),
            proxy: text("TSUKUROI_PROXY")?,
            certificates: variable("SSL_CERT_FILE").filter(|value| !value.is_empty()).map(PathBuf::from),
            patience: Patience::default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::HubSettings;

    fn of(pairs: &[(&str, &str)]) -> Result<HubSettings, super::HubError> {
        let variable = |key: &str| pairs.iter().find(|(name, _)| *name == key).map(|(_, value)| OsString::from(value));
        HubSettings::of(&variable, None)
    }

    #[test]
    fn the_environment_names_the_hub_and_no_proxy_comes_unasked() {
        let plain = of(&[("HTTPS_PROXY", "http://proxy.example"), ("ALL_PROXY", "http://proxy.example")]).unwrap();
        assert_eq!((plain.endpoint.as_str(), plain.token, plain.proxy), ("https://huggingface.co", None, None));
        let own = of(&[("HF_ENDPOINT", "https://hub.example/"), ("HF_TOKEN", "hf_x\n")]).unwrap();
        assert_eq!((own.endpoint.as_str(), own.token.as_deref()), ("https://hub.example", Some("hf_x")));
    }

    #[test]
    fn a_token_that_would_forge_a_header_is_refused_and_not_shown() {
        let error = of(&[("HF_TOKEN", "secret\r\nX-Evil: 1")]).unwrap_err();
        assert!(error.message().en.contains("HF_TOKEN") && !error.message().en.contains("secret"), "{error}");
    }
}
