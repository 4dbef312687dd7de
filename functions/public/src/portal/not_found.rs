//! The neutral page where no portal is: the same bytes for a name that nobody has and for a portal that is switched off.

/// Says that nothing is here, and of whom nothing.
pub(super) const PAGE: &str = r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Nothing here</title>
</head>
<body>
<main>
<h1>There is no portal at this address</h1>
<p>Look at the address again, or open the link in the newest mail from your accountants.</p>
</main>
</body>
</html>
"#;
