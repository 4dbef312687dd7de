//! Event filter patterns, as an event source mapping's `FilterCriteria` has them.
//! See <https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html>.

use serde_json::{Map, Value};

/// A pattern that a stream record matches or not.
#[derive(Clone, Debug)]
pub struct EventPattern(Vec<Vec<Field>>);

#[derive(Clone, Debug)]
struct Field {
    path: Vec<String>,
    any_of: Vec<Rule>,
}

#[derive(Clone, Debug)]
enum Rule {
    Equals(Value),
    EqualsIgnoreCase(String),
    Prefix(String),
    Suffix(String),
    Exists(bool),
    AnythingBut(Vec<Value>),
}

/// A pattern that Lambda would refuse, or a rule of it that one machine does not have.
#[derive(Debug, thiserror::Error)]
#[error("the event pattern cannot be read at {place}")]
pub struct PatternError {
    place: String,
}

impl EventPattern {
    /// Matches every record.
    #[must_use]
    pub fn everything() -> Self {
        Self(vec![Vec::new()])
    }

    /// Reads a pattern such as `{"eventName": ["INSERT"], "dynamodb": {"Keys": {"pk": {"S": [{"prefix": "O#"}]}}}}`.
    pub fn parse(pattern: &Value) -> Result<Self, PatternError> {
        let mut fields = Vec::new();
        let object = pattern.as_object().ok_or_else(|| error(&[]))?;
        collect(object, &mut Vec::new(), &mut fields)?;
        Ok(Self(vec![fields]))
    }

    /// Matches what either matches, as several filters of one mapping do.
    #[must_use]
    pub fn or(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Whether each named field has one of the values it may have; of a list one of its values must.
    #[must_use]
    pub fn matches(&self, event: &Value) -> bool {
        let holds = |field: &Field| {
            let found = field.path.iter().try_fold(event, |value, key| value.get(key));
            field.any_of.iter().any(|rule| match found {
                Some(Value::Array(values)) => values.iter().any(|value| rule.allows(Some(value))),
                found => rule.allows(found),
            })
        };
        self.0.iter().any(|fields| fields.iter().all(holds))
    }
}

impl Rule {
    fn allows(&self, found: Option<&Value>) -> bool {
        let text = found.and_then(Value::as_str);
        match self {
            Self::Equals(wanted) => found == Some(wanted),
            Self::EqualsIgnoreCase(wanted) => text.is_some_and(|text| text.eq_ignore_ascii_case(wanted)),
            Self::Prefix(start) => text.is_some_and(|text| text.starts_with(start)),
            Self::Suffix(end) => text.is_some_and(|text| text.ends_with(end)),
            Self::Exists(wanted) => found.is_some_and(|value| !value.is_object()) == *wanted,
            Self::AnythingBut(unwanted) => found.is_some_and(|value| !unwanted.contains(value)),
        }
    }
}

fn collect(
    object: &Map<String, Value>,
    path: &mut Vec<String>,
    fields: &mut Vec<Field>,
) -> Result<(), PatternError> {
    for (key, value) in object {
        path.push(key.clone());
        match value {
            Value::Object(inner) => collect(inner, path, fields)?,
            Value::Array(rules) if !rules.is_empty() => {
                let any_of = rules.iter().map(rule).collect::<Option<_>>().ok_or_else(|| error(path))?;
                fields.push(Field { path: path.clone(), any_of });
            }
            _ => return Err(error(path)),
        }
        path.pop();
    }
    Ok(())
}

fn rule(written: &Value) -> Option<Rule> {
    let Value::Object(named) = written else {
        return (!written.is_array()).then(|| Rule::Equals(written.clone()));
    };
    let mut entries = named.iter();
    let (name, value) = entries.next()?;
    if entries.next().is_some() {
        return None;
    }
    match name.as_str() {
        "prefix" => value.as_str().map(|text| Rule::Prefix(text.to_owned())),
        "suffix" => value.as_str().map(|text| Rule::Suffix(text.to_owned())),
        "equals-ignore-case" => value.as_str().map(|text| Rule::EqualsIgnoreCase(text.to_owned())),
        "exists" => value.as_bool().map(Rule::Exists),
        "anything-but" => match value {
            Value::Array(values) => Some(Rule::AnythingBut(values.clone())),
            Value::Object(_) => None,
            single => Some(Rule::AnythingBut(vec![single.clone()])),
        },
        _ => None,
    }
}

fn error(path: &[String]) -> PatternError {
    PatternError { place: format!("/{}", path.join("/")) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn record() -> Value {
        json!({
            "eventName": "INSERT",
            "dynamodb": { "Keys": { "pk": { "S": "O#1#OUT" } }, "NewImage": { "ent": { "S": "outbox" } } },
        })
    }

    #[test]
    fn a_pattern_needs_every_field_and_any_of_its_values() {
        let pattern = json!({
            "eventName": ["MODIFY", "INSERT"],
            "dynamodb": { "NewImage": { "ent": { "S": ["outbox"] } }, "Keys": { "pk": { "S": [{ "suffix": "#OUT" }] } } },
        });
        assert!(EventPattern::parse(&pattern).unwrap().matches(&record()));
        let other =
            json!({ "eventName": ["REMOVE"], "dynamodb": { "NewImage": { "ent": { "S": ["outbox"] } } } });
        assert!(!EventPattern::parse(&other).unwrap().matches(&record()));
    }

    #[test]
    fn rules_beside_equality_are_read() {
        for (rule, expected) in [
            (json!({ "prefix": "out" }), true),
            (json!({ "prefix": "in" }), false),
            (json!({ "equals-ignore-case": "OUTBOX" }), true),
            (json!({ "exists": true }), true),
            (json!({ "exists": false }), false),
            (json!({ "anything-but": ["task"] }), true),
            (json!({ "anything-but": "outbox" }), false),
        ] {
            let pattern = json!({ "dynamodb": { "NewImage": { "ent": { "S": [rule] } } } });
            assert_eq!(EventPattern::parse(&pattern).unwrap().matches(&record()), expected, "{rule}");
        }
    }

    #[test]
    fn a_missing_field_matches_only_where_it_must_not_exist() {
        let pattern = |rule: Value| {
            EventPattern::parse(&json!({ "dynamodb": { "OldImage": { "ent": { "S": [rule] } } } }))
        };
        assert!(pattern(json!({ "exists": false })).unwrap().matches(&record()));
        assert!(!pattern(json!("outbox")).unwrap().matches(&record()));
    }

    #[test]
    fn of_a_list_one_value_has_to_match() {
        let event = json!({ "tags": { "set": ["one", "two"], "none": [] } });
        for (pattern, expected) in [
            (json!({ "tags": { "set": ["two"] } }), true),
            (json!({ "tags": { "set": ["three", { "prefix": "o" }] } }), true),
            (json!({ "tags": { "set": ["three"] } }), false),
            (json!({ "tags": { "none": ["one"] } }), false),
        ] {
            assert_eq!(EventPattern::parse(&pattern).unwrap().matches(&event), expected, "{pattern}");
        }
    }

    #[test]
    fn what_lambda_would_not_take_is_refused() {
        for pattern in [
            json!([]),
            json!({ "eventName": "INSERT" }),
            json!({ "eventName": [] }),
            json!({ "eventName": [["INSERT"]] }),
            json!({ "eventName": [{ "like": "INS" }] }),
            json!({ "eventName": [{ "prefix": "I", "suffix": "T" }] }),
        ] {
            assert!(EventPattern::parse(&pattern).is_err(), "{pattern}");
        }
    }
}
