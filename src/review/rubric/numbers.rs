//! Numbers, amounts and dates in a reply that neither the page nor the agent has given.

use super::words::lists;
use crate::review::matter::Matter;
use crate::text::normal;

/// The numbers that review, title, facts or shop give.
pub fn given(matter: &Matter<'_>) -> Vec<String> {
    let input = matter.input;
    let facts = input.facts.values().map(String::as_str);
    let known =
        [matter.words.as_str()].into_iter().chain(input.product.as_deref()).chain(facts).chain(input.shop.as_deref());
    known.flat_map(|text| numbers(&normal::normalise(text).chars)).map(|(number, _)| number).collect()
}

/// Does a reply in normal form hold a number that is not among those given?
pub fn any_unbound(given: &[String], reply: &[char]) -> bool {
    let promised = |after: &str| lists().promise.iter().any(|word| after.trim_start().starts_with(word.as_str()));
    numbers(reply).iter().any(|(number, after)| !promised(after) && !given.contains(number))
}

/// Runs of digits with what follows them.
fn numbers(letters: &[char]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut run = String::new();
    for (place, letter) in letters.iter().enumerate() {
        if letter.is_ascii_digit() {
            run.push(*letter);
        } else {
            close(&mut found, &mut run, letters.get(place..).unwrap_or_default());
        }
    }
    close(&mut found, &mut run, &[]);
    chinese(letters, &mut found);
    found
}

fn close(found: &mut Vec<(String, String)>, run: &mut String, after: &[char]) {
    if !run.is_empty() {
        found.push((std::mem::take(run), after.iter().take(6).collect()));
    }
}

/// "二十元", "三天".
fn chinese(letters: &[char], found: &mut Vec<(String, String)>) {
    let digit = |letter: char| "一二三四五六七八九十百千两".contains(letter);
    let mut run = String::new();
    for (place, letter) in letters.iter().enumerate() {
        if digit(*letter) {
            run.push(*letter);
            continue;
        }
        let unit = lists().units.contains(*letter);
        let several = run.chars().count() > 1 || run.chars().any(|letter| letter != '一');
        if !run.is_empty() && unit && several {
            found.push((run.clone(), letters.get(place..).unwrap_or_default().iter().take(6).collect()));
        }
        run.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::Platform;
    use crate::review::ReviewInput;

    fn unbound(review: &str, fact: Option<&str>, reply: &str) -> bool {
        let mut input = ReviewInput::new(Platform::Taobao, review);
        if let Some(fact) = fact {
            input.facts.insert("after_sale".to_owned(), fact.to_owned());
        }
        any_unbound(&given(&Matter::read(&input)), &normal::normalise(reply).chars)
    }

    #[test]
    fn a_number_must_come_from_somewhere() {
        assert!(unbound("坏了", None, "退您59元"));
        assert!(!unbound("坏了", Some("已退款 59 元"), "退您59元"));
        assert!(unbound("坏了", Some("已退款 59 元"), "退您95元"));
        assert!(!unbound("38码太小", None, "38码偏小"));
        assert!(unbound("坏了", None, "赔您二十元"));
    }

    #[test]
    fn a_time_of_service_is_a_promise_not_a_fact() {
        for reply in ["24小时内回复", "今天18点前联系您", "1个工作日内", "within 24 hours", "一起处理", "一个办法"]
        {
            assert!(!unbound("坏了", None, reply), "{reply}");
        }
    }
}
