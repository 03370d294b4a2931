//! Knowledge as one text of fields parted by [`FIELD`], read by `src/text/packed.rs` in the same order. It holds no names of
//! keys, so the shipped engine needs neither a JSON parser for it nor the code that names faults; a test reads the same
//! packs with serde and compares.

use toml::Value;

/// Ends every field.
const FIELD: char = '\u{1f}';

/// What stands where.
pub enum Shape {
    /// A text.
    Text,
    /// A whole number.
    Number,
    /// A number from 0 to 1, in hundredths.
    Share,
    /// Yes or no; no where nothing is said.
    Flag,
    /// One of these names, as its place in the list.
    Name(&'static [&'static str]),
    /// Nothing or one.
    Maybe(&'static Shape),
    /// Their number, then each; none where nothing is said.
    Many(&'static Shape),
    /// Fields in this order.
    Table(&'static [(&'static str, Shape)]),
    /// Number of entries, then key and value of each, sorted by key.
    Map(&'static Shape, &'static Shape),
    /// By the table's `kind`: its place in the list, then its fields.
    Kinds(&'static [(&'static str, Shape)]),
}

/// Writes `value`, which stands at `place` of its file.
pub fn write(out: &mut String, shape: &Shape, value: Option<&Value>, place: &str) {
    let expected = |what: &str| -> ! { panic!("{place}: expected {what}, found {value:?}") };
    match shape {
        Shape::Text => match value.and_then(Value::as_str) {
            Some(text) if !text.contains(['\u{1c}', '\u{1d}', '\u{1e}', FIELD]) => field(out, text),
            _ => expected("a text"),
        },
        Shape::Number => match value.and_then(Value::as_integer) {
            Some(number) => field(out, &number.to_string()),
            None => expected("a whole number"),
        },
        Shape::Share => match value.and_then(Value::as_float) {
            Some(share) if (0.0..=1.0).contains(&share) && (share * 100.0 - (share * 100.0).round()).abs() < 1e-9 => {
                field(out, &format!("{:.0}", share * 100.0));
            }
            _ => expected("hundredths from 0 to 1"),
        },
        Shape::Flag => match value.map(Value::as_bool) {
            None | Some(Some(false)) => field(out, "0"),
            Some(Some(true)) => field(out, "1"),
            Some(None) => expected("true or false"),
        },
        Shape::Name(names) => match names.iter().position(|name| value.and_then(Value::as_str) == Some(*name)) {
            Some(number) => field(out, &number.to_string()),
            None => expected(&format!("one of {names:?}")),
        },
        Shape::Maybe(inner) => {
            field(out, if value.is_some() { "1" } else { "0" });
            if value.is_some() {
                write(out, inner, value, place);
            }
        }
        Shape::Many(inner) => match value.map(Value::as_array) {
            None => field(out, "0"),
            Some(Some(entries)) => {
                field(out, &entries.len().to_string());
                for (number, entry) in entries.iter().enumerate() {
                    write(out, inner, Some(entry), &format!("{place}[{number}]"));
                }
            }
            Some(None) => expected("a list"),
        },
        Shape::Table(fields) => table(out, fields, value, place),
        Shape::Map(key, inner) => match value.map(Value::as_table) {
            None => field(out, "0"),
            Some(Some(entries)) => {
                field(out, &entries.len().to_string());
                let mut entries: Vec<_> = entries.iter().collect();
                entries.sort_by_key(|(name, _)| name.as_str());
                for (name, entry) in entries {
                    let place = format!("{place}.{name}");
                    write(out, key, Some(&Value::String(name.clone())), &place);
                    write(out, inner, Some(entry), &place);
                }
            }
            Some(None) => expected("a table"),
        },
        Shape::Kinds(kinds) => {
            let kind = value.and_then(|value| value.get("kind")).and_then(Value::as_str);
            match kinds.iter().enumerate().find(|(_, (name, _))| Some(*name) == kind) {
                Some((number, (_, shape))) => {
                    field(out, &number.to_string());
                    write(out, shape, value, place);
                }
                None => expected("a table with a known kind"),
            }
        }
    }
}

fn table(out: &mut String, fields: &[(&str, Shape)], value: Option<&Value>, place: &str) {
    let Some(entries) = value.and_then(Value::as_table) else {
        panic!("{place}: expected a table, found {value:?}");
    };
    for (name, shape) in fields {
        write(out, shape, entries.get(*name), &format!("{place}.{name}"));
    }
}

fn field(out: &mut String, text: &str) {
    out.push_str(text);
    out.push(FIELD);
}
