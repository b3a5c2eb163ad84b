//! Canonical JSON: one text for one value, so that equal bodies have equal hashes.
//!
//! Keys sorted by their bytes, no white space, text and numbers as `serde_json` writes them. Knows no types of ours.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::error::StoreError;

/// The canonical JSON of a value.
pub(crate) fn to_canonical<T: Serialize>(value: &T) -> Result<String, StoreError> {
    let refused = |error: &dyn std::fmt::Display| StoreError::refused(error.to_string());
    let value = serde_json::to_value(value).map_err(|error| refused(&error))?;
    let mut text = Vec::new();
    write(&value, &mut text).map_err(|error| refused(&error))?;
    String::from_utf8(text).map_err(|error| refused(&error))
}

/// The value of a body that was written before. A body that cannot be read means a damaged store.
pub(crate) fn from_canonical<T: DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::damaged(format!("a body cannot be read: {error}")))
}

fn write(value: &Value, text: &mut Vec<u8>) -> serde_json::Result<()> {
    match value {
        Value::Object(fields) => write_object(fields, text),
        Value::Array(items) => write_list(items, text),
        plain => serde_json::to_writer(text, plain),
    }
}

fn write_object(fields: &serde_json::Map<String, Value>, text: &mut Vec<u8>) -> serde_json::Result<()> {
    // Another crate of a build may switch on insertion order for this map, so the order is made here.
    let mut sorted: Vec<_> = fields.iter().collect();
    sorted.sort_unstable_by_key(|(key, _)| *key);
    text.push(b'{');
    for (position, (key, value)) in sorted.into_iter().enumerate() {
        if position > 0 {
            text.push(b',');
        }
        serde_json::to_writer(&mut *text, key)?;
        text.push(b':');
        write(value, text)?;
    }
    text.push(b'}');
    Ok(())
}

fn write_list(items: &[Value], text: &mut Vec<u8>) -> serde_json::Result<()> {
    text.push(b'[');
    for (position, item) in items.iter().enumerate() {
        if position > 0 {
            text.push(b',');
        }
        write(item, text)?;
    }
    text.push(b']');
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_at_every_depth_and_lists_keep_their_order() {
        let value: Value = serde_json::from_str(r#"{"b":[2,1,{"z":1,"a":"é\n"}],"a":null}"#).unwrap();
        assert_eq!(to_canonical(&value).unwrap(), r#"{"a":null,"b":[2,1,{"a":"é\n","z":1}]}"#);
    }
}
