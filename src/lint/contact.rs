//! Ways out of the platform: chat programs, phones, addresses of the web and of mail.
//!
//! A Shopify shop has no platform between itself and the buyer: its own mail, site and phone are the proper channel there.

use super::finding::Rule;
use super::lexicon::lexicon;
use super::runs::{self, Run};
use super::scan::Marks;
use super::spot::Spot;
use super::view::View;
use super::{Kind, LintInput};
use crate::pack::Platform;

/// How far before a number a word about it may stand, in signs.
const NEAR: usize = 14;

/// Finds contact outside the platform, and phone numbers whoever they belong to.
pub fn find(input: &LintInput<'_>, view: &View, marks: &Marks<'_>, found: &mut Vec<Spot>) {
    let off = |span: (usize, usize)| Spot::new(Rule::OffPlatformContact, span, "lint_off_platform_contact");
    let own = input.platform == Platform::Weixin;
    for (start, end) in marks.places("contact-wechat") {
        let words: String = view.letters.chars.get(start..end).unwrap_or_default().iter().collect();
        // In WeChat's own shops its customer service is the platform's.
        if !(own && (words.contains("客服") || words.contains("小店"))) {
            found.push(off(view.span(start, end)));
        }
    }
    if input.kind == Kind::Reply {
        found.extend(marks.places("contact-asks-number").into_iter().map(|(start, end)| off(view.span(start, end))));
    }
    let direct = input.platform == Platform::Shopify;
    if !direct {
        found.extend(marks.places("contact-call-us").into_iter().map(|(start, end)| off(view.span(start, end))));
        found.extend(addresses(view).into_iter().map(|span| off(span).fixed("")));
    }
    for run in runs::runs(&view.signs.chars) {
        let Some(phone) = phone(view, &run) else { continue };
        let span = view.sign_span(run.at.start, run.at.end);
        if phone.buyers && input.kind == Kind::Reply {
            found.push(Spot::new(Rule::PersonalData, span, "lint_personal_data").fixed(""));
        }
        if phone.ours && !direct {
            found.push(off(span).fixed(""));
        }
    }
}

struct Phone {
    buyers: bool,
    ours: bool,
}

/// The words before a place, without spaces.
pub(super) fn before(view: &View, place: usize, letters: usize) -> String {
    let from = place.saturating_sub(letters);
    view.signs.chars.get(from..place).unwrap_or_default().iter().collect()
}

fn any(text: &str, list: &str) -> bool {
    lexicon().list(list).iter().any(|word| text.contains(&word.replace('_', " ")))
}

fn phone(view: &View, run: &Run) -> Option<Phone> {
    let near = before(view, run.at.start, NEAR);
    let digits = run.digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(&run.digits);
    let length = digits.len();
    let mut second = digits.chars().skip(1);
    let mobile = length == 11 && digits.starts_with('1') && second.next().is_some_and(|digit| digit >= '3');
    let taiwan = length == 10 && digits.starts_with("09");
    let hotline = length == 10 && (digits.starts_with("400") || digits.starts_with("800"));
    let landline = (10..=12).contains(&length) && digits.starts_with('0') && run.split;
    let abroad = near.ends_with('+') && (9..=14).contains(&length);
    let called = (7..=13).contains(&length) && any(&near, "phone_words") && !any(&near, "number_words");
    if !run.prefix.is_empty() && !any(&run.prefix, "phone_words") || any(&near, "goods_words") {
        return None;
    }
    if any(&near, "number_words") && !mobile {
        return None;
    }
    if hotline && any(&before(view, run.at.start, 24), "platform_words") {
        return None;
    }
    let known = mobile || taiwan || hotline || landline || abroad || called;
    known.then(|| {
        let (buyers, ours) = (any(&near, "buyer_words"), any(&near, "our_words"));
        let sure = buyers != ours;
        Phone { buyers: (buyers || !sure) && !hotline, ours: ours || !sure || hotline }
    })
}

/// Addresses of the web and of mail that are not the platform's own.
fn addresses(view: &View) -> Vec<(usize, usize)> {
    let signs = view.signs.chars.as_slice();
    let inside = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '_' | '@' | '/' | ':' | '+');
    let mut found = Vec::new();
    let mut place = 0;
    while place < signs.len() {
        let length = signs.get(place..).unwrap_or_default().iter().take_while(|sign| inside(**sign)).count();
        if length == 0 {
            place = place.saturating_add(1);
            continue;
        }
        let end = place.saturating_add(length);
        let word: String = signs.get(place..end).unwrap_or_default().iter().take(200).collect();
        let word = word.trim_end_matches(['.', '/', ':', '-']);
        if is_address(word) {
            found.push(view.sign_span(place, place.saturating_add(word.chars().count())));
        }
        place = end;
    }
    found
}

fn is_address(word: &str) -> bool {
    if let Some((name, host)) = word.split_once('@') {
        return !name.is_empty() && host.contains('.') && host.len() > 3;
    }
    let (scheme, rest) = word.split_once("://").map_or((false, word), |(_, rest)| (true, rest));
    let host = rest.split('/').next().unwrap_or_default();
    let own = |host: &str| {
        let belongs =
            |own: &String| host.strip_suffix(own.as_str()).is_some_and(|left| left.is_empty() || left.ends_with('.'));
        lexicon().list("own_hosts").iter().any(belongs)
    };
    let Some((name, tld)) = host.rsplit_once('.') else { return false };
    let tld = tld.split(':').next().unwrap_or_default();
    let known = lexicon().list("tlds").iter().any(|one| one == tld);
    let named =
        name.rsplit('.').next().is_some_and(|label| label.chars().filter(char::is_ascii_alphabetic).count() >= 2);
    // "U.S.A", "co.ltd" and "v1.2.me" are none.
    (scheme || name.starts_with("www.") || (known && (named || rest.contains('/')))) && !own(host) && name != "co"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_web_and_mail() {
        for word in
            ["www.bag-fix.example/claim", "help@bestlamp.example", "https://a.b", "my-shop.com", "t.me/shop", "shop.tw"]
        {
            assert!(is_address(word), "{word}");
        }
        for word in [
            "type-c",
            "3.5",
            "u.s.a",
            "no.1",
            "www",
            "item.jd.com",
            "https://trade.taobao.com/x",
            "v1.2",
            "co.ltd",
            "usb3.0",
        ] {
            assert!(!is_address(word), "{word}");
        }
    }
}
