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
    /// Anything; for people, it does not ship.
    Aside,
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

/// What a pack says that does not have the shape it should.
#[derive(Debug)]
pub struct Fault {
    /// Where in the file, as `build/lines.rs` reads it.
    pub key: String,
    /// What was expected and what was found.
    pub what: String,
}

/// Writes `value`, which stands at `key` of its file.
pub fn write(out: &mut String, shape: &Shape, value: Option<&Value>, key: &str) -> Result<(), Fault> {
    let expected = |what: &str| {
        let found =
            value.map_or_else(|| "nothing".to_owned(), |value| serde_json::to_string(value).unwrap_or_default());
        let found: String = found.chars().take(80).collect();
        Err(Fault { key: key.to_owned(), what: format!("expected {what}, found {found}") })
    };
    match shape {
        Shape::Text => match value.and_then(Value::as_str) {
            Some(text) if !text.contains(['\u{1c}', '\u{1d}', '\u{1e}', FIELD]) => field(out, text),
            _ => return expected("a text"),
        },
        Shape::Number => match value.and_then(Value::as_integer) {
            Some(number) => field(out, &number.to_string()),
            None => return expected("a whole number"),
        },
        Shape::Share => match value.and_then(Value::as_float) {
            Some(share) if (0.0..=1.0).contains(&share) && (share * 100.0 - (share * 100.0).round()).abs() < 1e-9 => {
                field(out, &format!("{:.0}", share * 100.0));
            }
            _ => return expected("hundredths from 0 to 1"),
        },
        Shape::Flag => match value.map(Value::as_bool) {
            None | Some(Some(false)) => field(out, "0"),
            Some(Some(true)) => field(out, "1"),
            Some(None) => return expected("true or false"),
        },
        Shape::Name(names) => match names.iter().position(|name| value.and_then(Value::as_str) == Some(*name)) {
            Some(number) => field(out, &number.to_string()),
            None => return expected(&format!("one of {}", names.join(", "))),
        },
        Shape::Aside => {}
        Shape::Maybe(inner) => {
            field(out, if value.is_some() { "1" } else { "0" });
            if value.is_some() {
                write(out, inner, value, key)?;
            }
        }
        Shape::Many(inner) => match value.map(Value::as_array) {
            None => field(out, "0"),
            Some(Some(entries)) => {
                field(out, &entries.len().to_string());
                for (number, entry) in entries.iter().enumerate() {
                    write(out, inner, Some(entry), &format!("{key}[{number}]"))?;
                }
            }
            Some(None) => return expected("a list"),
        },
        Shape::Table(fields) => return table(out, fields, value, key),
        Shape::Map(name_shape, inner) => match value.map(Value::as_table) {
            None => field(out, "0"),
            Some(Some(entries)) => {
                field(out, &entries.len().to_string());
                let mut entries: Vec<_> = entries.iter().collect();
                entries.sort_by_key(|(name, _)| name.as_str());
                for (name, entry) in entries {
                    let key = below(key, name);
                    write(out, name_shape, Some(&Value::String(name.clone())), &key)?;
                    write(out, inner, Some(entry), &key)?;
                }
            }
            Some(None) => return expected("a table"),
        },
        Shape::Kinds(kinds) => {
            let kind = value.and_then(|value| value.get("kind")).and_then(Value::as_str);
            match kinds.iter().enumerate().find(|(_, (name, _))| Some(*name) == kind) {
                Some((number, (_, shape))) => {
                    field(out, &number.to_string());
                    return write(out, shape, value, key);
                }
                None => return expected("a table with a known kind"),
            }
        }
    }
    Ok(())
}

fn table(out: &mut String, fields: &[(&str, Shape)], value: Option<&Value>, key: &str) -> Result<(), Fault> {
    let Some(entries) = value.and_then(Value::as_table) else {
        let what = format!("expected a table, found {}", value.map_or("nothing", Value::type_str));
        return Err(Fault { key: key.to_owned(), what });
    };
    let known = |name: &str| name == "kind" || fields.iter().any(|(field, _)| *field == name);
    if let Some(name) = entries.keys().find(|name| !known(name)) {
        let names: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
        return Err(Fault { key: below(key, name), what: format!("unknown key (expected {})", names.join(", ")) });
    }
    for (name, shape) in fields {
        write(out, shape, entries.get(*name), &below(key, name))?;
    }
    Ok(())
}

fn below(key: &str, name: &str) -> String {
    if key.is_empty() { name.to_owned() } else { format!("{key}.{name}") }
}

fn field(out: &mut String, text: &str) {
    out.push_str(text);
    out.push(FIELD);
}
