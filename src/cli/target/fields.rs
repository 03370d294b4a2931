//! The fields of a line. Decimals come as text, so that no digit of them is ever changed on the way.

use serde_json::{Map, Number, Value};
use time::Date;

use crate::cli::kind_of;
use crate::score::decimal::Decimal;
use crate::score::error::ScoreError;
use crate::score::parse;
use crate::score::shown::Rounding;
use crate::text::moment::{Moment, SHANGHAI};

/// One line without its id.
pub struct Fields(pub Map<String, Value>);

const WHOLE: &str = "a whole number, 0 or more";

impl Fields {
    fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// A text, if there is one.
    pub fn text(&self, name: &str) -> Result<Option<&str>, String> {
        match self.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(format!("{name}: expected a string, found {}", kind_of(other))),
        }
    }

    /// A text that must be there.
    pub fn said(&self, name: &str) -> Result<&str, String> {
        self.text(name)?.ok_or_else(|| format!("{name}: missing (expected a string)"))
    }

    /// A decimal, if there is one.
    pub fn decimal_if(&self, name: &'static str) -> Result<Option<Decimal>, String> {
        self.get(name).map(|value| decimal(name, value)).transpose()
    }

    /// A decimal that must be there.
    pub fn decimal(&self, name: &'static str) -> Result<Decimal, String> {
        self.decimal_if(name)?.ok_or_else(|| format!("{name}: missing (expected a decimal such as \"4.7\")"))
    }

    /// A whole number, if there is one. A text is read as pages write it, as long as it is exact.
    pub fn count_if(&self, name: &'static str) -> Result<Option<u64>, String> {
        self.get(name).map(|value| count(name, value)).transpose()
    }

    /// A whole number that must be there.
    pub fn count(&self, name: &'static str) -> Result<u64, String> {
        self.count_if(name)?.ok_or_else(|| format!("{name}: missing (expected {WHOLE})"))
    }

    /// A count whose text leaves a range open; `None` for any other.
    pub fn count_range(&self, name: &'static str) -> Result<Option<(u64, u64)>, String> {
        let Some(Value::String(text)) = self.get(name) else {
            return Ok(None);
        };
        let Ok(Some(found)) = parse::count(text, self.rounding()?) else {
            return Ok(None);
        };
        if found.sure().is_some() {
            return Ok(None);
        }
        let most = found.max.ok_or_else(|| format!("{name} out of range: {text} (expected a count with an end)"))?;
        Ok(Some((found.min, most)))
    }

    /// How figures were rounded; half up unless said otherwise.
    pub fn rounding(&self) -> Result<Rounding, String> {
        match self.text("rounding")? {
            None | Some("half_up") => Ok(Rounding::HalfUp),
            Some("truncate") => Ok(Rounding::Truncate),
            Some("unknown") => Ok(Rounding::Unknown),
            Some(other) => Err(format!("rounding: {other:?} is not known (expected half_up, truncate or unknown)")),
        }
    }

    /// A date, of a moment the one in China.
    pub fn date(&self, name: &'static str) -> Result<Option<Date>, String> {
        let Some(text) = self.text(name)? else {
            return Ok(None);
        };
        let moment = Moment::parse(text, SHANGHAI).map_err(|error| format!("{name}: {error}"))?;
        Ok(Some(moment.date_in(SHANGHAI)))
    }

    /// Ratings with 1 to 5 stars; a key that is missing is 0.
    pub fn histogram(&self) -> Result<Option<[u64; 5]>, String> {
        let read = |value: &Value| count("hist", value);
        self.by_stars("hist", 0, read)
    }

    /// Shares of 1 to 5 stars among new ratings.
    pub fn mix(&self) -> Result<[Decimal; 5], String> {
        let found = self.by_stars("mix", Decimal::whole(0), |value| decimal("mix", value))?;
        found.ok_or_else(|| "mix: missing (expected shares such as {\"5\": \"0.95\", \"1\": \"0.05\"})".to_owned())
    }

    fn by_stars<T: Copy>(
        &self,
        name: &str,
        nothing: T,
        read: impl Fn(&Value) -> Result<T, String>,
    ) -> Result<Option<[T; 5]>, String> {
        let object = match self.get(name) {
            None => return Ok(None),
            Some(Value::Object(object)) => object,
            Some(other) => return Err(format!("{name}: expected an object, found {}", kind_of(other))),
        };
        let mut all = [nothing; 5];
        for (key, value) in object {
            let place = ["1", "2", "3", "4", "5"].iter().position(|star| star == key);
            let slot = place.and_then(|place| all.get_mut(place));
            *slot.ok_or_else(|| format!("{name} out of range: {key:?} stars (expected 1 to 5)"))? = read(value)?;
        }
        Ok(Some(all))
    }
}

fn decimal(name: &'static str, value: &Value) -> Result<Decimal, String> {
    match value {
        Value::String(text) => Decimal::parse(name, text).map_err(|error| error.to_string()),
        Value::Number(number) => match whole(number) {
            Some(number) => Decimal::parse(name, &number).map_err(|error| error.to_string()),
            None => {
                Err(format!("{name}: expected a decimal in quotes such as \"4.7\", found the bare number {number}"))
            }
        },
        other => Err(format!("{name}: expected a decimal such as \"4.7\", found {}", kind_of(other))),
    }
}

/// A number of JSON that was written without a point.
fn whole(number: &Number) -> Option<String> {
    (number.is_u64() || number.is_i64()).then(|| number.to_string())
}

fn count(name: &'static str, value: &Value) -> Result<u64, String> {
    let range = |found: &dyn ToString| ScoreError::range(name, found.to_string(), WHOLE).to_string();
    match value {
        Value::Number(number) => number.as_u64().ok_or_else(|| range(number)),
        Value::String(text) => {
            if let Ok(Some(found)) = parse::count(text, Rounding::HalfUp) {
                return found.sure().ok_or_else(|| {
                    format!("{name} not exact: {text} may be {} or more (expected {WHOLE})", found.min)
                });
            }
            match Decimal::parse(name, text) {
                Ok(_) => Err(range(text)),
                Err(error) => Err(error.to_string()),
            }
        }
        other => Err(format!("{name}: expected {WHOLE}, found {}", kind_of(other))),
    }
}
