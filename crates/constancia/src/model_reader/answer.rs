//! What a reply may be: one JSON object with a list of statements. Anything else is no answer.

use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Completion {
    choices: Vec<Choice>,
}

#[derive(Deserialize)]
struct Choice {
    message: Message,
}

#[derive(Deserialize)]
struct Message {
    content: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answer {
    statements: Vec<Value>,
}

/// The answer in the body of a reply, as the model wrote it; `None` where it is no usable one.
pub fn in_reply(body: &[u8]) -> Option<String> {
    let completion: Completion = serde_json::from_slice(body).ok()?;
    let content = completion.choices.into_iter().next()?.message.content;
    proposals(&content).map(|_| content)
}

/// The proposed statements of an answer; `None` where it is not of that shape.
pub fn proposals(answer: &str) -> Option<Vec<Value>> {
    serde_json::from_str::<Answer>(answer).ok().map(|answer| answer.statements)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_the_one_shape_is_an_answer() {
        for (answer, statements) in [
            (r#"{"statements": []}"#, Some(0)),
            (r#"{"statements": [{"kind": "status"}, 7]}"#, Some(2)),
            (r#"{"statements": [], "run": "rm -r"}"#, None),
            (r#"[{"kind": "status"}]"#, None),
            ("Here you are: {\"statements\": []}", None),
            ("```json\n{\"statements\": []}\n```", None),
            ("{\"statements\": [", None),
            ("", None),
        ] {
            assert_eq!(proposals(answer).map(|found| found.len()), statements, "{answer}");
            let reply = json!({"choices": [{"message": {"role": "assistant", "content": answer}}]}).to_string();
            assert_eq!(in_reply(reply.as_bytes()).is_some(), statements.is_some(), "{answer}");
        }
        for reply in ["", "<html>", r#"{"choices": []}"#, r#"{"choices": [{"message": {"content": null}}]}"#] {
            assert_eq!(in_reply(reply.as_bytes()), None, "{reply}");
        }
    }
}
