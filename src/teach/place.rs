//! Which address a taught page stands for: the path without numbers, the route behind `#`, and words of the query that choose a page.

/// Query names by which old back offices choose the page.
const CHOOSERS: &[&str] = &[
    "a", "act", "action", "c", "ctl", "do", "func", "m", "menu", "method", "mod", "module", "op", "r", "route", "s",
    "view",
];

/// The place of an address: `/erp/list.php?m=aftersale#/open/*`.
#[must_use]
pub fn place(path: &str, query: &str, hash: &str) -> String {
    let mut place = starred(path);
    let chosen: Vec<&str> = query.split('&').filter(|pair| chooses(pair)).take(6).collect();
    if !chosen.is_empty() {
        place.push('?');
        place.push_str(&chosen.join("&"));
    }
    let route = hash.trim_start_matches('#').trim_start_matches('!');
    if route.starts_with('/') {
        place.push('#');
        place.push_str(&starred(route.split('?').next().unwrap_or_default()));
    }
    place.chars().filter(|letter| !letter.is_control()).take(LONGEST).collect()
}

/// The longest place, in characters.
pub const LONGEST: usize = 300;

/// Whether an address's place is the one that was taught; `*` stands for any one step.
#[must_use]
pub fn is_at(taught: &str, place: &str) -> bool {
    let steps = |text: &str| text.split('/').map(str::to_owned).collect::<Vec<_>>();
    let (taught, place) = (steps(taught), steps(place));
    taught.len() == place.len() && taught.iter().zip(&place).all(|(one, other)| one == other || one == "*")
}

/// A path with `*` for the steps that number something.
fn starred(path: &str) -> String {
    let numbers = |step: &str| {
        let digits = step.bytes().filter(u8::is_ascii_digit).count();
        digits >= 4 || (digits > 0 && digits == step.len()) || (digits > 0 && step.len() >= 16)
    };
    path.split('/').map(|step| if numbers(step) { "*" } else { step }).collect::<Vec<_>>().join("/")
}

fn chooses(pair: &str) -> bool {
    pair.split_once('=').is_some_and(|(name, value)| {
        CHOOSERS.contains(&name) && (1..=40).contains(&value.len()) && !value.bytes().any(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_pages_are_no_part_of_a_place() {
        assert_eq!(place("/shop/20931/aftersale", "page=2&t=1763740000", ""), "/shop/*/aftersale");
        assert_eq!(place("/index.php", "m=aftersale&a=list&p=3", "#top"), "/index.php?m=aftersale&a=list");
        assert_eq!(place("/app/", "", "#/returns/list?page=3"), "/app/#/returns/list");
        assert!(place(&"/x".repeat(4000), "", "").len() <= LONGEST);
    }

    #[test]
    fn a_place_is_met_step_by_step() {
        assert!(is_at("/shop/*/aftersale", "/shop/*/aftersale") && is_at("/shop/*/a", "/shop/mine/a"));
        for other in ["/shop/aftersale", "/shop/*/aftersale/done", "/shop/*/orders", ""] {
            assert!(!is_at("/shop/*/aftersale", other), "{other}");
        }
    }
}
