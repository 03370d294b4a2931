//! Prints which cues fire on each line of the input, in which mood, and the verdict: for people who write cues.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a tool run by hand on our own files"
)]

fn main() {
    for line in std::io::stdin().lines() {
        let line = line.expect("a readable line");
        println!("{line}\n{}\n", aftersales_radar::issue::explain(&line));
    }
}
