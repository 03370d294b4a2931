//! Articles of law cited for what they do not say.

use super::figures;
use super::finding::Rule;
use super::lexicon::lexicon;
use super::scan::Marks;
use super::spot::Spot;
use super::view::View;

/// How far behind a law's name its article may stand, in signs.
const ARTICLE_WITHIN: usize = 8;
/// The subjects that no article of any law has: a review the shop does not like.
const NOWHERE: &str = "review-attacked";

/// Finds wrong citations.
pub fn find(view: &View, marks: &Marks<'_>, found: &mut Vec<Spot>) {
    let signs = view.signs.chars.as_slice();
    // Every law's name has one of these in it.
    if !signs.iter().any(|sign| matches!(sign, '法' | '典'))
        && !signs.windows(3).any(|three| matches!(three, ['l', 'a', 'w'] | ['c', 'o', 'd']))
    {
        return;
    }
    for law in lexicon().list("laws") {
        for (start, end) in names(signs, lexicon().list(&format!("names_{law}"))) {
            let cited = articles(signs, start, end);
            let to = cited.iter().map(|(_, to)| *to).max().unwrap_or(end);
            let subjects = subjects(view, marks, to, law);
            if cited.is_empty() {
                // "依电商法，恶意差评要罚款": none of the laws says so.
                if subjects.iter().any(|subject| subject == NOWHERE) && !matches!(law.as_str(), "aucl" | "civil") {
                    let name: String = signs.get(start..end).unwrap_or_default().iter().collect();
                    found.push(
                        Spot::new(Rule::WrongLaw, view.sign_span(start, end), "lint_law_not_there").with(vec![name]),
                    );
                }
                continue;
            }
            for (article, to) in cited {
                if let Some((why, right)) = wrong(law, article, &subjects, marks) {
                    let from = start.min(to);
                    let span = view.sign_span(from, end.max(to));
                    let mut args = vec![view.given.get(span.0..span.1).unwrap_or_default().iter().collect()];
                    args.extend(right.map(|article| article.to_string()));
                    found.push(Spot::new(Rule::WrongLaw, span, why).with(args));
                }
            }
        }
    }
}

/// What is wrong with an article, and which one would be right.
fn wrong(law: &str, article: u64, subjects: &[String], marks: &Marks<'_>) -> Option<(&'static str, Option<u64>)> {
    let last: u64 = lexicon().list(&format!("last_{law}")).first()?.parse().ok()?;
    if article == 0 || article > last {
        return Some(("lint_law_no_article", None));
    }
    let table = lexicon().list(&format!("articles_{law}"));
    let entry = |entry: &'static String| -> Option<(u64, Vec<&'static str>)> {
        let (number, subjects) = entry.split_once(':')?;
        Some((number.parse().ok()?, subjects.split(',').collect()))
    };
    let mut known = table.iter().filter_map(entry);
    let treats = known.clone().find(|(number, _)| *number == article).map(|(_, subjects)| subjects);
    let says = |list: &[&str]| subjects.iter().any(|subject| list.contains(&subject.as_str()));
    // The freight of faulty goods is the seller's: an article on faults cited against the buyer.
    let turned =
        treats.as_ref().is_some_and(|list| list.contains(&"defect")) && law != "civil" && marks.has("law-buyer-pays");
    if subjects.is_empty() || (treats.as_ref().is_some_and(|list| says(list)) && !turned) {
        return None;
    }
    let right = known.find(|(number, list)| *number != article && says(list)).map(|(number, _)| number);
    match (treats, right) {
        (_, Some(right)) => Some(("lint_law_elsewhere", Some(right))),
        (Some(_), None) => Some(("lint_law_not_there", None)),
        (None, None) => subjects.iter().any(|subject| subject == NOWHERE).then_some(("lint_law_not_there", None)),
    }
}

/// Where a law is named; the longest of its names counts.
fn names(signs: &[char], names: &'static [String]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for place in 0..signs.len() {
        let fits = |name: &&String| {
            let mut rest = signs.get(place..).unwrap_or_default().iter();
            name.chars().all(|letter| rest.next().is_some_and(|sign| *sign == if letter == '_' { ' ' } else { letter }))
        };
        let longest = names.iter().filter(fits).map(|name| name.chars().count()).max();
        let inside = found.last().is_some_and(|(_, end)| place < *end);
        if let Some(length) = longest.filter(|_| !inside) {
            found.push((place, place.saturating_add(length)));
        }
    }
    found
}

/// The articles cited with a name: behind it, or before it in English. Each with the place behind it.
fn articles(signs: &[char], start: usize, end: usize) -> Vec<(u64, usize)> {
    let mut found = Vec::new();
    let mut place = end;
    let limit = end.saturating_add(ARTICLE_WITHIN);
    while place < limit.min(signs.len()) {
        if matches!(signs.get(place), Some('。' | '！' | '!' | '?' | '\n')) {
            break;
        }
        if let Some((value, to)) = figures::number(signs, place) {
            let behind: String = signs.get(to..).unwrap_or_default().iter().take(2).collect();
            let more = behind.starts_with(['、', ',', '和']);
            if behind.starts_with('条') || more {
                found.push((value / 100, to.saturating_add(1)));
            }
            if !more {
                break;
            }
            place = to;
        }
        place = place.saturating_add(1);
    }
    if !found.iter().any(|(_, to)| signs.get(to.saturating_sub(1)) == Some(&'条')) {
        found.clear();
    }
    let before: Vec<char> = signs.get(start.saturating_sub(24)..start).unwrap_or_default().to_vec();
    let text: String = before.iter().collect();
    let after: String = signs.get(end..).unwrap_or_default().iter().take(20).collect();
    for (text, place) in [(text, start), (after, end)] {
        let word = ["article ", "art. ", "section ", "art "].iter().find_map(|word| text.rsplit_once(word));
        if let Some(value) = word
            .and_then(|(_, rest)| rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse::<u64>().ok())
        {
            found.push((value, place));
        }
    }
    found
}

/// What is spoken of behind a citation: in its clause, else in its sentence, else in the next or anywhere.
fn subjects(view: &View, marks: &Marks<'_>, behind: usize, law: &str) -> Vec<String> {
    let letters = &view.letters;
    let at = view.letter_of_sign(behind);
    let (clause, sentence) = (letters.clause_at(at), letters.sentence_at(at));
    let mut all: Vec<(usize, &String)> = Vec::new();
    for subject in lexicon().list("subjects").iter().filter(|subject| *subject != "review-any" || law == "ecommerce") {
        all.extend(marks.places(&format!("law-{subject}")).into_iter().map(|(start, _)| (start, subject)));
    }
    let here = |test: &dyn Fn(usize) -> bool| -> Vec<String> {
        all.iter().filter(|(start, _)| test(*start)).map(|(_, subject)| (*subject).clone()).collect()
    };
    let steps: [&dyn Fn(usize) -> bool; 4] = [
        &|start| start >= at && letters.clause_at(start) == clause,
        &|start| start >= at && letters.clause_at(start) == clause.saturating_add(1),
        &|start| letters.sentence_at(start) == sentence,
        &|start| letters.sentence_at(start).abs_diff(sentence) == 1,
    ];
    let mut found = steps.into_iter().map(here).find(|found| !found.is_empty()).unwrap_or_default();
    // What is said of the reviews counts, not that they are spoken of.
    if found.iter().any(|subject| subject.starts_with("review-") && subject != "review-any") {
        found.retain(|subject| subject != "review-any");
    }
    found
}
