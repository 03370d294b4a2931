//! What has changed for the agent, by version: told once in the popup after an update, never in a tab of its own.

/// Each version that changed something for the agent, the oldest first, with the key of the words that say it. A version without an entry is
/// silent.
pub const NEWS: &[(&str, &str)] = &[];

/// The keys of what is new in `news` up to `now` for somebody who was told of `told` last; nothing where that is unknown.
#[must_use]
pub fn since(news: &[(&'static str, &'static str)], told: Option<&str>, now: &str) -> Vec<&'static str> {
    let Some(told) = told.map(numbers) else { return Vec::new() };
    let now = numbers(now);
    let fresh = |version: &str| (told.clone()..=now.clone()).contains(&numbers(version)) && numbers(version) != told;
    news.iter().filter(|(version, _)| fresh(version)).map(|(_, words)| *words).collect()
}

/// `0.10.2` as numbers, so that ten comes after nine.
fn numbers(version: &str) -> Vec<u32> {
    version.split('.').map(|part| part.parse().unwrap_or(0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOME: &[(&str, &str)] = &[("0.2.0", "a"), ("0.9.0", "b"), ("0.10.0", "c")];

    #[test]
    fn only_what_came_since_is_told() {
        assert_eq!(since(SOME, Some("0.2.0"), "0.10.0"), ["b", "c"]);
        assert_eq!(since(SOME, Some("0.9.3"), "0.9.4"), [""; 0]);
        assert_eq!(since(SOME, Some("0.1.0"), "0.9.0"), ["a", "b"], "what is to come is not told");
    }

    #[test]
    fn who_has_just_installed_it_is_told_nothing() {
        assert_eq!(since(SOME, None, "0.10.0"), [""; 0]);
        assert_eq!(since(SOME, Some("0.10.0"), "0.10.0"), [""; 0]);
    }

    #[test]
    fn every_note_has_words_and_a_version_that_is_out() {
        for (version, words) in NEWS {
            assert!(crate::words::exists(words), "{words}");
            assert!(numbers(version) <= numbers(env!("CARGO_PKG_VERSION")), "{version}");
        }
        assert!(NEWS.windows(2).all(|pair| numbers(pair[0].0) < numbers(pair[1].0)));
    }
}
