//! Addresses: which ones are gone to, and which are on one server.

use ureq::http::Uri;

/// An address this program goes to: http or https, a host, no user's name.
pub(super) fn address(text: &str) -> Option<Uri> {
    let uri: Uri = text.parse().ok()?;
    let known = matches!(uri.scheme_str(), Some("http" | "https"));
    let plain = uri.authority().is_some_and(|authority| !authority.as_str().contains('@'));
    (known && plain && uri.host().is_some_and(|host| !host.is_empty())).then_some(uri)
}

/// Where a redirect leads: a whole address, or a path on the same host.
pub(super) fn resolve(from: &Uri, to: &str) -> Option<Uri> {
    if to.starts_with('/') && !to.starts_with("//") {
        let (scheme, authority) = (from.scheme_str()?, from.authority()?);
        return address(&format!("{scheme}://{authority}{to}"));
    }
    address(to)
}

/// Whether two addresses are on one server: scheme, host and port.
pub(super) fn same_host(a: &Uri, b: &Uri) -> bool {
    let of = |uri: &Uri| {
        let port = uri.port_u16().unwrap_or(if uri.scheme_str() == Some("https") { 443 } else { 80 });
        (uri.scheme_str().map(str::to_owned), uri.host().map(str::to_ascii_lowercase), port)
    };
    of(a) == of(b)
}

/// Whether a host is this machine.
pub(super) fn is_here(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}

#[cfg(test)]
mod tests {
    use super::{address, resolve, same_host};

    #[test]
    fn redirects_lead_to_web_addresses_only() {
        let from = address("https://hub.example/a/b").unwrap();
        let to = |text| resolve(&from, text).map(|uri| uri.to_string());
        assert_eq!(to("/c?d=e").as_deref(), Some("https://hub.example/c?d=e"));
        assert_eq!(to("https://cdn.example/x").as_deref(), Some("https://cdn.example/x"));
        for wrong in
            ["file:///etc/passwd", "ftp://x/y", "//cdn.example/x", "x", "", "https://u:p@x/", "https:///x", "\u{1}"]
        {
            assert_eq!(to(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn a_token_stays_on_its_server() {
        let hub = address("https://hub.example/a").unwrap();
        let same = |text| same_host(&hub, &address(text).unwrap());
        assert!(same("https://HUB.example:443/other"));
        for other in ["http://hub.example/", "https://hub.example:8443/", "https://hub.example.evil/", "https://cdn/"] {
            assert!(!same(other), "{other}");
        }
    }
}
