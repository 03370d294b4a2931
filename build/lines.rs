//! Where in a pack a key stands, so that a fault can be found by its line.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The line, counted from 1, of the deepest part of `key` that is there. Keys are written as faults name them: `reasons[3].counts`,
/// `reasons (spoiled)` for the entry of that id, `classes.quality`. `None` when nothing of it is there or the text is no TOML.
pub fn line_of(text: &str, key: &str) -> Option<usize> {
    let root = DeTable::parse(text).ok()?;
    let mut table = Some(root.get_ref());
    let mut byte = None;
    for step in key.split('.') {
        let (step, id) = match step.split_once(" (") {
            Some((step, id)) => (step, id.strip_suffix(')')),
            None => (step, None),
        };
        let (name, numbers) = step.split_once('[').unwrap_or((step, ""));
        let Some((found, value)) = table.and_then(|table| table.iter().find(|(key, _)| key.get_ref() == name)) else {
            break;
        };
        byte = Some(found.span().start);
        let mut value: &Spanned<DeValue<'_>> = value;
        let places = numbers.split(['[', ']']).filter_map(|number| number.parse::<usize>().ok());
        for place in places {
            let Some(entry) = value.get_ref().as_array().and_then(|entries| entries.get(place)) else {
                break;
            };
            byte = Some(entry.span().start);
            value = entry;
        }
        let of_id = |entry: &&Spanned<DeValue<'_>>| {
            entry.get_ref().as_table().and_then(|table| table.get("id")).and_then(|found| found.get_ref().as_str())
                == id
        };
        if let Some(entry) =
            value.get_ref().as_array().filter(|_| id.is_some()).and_then(|entries| entries.iter().find(of_id))
        {
            byte = Some(entry.span().start);
            value = entry;
        }
        table = value.get_ref().as_table();
    }
    let before = text.get(..byte?)?;
    Some(before.matches('\n').count().saturating_add(1))
}
