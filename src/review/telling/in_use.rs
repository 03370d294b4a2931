//! Words that tell of use before the fault showed: `[use]` of `packs/telling/words.toml`.

use super::telling;
use crate::text::packed::Packed;

/// Letters; the names are those of the pack.
#[derive(Debug, Default)]
pub struct UseWords {
    uses: &'static str,
    after: &'static str,
    times: &'static str,
}

impl UseWords {
    /// As they lie in the program.
    pub(super) fn read(from: &mut Packed) -> Self {
        Self { uses: from.text(), after: from.text(), times: from.text() }
    }
}

/// Do the words tell of use before the fault showed ("穿了三天", "用不到兩週")? Then nothing was wrong "from the first".
#[must_use]
pub fn shows_in_use(words: &str) -> bool {
    const NEAR: usize = 6;
    let lists = &telling().in_use;
    let letters: Vec<char> = words.chars().collect();
    letters.iter().enumerate().any(|(place, letter)| {
        let rest = letters.iter().skip(place.saturating_add(1)).take(NEAR);
        let here: Vec<char> = rest.take_while(|next| next.is_alphanumeric()).copied().collect();
        lists.uses.contains(*letter)
            && here.first().is_some_and(|next| lists.after.contains(*next))
            && here.iter().any(|next| lists.times.contains(*next))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn use_is_told_from_arrival() {
        assert!(shows_in_use("穿了三天鞋底就开胶") && shows_in_use("用不到兩週接頭就鬆了"));
        assert!(!shows_in_use("扣子掉了两颗") && !shows_in_use("等了三天，用着还行"));
    }
}
