//! May the name of the goods stand before the buyer's words, and is a thing said already?

use crate::pack::Script;
use crate::review::goods;
use crate::review::pack::About;
use crate::review::telling::telling;

/// Do the buyer's words name the goods themselves, wholly or by their last letter ("虾都臭了" of crayfish)? Then the name is not said twice.
pub(super) fn speaks_of(quote: &str, item: &str) -> bool {
    let letters: Vec<char> = item.chars().collect();
    let two = letters.windows(2).any(|two| quote.contains(&String::from_iter(two)));
    two || letters.last().is_some_and(|last| quote.contains(*last))
}

/// Is it said already, in nearly the same letters?
pub(super) fn repeats(says: &[(About, &str)], say: &str) -> bool {
    let length = say.chars().count();
    says.iter().any(|(_, known)| {
        let shared = say.chars().filter(|letter| known.contains(*letter)).count();
        length >= 4 && shared.saturating_mul(4) >= length.saturating_mul(3)
    })
}

/// Do the words name some goods first ("衣服拿出来一股味" of a dress)? Two names side by side read as one thing of another.
pub(super) fn begins_with_goods(quote: &str, script: Script) -> bool {
    let head: String = quote.chars().take(4).collect();
    goods::nouns_of(&head, script).first().is_some_and(|noun| noun.chars().count() > 1 && head.starts_with(noun))
}

/// Would the name and the words after it read as another word ("牛肉干" and "净重")?
pub(super) fn fuses(item: &str, quote: &str) -> bool {
    let meet = item.chars().last().into_iter().chain(quote.chars().next());
    telling().fused.contains(&String::from_iter(meet).as_str())
}

/// Do the words name the goods already?
pub(super) fn names_it(words: &str, item: &str) -> bool {
    speaks_of(words, item)
}
