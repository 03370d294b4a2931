//! How much speaks for a list's being one of reviews.

use std::collections::BTreeSet;

use super::field::Field;
use super::record::Review;
use crate::page::header::Column;

/// Evidence that makes a list one of reviews.
pub const ENOUGH: i32 = 8;

/// What a sample of a list and its columns say. `path` and `title` say whether address and headings speak of reviews.
#[must_use]
pub fn score(sample: &[Review], columns: &[Vec<Column>], path: bool, title: bool) -> i32 {
    let named: BTreeSet<Field> = columns.iter().flatten().filter_map(|column| Field::of(&column.label)).collect();
    let share = |test: fn(&Review) -> bool| sample.iter().filter(|review| test(review)).count();
    let most = |test: fn(&Review) -> bool| share(test).saturating_mul(2) >= sample.len().max(1);
    let some = |test: fn(&Review) -> bool| share(test) > 0;
    let said = |review: &Review| review.text.is_some() || review.default_text;
    if !most(said) && !named.contains(&Field::Content) {
        return 0;
    }
    // Goods have stars, titles and dates, too; only reviews are answered.
    let answerable = most(|review| review.answered.is_some())
        || some(|review| review.reply.is_some() || review.added.is_some() || review.default_text);
    if !named.contains(&Field::Content) && !answerable && !path {
        return 0;
    }
    let mut score: i32 = 0;
    let mut add = |holds: bool, points: i32| score = score.saturating_add(if holds { points } else { 0 });
    add(named.contains(&Field::Content), 4);
    add(named.contains(&Field::Stars), 2);
    add(named.contains(&Field::ReviewedAt), 1);
    add(named.contains(&Field::Reply) || named.contains(&Field::Added) || named.contains(&Field::State), 1);
    add(most(said), 2);
    add(most(|review| review.stars.is_some() || review.stars_node.is_some() || review.mood.is_some()), 3);
    add(most(|review| review.answered.is_some()), 3);
    add(some(|review| review.reply.is_some()) || some(|review| review.added.is_some()), 1);
    add(some(|review| review.default_text), 1);
    add(most(|review| review.time.is_some()), 1);
    add(most(|review| review.product.is_some()), 1);
    add(most(|review| review.order_id.is_some() || review.review_id.is_some()), 1);
    add(path, 2);
    add(title, 1);
    score
}
