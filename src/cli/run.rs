//! The loop over the lines.

use std::io::{self, BufRead, BufReader, BufWriter, Write};

use serde_json::{Map, Value};

use super::arguments::{Command, Options};
use super::fields::{self, Fields};
use super::lines::{self, Line};
use super::{classify, evaluate, lint, refund, reply, target};

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Every line has its answer.
    AllAnswered,
    /// At least one line was answered with an error.
    SomeErrors,
}

/// Answers the standard input on the standard output, line by line unless that is a file.
pub fn stream(command: Command, options: &Options) -> io::Result<Outcome> {
    let output = io::stdout().lock();
    let each_line = !is_file(&output);
    answer_all(
        BufReader::with_capacity(1 << 16, io::stdin().lock()),
        BufWriter::with_capacity(1 << 16, output),
        command,
        options,
        each_line,
    )
}

/// A regular file may be written in large pieces: nobody waits for its lines.
#[cfg(unix)]
fn is_file(output: &io::StdoutLock<'_>) -> bool {
    use std::os::fd::AsFd;
    let copy = output.as_fd().try_clone_to_owned().map(std::fs::File::from);
    copy.and_then(|file| file.metadata()).is_ok_and(|metadata| metadata.is_file())
}

/// Where the kind of output cannot be asked for, somebody may be waiting for each line.
#[cfg(not(unix))]
fn is_file(_: &io::StdoutLock<'_>) -> bool {
    false
}

fn answer_all(
    mut input: impl BufRead,
    mut output: impl Write,
    command: Command,
    options: &Options,
    each_line: bool,
) -> io::Result<Outcome> {
    let mut outcome = Outcome::AllAnswered;
    let mut line = Vec::new();
    let mut answer = Vec::new();
    let mut number: u64 = 0;
    let work = Work::new(command, options);
    loop {
        let read = lines::next(&mut input, &mut line, lines::LONGEST_LINE)?;
        number = number.saturating_add(1);
        let text = match read {
            Line::End => break,
            Line::TooLong => Err(format!("longer than {} bytes", lines::LONGEST_LINE)),
            Line::Read => std::str::from_utf8(strip_mark(&line, number))
                .map_err(|error| format!("not UTF-8 at byte {}", error.valid_up_to().saturating_add(1))),
        };
        if text.as_ref().is_ok_and(|text| text.trim().is_empty()) {
            continue;
        }
        answer.clear();
        let (id, answered) = match text.and_then(fields::parse) {
            Ok(fields) => (fields.id.unwrap_or("null"), work.answer(fields, &mut answer)),
            Err(error) => ("null", Err(error)),
        };
        match answered {
            Ok(()) => write_with_id(&mut output, id, &answer, options.explain)?,
            Err(error) => {
                outcome = Outcome::SomeErrors;
                let error = Value::String(format!("line {number}: {error}"));
                writeln!(output, "{{\"id\":{id},\"error\":{error}}}")?;
            }
        }
        if each_line {
            output.flush()?;
        }
        // One huge line must not hold its memory for the rest of the run.
        line.shrink_to(1 << 20);
        answer.shrink_to(1 << 20);
    }
    output.flush()?;
    Ok(outcome)
}

/// A byte order mark before the first line is no part of it.
fn strip_mark(line: &[u8], number: u64) -> &[u8] {
    match line.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) if number == 1 => rest,
        _ => line,
    }
}

/// Writes `answer`, the text of a JSON object or a text for people, with `id` in front.
fn write_with_id(output: &mut impl Write, id: &str, answer: &[u8], for_people: bool) -> io::Result<()> {
    let rest = match answer.strip_prefix(b"{") {
        _ if for_people => {
            writeln!(output, "{id}")?;
            answer
        }
        Some(b"}") | None => {
            write!(output, "{{\"id\":{id}")?;
            b"}"
        }
        Some(rest) => {
            write!(output, "{{\"id\":{id},")?;
            rest
        }
    };
    output.write_all(rest)?;
    output.write_all(b"\n")
}

/// Answers the fields of one line, the id left out, with the fields of its answer.
type Answer = fn(Map<String, Value>) -> Result<Map<String, Value>, String>;

/// A command made ready once for all lines.
enum Work {
    /// A command of few lines, which reads its line as a whole object.
    Object(Answer),
    Classify,
    Evaluate,
    Refund(refund::Refunds),
}

impl Work {
    fn new(command: Command, options: &Options) -> Self {
        match command {
            Command::Classify => Self::Classify,
            Command::Evaluate => Self::Evaluate,
            Command::Lint => Self::Object(lint::answer),
            Command::Reply => Self::Object(reply::answer),
            Command::Target => Self::Object(target::answer),
            Command::Refund => Self::Refund(refund::Refunds::new(options)),
        }
    }

    /// Writes the answer as the text of a JSON object without id, or as text for people.
    fn answer(&self, fields: Fields<'_>, to: &mut Vec<u8>) -> Result<(), String> {
        match self {
            Self::Object(answer) => {
                let mut object: Map<String, Value> = serde_json::from_str(fields.line).map_err(|it| it.to_string())?;
                object.remove("id");
                let mut answer = answer(object)?;
                answer.remove("id");
                serde_json::to_writer(to, &answer).map_err(|error| error.to_string())
            }
            Self::Classify => classify::answer_into(fields, to),
            Self::Evaluate => evaluate::answer_into(&fields, to),
            Self::Refund(refunds) => refunds.answer_into(fields, to),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(command: Command, input: &[u8]) -> (Outcome, Vec<Value>) {
        let mut output = Vec::new();
        let outcome = answer_all(input, &mut output, command, &Options::default(), true).unwrap();
        let text = String::from_utf8(output).unwrap();
        (outcome, text.lines().map(|line| serde_json::from_str(line).expect(line)).collect())
    }

    #[test]
    fn a_bad_line_does_not_stop_the_rest() {
        let input = b"\xEF\xBB\xBF{\"id\":1,\"text\":\"a\"}\r\n\r\n[1]\n{\"id\":\"x\",\"text\":5}\n\xFF\xFE\n{\"id\":[2],\"text\":\"b\"}";
        let (outcome, lines) = run(Command::Classify, input);
        assert_eq!(outcome, Outcome::SomeErrors);
        assert_eq!(lines.len(), 5);
        assert_eq!(lines[0]["id"], 1);
        assert_eq!(lines[1]["error"], "line 3: expected an object, found an array");
        assert_eq!(lines[2]["id"], "x");
        assert_eq!(lines[2]["error"], "line 4: text: expected a string, found a number");
        assert_eq!(lines[3]["error"], "line 5: not UTF-8 at byte 1");
        assert_eq!(lines[4]["id"], serde_json::json!([2]));
        assert_eq!(lines[4]["primary"], "other");
    }

    #[test]
    fn ids_come_back_letter_by_letter() {
        for id in ["123456789012345678901234567890", "1.10", "{\"b\":1,\"a\":[null]}", "\"\\u4e2d\"", "null", "true"] {
            let input = format!("{{\"text\":\"\",\"id\":{id}}}");
            let mut output = Vec::new();
            answer_all(input.as_bytes(), &mut output, Command::Classify, &Options::default(), true).unwrap();
            let text = String::from_utf8(output).unwrap();
            assert!(text.starts_with(&format!("{{\"id\":{id},")), "{text}");
        }
    }

    #[test]
    fn deep_nesting_and_huge_texts_are_answered() {
        let deep = format!("{{\"id\":1,\"text\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
        let (outcome, lines) = run(Command::Classify, deep.as_bytes());
        assert_eq!((outcome, lines.len()), (Outcome::SomeErrors, 1));
        let huge = format!("{{\"id\":1,\"text\":\"{}\"}}\n{{\"id\":2,\"text\":\"\"}}", "好".repeat(3_500_000));
        let (outcome, lines) = run(Command::Classify, huge.as_bytes());
        assert_eq!((outcome, lines.len()), (Outcome::AllAnswered, 2));
    }

    #[test]
    fn an_empty_input_has_an_empty_answer() {
        assert_eq!(run(Command::Classify, b""), (Outcome::AllAnswered, Vec::new()));
        assert_eq!(run(Command::Classify, b"\n \r\n"), (Outcome::AllAnswered, Vec::new()));
    }
}
