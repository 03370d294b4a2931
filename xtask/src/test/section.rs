//! One section of the test run, and the tally of all.

use std::sync::Mutex;
use std::time::Instant;

use crate::Result;
use crate::run::Run;

/// What a section found.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub passed: usize,
    pub failed: usize,
    pub skipped: usize,
    /// What to show the reader: everything where something failed, else little.
    pub text: String,
}

impl Outcome {
    /// Counts a check that passes where it found nothing.
    pub fn check(&mut self, name: &str, findings: Vec<String>) {
        if findings.is_empty() {
            self.passed += 1;
        } else {
            self.failed += 1;
            self.text.push_str(&format!("{name}:\n  {}\n", findings.join("\n  ")));
        }
    }
}

/// Ways to turn a program's run into an outcome.
pub struct Section;

impl Section {
    /// A program that must succeed; it counts only when it does not.
    pub fn gate(run: Run) -> Result<Outcome> {
        let captured = run.capture()?;
        let failed = usize::from(!captured.success);
        Ok(Outcome { failed, text: if captured.success { String::new() } else { captured.text }, ..Outcome::default() })
    }

    /// `cargo test`, counted by its own result lines.
    pub fn cargo_test(run: Run) -> Result<Outcome> {
        let captured = run.capture()?;
        Ok(counted(cargo_counts(&captured.text), captured.success, captured.text))
    }

    /// `node --test`, counted by its summary.
    pub fn node_test(run: Run) -> Result<Outcome> {
        let captured = run.capture()?;
        Ok(counted(node_counts(&captured.text), captured.success, captured.text))
    }
}

/// A run that failed without a failed test (it did not compile, it died) has one failure.
fn counted((passed, failed, skipped): (usize, usize, usize), success: bool, text: String) -> Outcome {
    let failed = if success { failed } else { failed.max(1) };
    Outcome { passed, failed, skipped, text: if failed > 0 { text } else { notes(&text) } }
}

/// What a green run still wants to tell: lines that say why something was skipped.
fn notes(text: &str) -> String {
    text.lines().filter(|line| line.starts_with("skipped:")).map(|line| format!("{line}\n")).collect()
}

fn cargo_counts(text: &str) -> (usize, usize, usize) {
    let mut sum = (0, 0, 0);
    for line in text.lines().filter_map(|line| line.strip_prefix("test result: ")) {
        let number = |word: &str| {
            let part = line.split([';', '.']).map(str::trim).find(|part| part.ends_with(word));
            part.and_then(|part| part.split(' ').next()?.parse::<usize>().ok()).unwrap_or(0)
        };
        sum = (sum.0 + number("passed"), sum.1 + number("failed"), sum.2 + number("ignored"));
    }
    sum
}

fn node_counts(text: &str) -> (usize, usize, usize) {
    let number = |word: &str| {
        let values = text.lines().filter_map(|line| line.trim_start_matches(['ℹ', '#', ' ']).strip_prefix(word));
        values.filter_map(|rest| rest.strip_prefix(' ')?.trim().parse::<usize>().ok()).next_back().unwrap_or(0)
    };
    (number("pass"), number("fail") + number("cancelled"), number("skipped") + number("todo"))
}

/// Prints sections as they end and sums them up.
#[derive(Default)]
pub struct Tally(Mutex<Outcome>);

impl Tally {
    /// Runs one section and prints what it found.
    pub fn run(&self, name: &str, section: impl FnOnce(&str) -> Result<Outcome>) {
        let start = Instant::now();
        println!("── {name} …");
        let outcome =
            section(name).unwrap_or_else(|message| Outcome { failed: 1, text: message, ..Outcome::default() });
        let Ok(mut sum) = self.0.lock() else { return };
        let verdict = if outcome.failed > 0 { "FAILED" } else { "ok" };
        let counts = match outcome.passed + outcome.failed + outcome.skipped {
            0 => String::new(),
            _ => format!(", {}", count_line(&outcome)),
        };
        println!("── {name}: {verdict}{counts} ({:.1} s)", start.elapsed().as_secs_f32());
        if !outcome.text.trim().is_empty() {
            println!("{}", outcome.text.trim_end());
        }
        sum.passed += outcome.passed;
        sum.failed += outcome.failed;
        sum.skipped += outcome.skipped;
    }

    /// `N passed, N failed`; what was skipped is told by its own section.
    pub fn line(&self) -> String {
        self.0
            .lock()
            .map_or_else(|_| "0 passed, 1 failed".into(), |it| format!("{} passed, {} failed", it.passed, it.failed))
    }

    pub fn all_passed(&self) -> bool {
        self.0.lock().is_ok_and(|it| it.failed == 0)
    }
}

fn count_line(outcome: &Outcome) -> String {
    let skipped = if outcome.skipped > 0 { format!(", {} skipped", outcome.skipped) } else { String::new() };
    format!("{} passed, {} failed{skipped}", outcome.passed, outcome.failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_results_are_summed_over_binaries() {
        let text = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
                    noise\ntest result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured";
        assert_eq!(cargo_counts(text), (15, 2, 1));
    }

    #[test]
    fn node_results_are_read_in_both_reporters() {
        assert_eq!(node_counts("ℹ tests 4\nℹ pass 3\nℹ fail 1\nℹ cancelled 0\nℹ skipped 0\nℹ todo 0"), (3, 1, 0));
        assert_eq!(node_counts("# pass 7\n# fail 0\n# cancelled 2\n# skipped 1"), (7, 2, 1));
        assert_eq!(node_counts("pass the salt"), (0, 0, 0));
    }

    #[test]
    fn a_run_that_died_has_a_failure() {
        assert_eq!(counted((0, 0, 0), false, "error[E0432]".into()).failed, 1);
        assert_eq!(counted((2, 0, 0), true, "fine".into()), Outcome { passed: 2, ..Outcome::default() });
    }

    #[test]
    fn the_last_line_has_the_agreed_form() {
        let tally = Tally::default();
        tally.run("a", |_| Ok(Outcome { passed: 2, ..Outcome::default() }));
        assert_eq!(tally.line(), "2 passed, 0 failed");
        tally.run("b", |_| Err("broken".into()));
        assert_eq!(tally.line(), "2 passed, 1 failed");
        tally.run("c", |_| Ok(Outcome { skipped: 3, ..Outcome::default() }));
        assert_eq!(tally.line(), "2 passed, 1 failed");
        assert!(!tally.all_passed());
    }
}
